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

  /** By the menus: "Device > Phone". */
  async go(menu: string, item: string): Promise<void> {
    const bar = this.page.getByRole('navigation', { name: 'Administration' });
    await bar.getByRole('button', { name: menu, exact: true }).click();
    await bar.getByRole('button', { name: item, exact: true }).click();
  }

  async openPhone(number: string): Promise<void> {
    await this.go('Device', 'Phone');
    await this.page.getByRole('button', { name: new RegExp(`^${number} `) }).click();
  }

  async update(): Promise<void> {
    await this.page.getByRole('button', { name: 'Update', exact: true }).click();
    await this.page.getByText(/^Saved\./).waitFor();
  }

  async configure(number: string, configuration: Configuration): Promise<void> {
    const { page } = this;
    await this.openPhone(number);
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await field('Call forward all').fill(configuration.callForwardAll ?? '');
    await field('Call forward busy').fill(configuration.callForwardBusy ?? '');
    await field('Call forward no answer').fill(configuration.callForwardNoAnswer ?? '');
    await field('Ring time').fill(configuration.ringTime ?? '12');
    await field('Call waiting').setChecked(configuration.callWaiting ?? false);
    await field('Do not disturb').setChecked(configuration.doNotDisturb ?? false);
    await field('User locale').selectOption(configuration.userLocale ?? 'English_United_States');
    await field('Model').selectOption(configuration.model ?? 'Cisco IP Phone 7960');
    await page.getByRole('button', { name: 'Update', exact: true }).click();
    await page.getByText('Saved. It counts from the next call.').waitFor();
  }

  /** Service parameters of Cisco Extended Functions, by their names on the page. */
  async setParameters(values: Readonly<Record<string, string | boolean>>): Promise<void> {
    const { page } = this;
    await this.go('Service', 'Service Parameters');
    for (const [name, value] of Object.entries(values)) {
      const field = page.getByLabel(name, { exact: true });
      if (typeof value === 'boolean') await field.setChecked(value);
      else await field.fill(value);
    }
    await page.getByRole('button', { name: 'Update', exact: true }).click();
    await page.getByText(/^Saved\./).waitFor();
  }

  async addRoutePoint(number: string, target: string): Promise<void> {
    const { page } = this;
    await this.go('Device', 'CTI Route Point');
    const add = page.getByRole('button', { name: 'Add a CTI route point', exact: true });
    if (await add.isVisible()) await add.click();
    await page.getByLabel('Directory number', { exact: true }).fill(number);
    await page.getByLabel('Display name', { exact: true }).fill('Reception');
    await page.getByLabel('Call forward all', { exact: true }).fill(target);
    await page.getByRole('button', { name: 'Insert', exact: true }).click();
    await page.getByText('Saved. It counts from the next call.').waitFor();
  }
}
