import type { Page } from 'playwright-core';
import type { ElectronApp } from '../support/electron-app.ts';
import { chooseMenuItem } from './cluster-stories.ts';

/** What an administrator types into the form of a phone; what is not said is not configured. */
export interface Configuration {
  readonly callForwardAll?: string;
  readonly callForwardBusy?: string;
  readonly callForwardNoAnswer?: string;
  readonly ringTime?: string;
  readonly callWaiting?: boolean;
  readonly doNotDisturb?: boolean;
  readonly model?: string;
  readonly userLocale?: string;
}

/** The window "CallManager Administration" of the running app. */
export class AdministrationWindow {
  private constructor(readonly page: Page) {}

  static async open(app: ElectronApp): Promise<AdministrationWindow> {
    await chooseMenuItem(app, 'Phones', 'Administration…');
    return new AdministrationWindow(await app.window('CallManager Administration'));
  }

  async configure(number: string, configuration: Configuration): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: new RegExp(`^${number} `) }).click();
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await field('Call forward all').fill(configuration.callForwardAll ?? '');
    await field('Call forward busy').fill(configuration.callForwardBusy ?? '');
    await field('Call forward no answer').fill(configuration.callForwardNoAnswer ?? '');
    await field('Ring time').fill(configuration.ringTime ?? '12');
    await field('Call waiting').setChecked(configuration.callWaiting ?? false);
    await field('Do not disturb').setChecked(configuration.doNotDisturb ?? false);
    await field('User locale').selectOption(configuration.userLocale ?? 'English_United_States');
    await field('Model').selectOption(configuration.model ?? 'Cisco IP Phone 7960');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. It counts from the next call.').waitFor();
  }

  async addRoutePoint(number: string, target: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Add a CTI route point', exact: true }).click();
    await page.getByLabel('Directory number', { exact: true }).fill(number);
    await page.getByLabel('Display name', { exact: true }).fill('Reception');
    await page.getByLabel('Call forward all', { exact: true }).fill(target);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. It counts from the next call.').waitFor();
  }
}
