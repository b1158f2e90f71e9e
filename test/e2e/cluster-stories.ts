import { type ElectronApp, type LaunchOptions, launchApp } from '../support/electron-app.ts';
import type { PhoneWindow } from '../support/phone-window.ts';

/** An idle phone, also one that has not been answered. */
export const IDLE = /Your current options|New Missed Call/;

/** The three phones of the demo cluster in a real Electron, registered and idle. */
export class Cluster {
  private constructor(
    readonly app: ElectronApp,
    readonly alice: PhoneWindow,
    readonly bob: PhoneWindow,
    readonly carol: PhoneWindow,
  ) {}

  static async start(options: LaunchOptions = {}): Promise<Cluster> {
    const app = await launchApp(options);
    const [alice, bob, carol] = [await app.phone('1001'), await app.phone('1002'), await app.phone('1003')];
    for (const phone of [alice, bob, carol]) await phone.expectDisplay(IDLE, 30_000);
    return new Cluster(app, alice, bob, carol);
  }
}

/** Dials with the keypad, key by key. */
export async function dial(phone: PhoneWindow, number: string): Promise<void> {
  await phone.press('NewCall');
  for (const digit of number) await phone.press(digit);
}

/** Two phones talk: the caller has dialled, the other has pressed Answer. */
export async function talk(caller: PhoneWindow, called: PhoneWindow, number: string): Promise<void> {
  await dial(caller, number);
  await called.press('Answer');
  await caller.expectDisplay('Connected');
  await called.expectDisplay('Connected');
}

/** The softkey, on whatever page it is. */
export async function pressSoftkey(phone: PhoneWindow, label: string): Promise<void> {
  const key = phone.page.getByRole('button', { name: label, exact: true });
  for (let page = 0; page < 4 && (await key.count()) === 0; page++) await phone.press('more');
  await phone.press(label);
}

/** Chooses an item of the application's menu by its label, as a user would: "Phones", "Add Phone". */
export async function chooseMenuItem(app: ElectronApp, ...labels: readonly string[]): Promise<void> {
  await app.application.evaluate(({ Menu }, path) => {
    const plain = (label: string): string => label.replace('&', '');
    let items = Menu.getApplicationMenu()?.items ?? [];
    for (const [depth, label] of path.entries()) {
      const item = items.find((candidate) => plain(candidate.label) === label);
      if (!item) throw new Error(`no "${label}" among ${items.map((candidate) => candidate.label).join(', ')}`);
      if (depth === path.length - 1) item.click();
      items = item.submenu?.items ?? [];
    }
  }, labels);
}
