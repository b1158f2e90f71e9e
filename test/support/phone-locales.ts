import { join } from 'node:path';
import { DeviceTable } from '../../src-main/callmanager/devices/device-table.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';

/** What an administrator has chosen before the app starts: the user locale of phones, by their number. */
export function setLocales(userDataDirectory: string, locales: Readonly<Record<string, string>>): void {
  const database = openDatabase(join(userDataDirectory, 'callmanager.db'));
  const devices = new DeviceTable(database);
  for (const { name, number } of devices.phones()) {
    const userLocale = locales[number];
    if (userLocale) devices.change(name, { userLocale });
  }
  database.close();
}
