import type { BrowserContextOptions, Page } from 'playwright-core';
import { readSoftkeyTemplates } from '../../../src-main/app/phones/read-assets';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { administrationOf } from '../../../src-main/callmanager/administration/cluster-administration';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table';
import { PhoneSoftkeys } from '../../../src-main/callmanager/devices/phone-softkeys';
import { VoiceMailTable } from '../../../src-main/callmanager/devices/voice-mail-table';
import type { AdminBook } from '../../../src-main/contract/admin';
import type { AdminBridge } from '../../../src-main/contract/bridges';
import { openDatabase } from '../../../src-main/store/open-database';
import { ParameterTable } from '../../../src-main/store/parameter-table';
import { ServedPage } from '../../support/served-page.ts';

/** The page as it is shipped, on a database of its own; only Electron's messages are a stand-in. */
export interface OpenAdminPage {
  readonly page: Page;
  readonly devices: DeviceTable;
  readonly database: SqlDatabase;
  readonly parameters: ParameterTable;
  readonly softkeys: PhoneSoftkeys;
  readonly voiceMail: VoiceMailTable;
  readonly removed: readonly string[];
  /** What the browser wrote to its console as an error or a warning. */
  readonly complaints: readonly string[];
}

declare global {
  interface Window {
    askAdmin(what: string, message: unknown): Promise<unknown>;
    tellBook(book: AdminBook): void;
  }
}

export class ServedAdminPage {
  readonly #served: ServedPage;

  private constructor(served: ServedPage) {
    this.#served = served;
  }

  static async start(): Promise<ServedAdminPage> {
    return new ServedAdminPage(await ServedPage.start('admin'));
  }

  async open(options: BrowserContextOptions = { viewport: { width: 920, height: 760 } }): Promise<OpenAdminPage> {
    const database = openDatabase(':memory:');
    const [devices, parameters] = [new DeviceTable(database), new ParameterTable(database)];
    const voiceMail = new VoiceMailTable(database);
    const softkeys = new PhoneSoftkeys(database, {
      standard: readSoftkeyTemplates('assets/softkey-templates'),
      report: () => {},
    });
    const removed: string[] = [];
    const administration = administrationOf({
      devices,
      parameters,
      softkeys,
      voiceMail,
      locales: ['English_United_States', 'German_Germany'],
      networkLocales: ['Germany', 'United_Kingdom', 'United_States'],
      numberLength: 4,
      deviceRemoved: (device) => removed.push(device),
    });
    const { page, complaints } = await this.#served.newPage(options);
    await page.exposeFunction('askAdmin', (what: keyof AdminBridge, message: never) => {
      if (what === 'save') return administration.save(message);
      if (what === 'remove') return administration.remove(message);
      return administration.book();
    });
    await page.addInitScript(installBridge);
    await page.goto(this.#served.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const show = (): void => void page.evaluate((book) => window.tellBook(book), administration.book());
    devices.onDidChange(show);
    parameters.onDidChange(show);
    softkeys.onDidChange(show);
    voiceMail.onDidChange(show);
    return { page, database, devices, parameters, softkeys, voiceMail, removed, complaints };
  }

  stop(): Promise<void> {
    return this.#served.stop();
  }
}

/** Runs in the page before its own script: the bridge as the preload makes it, on the test's line instead of Electron's. */
function installBridge(): void {
  const asked = <Answer>(what: string, message: unknown): Promise<Answer> =>
    window.askAdmin(what, message) as Promise<Answer>;
  const adminBridge: AdminBridge = {
    load: () => asked('load', null),
    save: (form) => asked('save', form),
    remove: (removal) => asked('remove', removal),
    onBook: (listener) => {
      window.tellBook = listener;
    },
  };
  Object.assign(window, { adminBridge });
}
