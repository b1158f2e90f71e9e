import { afterAll, afterEach, beforeAll } from 'vitest';
import { type ElectronApp, type LaunchOptions, launchApp } from '../support/electron-app.ts';
import type { PhoneWindow } from '../support/phone-window.ts';

export const IDLE = 'Your current options';

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

/** One cluster for all tests of a file: each test hangs up what it has begun, so that the next one finds idle phones. */
export function sharedCluster(options: LaunchOptions = {}): () => Cluster {
  let cluster: Cluster | undefined;
  const running = (): Cluster => {
    if (!cluster) throw new Error('the cluster did not start');
    return cluster;
  };
  beforeAll(async () => {
    cluster = await Cluster.start(options);
  });
  afterEach(async () => {
    for (const phone of [running().alice, running().bob, running().carol]) await hangUp(phone);
  });
  afterAll(async () => {
    await cluster?.app.close();
  });
  return running;
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

/** Whatever the phone does, it is idle afterwards, and its Call Back is cancelled. */
async function hangUp(phone: PhoneWindow): Promise<void> {
  await phone.strike('Escape');
  const shown = await phone.displayText();
  if (shown.includes('EndCall') || shown.includes('Exit')) await phone.strike('Escape');
  await phone.expectDisplay('CallBack');
  await phone.press('CallBack');
  await phone.expectDisplay(/Call Back is (not )?active|Call Back is activated|has become available/);
  if (/activated|available/.test(await phone.displayText())) await phone.press('Cancel');
  else await phone.press('Exit');
  await phone.expectDisplay(/NewCall/);
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
