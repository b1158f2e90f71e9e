import type { Page } from 'playwright-core';
import { type ElectronApp, type LaunchOptions, launchApp } from './electron-app.ts';
import type { PhoneWindow } from './phone-window.ts';
import { waitFor } from './wait-for.ts';

export const IDLE = 'Your current options';

export interface AccountEntry {
  readonly number: string;
  readonly password: string;
  readonly domain: string;
  /** ws:// on loopback, or wss:// */
  readonly server: string;
  /** The label of the last resort to be chosen, where the user agrees to one. */
  readonly lastResort?: string;
  /** How digits of a call travel, where it is not as usual. */
  readonly digits?: 'info';
  readonly speedDials?: readonly string[];
}

/** The app at its first run, in a real Electron, and what its user does to have the line of an account on it. */
export class PbxPhone {
  private constructor(
    readonly app: ElectronApp,
    readonly account: AccountEntry,
    readonly phone: PhoneWindow,
  ) {}

  /** From "Welcome" to the idle phone. */
  static async start(account: AccountEntry, options: LaunchOptions = {}): Promise<PbxPhone> {
    const app = await launchApp({ arguments: [], ...options });
    const page = await app.window('Welcome to Callback Phone');
    await page.getByRole('button', { name: /^Connect my phone system/ }).click();
    await fillAccount(page, account);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Use my phone system' }).click();
    const phone = await app.phone(account.number);
    await phone.expectDisplay(IDLE, 30_000);
    return new PbxPhone(app, account, phone);
  }

  /** Dials with the keypad, and with the Dial key as on any server whose numbers are of any length. */
  async dial(number: string): Promise<void> {
    for (const digit of number) await this.phone.press(digit);
    await this.phone.strike('Enter');
  }

  /** CallBack on the call that is on the screen. */
  async callBack(): Promise<void> {
    await this.phone.press('CallBack');
  }

  /** Whatever the phone does, it is idle afterwards, and its Call Back is cancelled. */
  async tidy(): Promise<void> {
    // A screen may come up in the very moment in which the one before it is left.
    const isIdle = async (): Promise<boolean> => {
      await this.phone.strike('Escape');
      return (await this.phone.displayText()).includes('NewCall');
    };
    await waitFor('the phone to be idle', isIdle, { everyMs: 100, otherwise: () => this.phone.displayText() });
    await this.phone.press('CallBack');
    await this.phone.expectDisplay(/Call Back is (not )?active|Call Back is activated|has become available/);
    if (/activated|available/.test(await this.phone.displayText())) await this.phone.press('Cancel');
    else await this.phone.press('Exit');
    await this.phone.expectDisplay('NewCall');
  }
}

export async function fillAccount(page: Page, account: AccountEntry): Promise<void> {
  await page.getByLabel('Number', { exact: true }).fill(account.number);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByLabel('Domain', { exact: true }).fill(account.domain);
  await page.getByLabel('WebSocket address', { exact: true }).fill(account.server);
  const { lastResort, digits, speedDials = [] } = account;
  if (lastResort === undefined && digits === undefined && speedDials.length === 0) return;
  await page.getByText('Advanced', { exact: true }).click();
  if (lastResort !== undefined) await page.getByLabel(lastResort, { exact: true }).check();
  if (digits === 'info') await page.getByLabel('Send the digits of a call in messages of their own (INFO)').check();
  for (const [at, number] of speedDials.entries()) {
    await page.getByRole('button', { name: 'Add a speed dial' }).click();
    await page.getByLabel('Number to call').nth(at).fill(number);
  }
}
