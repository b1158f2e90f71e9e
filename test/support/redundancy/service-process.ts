import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../../../src-main/base/system-clock.ts';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table.ts';
import { CiscoExtendedFunctions } from '../../../src-main/cef/cisco-extended-functions.ts';
import { RedundantLink } from '../../../src-main/cef/redundancy-manager/redundant-link.ts';
import { Dictionaries } from '../../../src-main/cef/screen-saver/dictionaries.ts';
import { ScreenSaver } from '../../../src-main/cef/screen-saver/screen-saver.ts';
import { Sdi } from '../../../src-main/cef/sdi/sdi.ts';
import { readDictionaryFiles } from '../../../src-main/cef-host/read-dictionaries.ts';
import { openDatabase } from '../../../src-main/store/open-database.ts';
import { ParameterTable } from '../../../src-main/store/parameter-table.ts';
import { RequestTable } from '../../../src-main/store/request-table.ts';

/**
 * A Cisco Extended Functions service with a process of its own, that is made to be killed.
 *
 * usage: node service-process.mjs DATABASE CTI-PORT ADDRESS HEARTBEAT-SECONDS
 */
const [file = '', port = '', address = '', heartBeatInterval = ''] = process.argv.slice(2);
const database = openDatabase(file);
const devices = new DeviceTable(database);
const write = (line: string): void => void process.stdout.write(`${line}\n`);
const sdi = new Sdi('CEF', systemClock, {
  write: (level, line) => {
    if (level !== 'detail') write(line);
  },
});
const service = new CiscoExtendedFunctions({
  database: devices,
  store: new RequestTable(database, () => true, write),
  screenSaver: new ScreenSaver(
    Dictionaries.read(readDictionaryFiles(resolve('assets/dictionaries'), 'call-back-dictionary.xml'), write),
  ),
  sdi,
  clock: systemClock,
  parameters: new ParameterTable(database).get(),
});
const link = new RedundantLink(
  {
    host: '127.0.0.1',
    port: Number(port),
    application: { application: 'CEF', address, port: 2552, instance: randomUUID() },
    password: 'secret',
    retryAfter: 100,
    openWithin: 5000,
    answerWithin: 5000,
    heartBeatInterval: Number(heartBeatInterval),
  },
  systemClock,
  service,
  (text) => sdi.trace(text),
);
service.standBy(link);
link.start();
