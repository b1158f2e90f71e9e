import { resolve } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../src-main/base/sql-database';
import { systemClock } from '../../../src-main/base/system-clock';
import { CallManager } from '../../../src-main/callmanager/call-manager';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table';
import { VoiceMailTable } from '../../../src-main/callmanager/devices/voice-mail-table';
import { EventViewer } from '../../../src-main/callmanager/ris-data-collector/event-viewer';
import type { SdiLevel } from '../../../src-main/cef/ports';
import { Sdi } from '../../../src-main/cef/sdi/sdi';
import { ExtendedFunctions } from '../../../src-main/cef-host/extended-functions';
import { serviceabilityReportSchema } from '../../../src-main/contract/serviceability';
import { openDatabase } from '../../../src-main/store/open-database';
import { ParameterTable } from '../../../src-main/store/parameter-table';
import { PhoneMemoryTable } from '../../../src-main/store/phone-memory-table';
import { waitFor } from '../../support/wait-for.ts';

/** The services of the app as the app puts them together, without its windows. */
let database: SqlDatabase;
let parameters: ParameterTable;
let callManager: CallManager;
let functions: ExtendedFunctions;
let delivered: string[];
let log: string[];

async function start(): Promise<void> {
  parameters = new ParameterTable(database);
  const devices = new DeviceTable(database);
  const eventViewer = new EventViewer();
  const sink = {
    write: (level: SdiLevel, line: string) => {
      if (level !== 'detail') log.push(line.slice(25));
    },
    event: eventViewer.add.bind(eventViewer),
  };
  callManager = await CallManager.start(
    { domain: 'cluster.test', sipPort: 0, ctiPort: 0, ctiPassword: 'secret' },
    {
      devices,
      voiceMail: new VoiceMailTable(database),
      station: {
        deliver: (_device, xml) => delivered.push(/<Text>(.*)/.exec(xml)?.[1] ?? xml),
        serviceNotAvailable: () => {},
        showPrompt: () => {},
        makeCall: () => {},
        showWatch: () => {},
        showSpeedDial: () => {},
        showRemoteInUse: () => {},
        showMessages: () => {},
        showFeatures: () => {},
      },
      passwordOf: () => 'secret',
      trace: () => {},
      traceSip: () => {},
      onApplications: (roll) => functions?.onApplications(roll),
    },
  );
  functions = new ExtendedFunctions({
    host: {
      assets: resolve('assets'),
      soundFolder: '',
      dictionaries: [resolve('assets/dictionaries')],
      database,
      parameters,
      memory: new PhoneMemoryTable(database, () => {}),
      secrets: () => {
        throw new Error('no secret is needed');
      },
      sdiOf: (service) => new Sdi(service, systemClock, sink),
      eventViewer,
      recorder: null,
      desktopIntegration: { onRequestsChanged: () => {} } as never,
      onLineEvent: () => {},
    } as ConstructorParameters<typeof ExtendedFunctions>[0]['host'],
    database: devices,
    isOurs: () => true,
    password: 'secret',
    ctiManager: () => callManager,
  });
  functions.start();
}

async function stop(): Promise<void> {
  functions.stop();
  await callManager.stop();
}

beforeEach(async () => {
  database = openDatabase(':memory:');
  [delivered, log] = [[], []];
  await start();
});
afterEach(stop);

const servers = () =>
  functions
    .serviceability()
    .servers.map(({ address, state, place, active }) => `${address} ${state} ${place}${active ? ' active' : ''}`);
const become = (...wanted: readonly string[]) =>
  waitFor(wanted.join(', '), () => JSON.stringify(servers()) === JSON.stringify(wanted));

test('servers with the service are added, deactivated, activated and removed; the lowest is active; they are there after a restart', async () => {
  await become('127.0.0.1 activated 0 active');
  functions.act({ kind: 'add' });
  await become('127.0.0.1 activated 0 active', '127.0.0.2 activated 1');
  functions.act({ kind: 'set', address: '127.0.0.1', state: 'deactivated' });
  await become('127.0.0.1 deactivated null', '127.0.0.2 activated 0 active');
  functions.act({ kind: 'set', address: '127.0.0.1', state: 'activated' });
  await become('127.0.0.1 activated 0 active', '127.0.0.2 activated 1');
  functions.act({ kind: 'add' });
  functions.act({ kind: 'remove', address: '127.0.0.2' });
  await become('127.0.0.1 activated 0 active', '127.0.0.3 activated 1');
  await stop();
  await start();
  await become('127.0.0.1 activated 0 active', '127.0.0.3 activated 1');
  const ports = functions.serviceability().servers.map(({ notificationPort }) => notificationPort);
  expect(new Set(ports).size).toBe(2);
});

test('a key is answered by the active one; what it counts and has open is reported, by the schema', async () => {
  functions.act({ kind: 'add' });
  await become('127.0.0.1 activated 0 active', '127.0.0.2 activated 1');
  const pressed = () => callManager.callBackPressed('SEP000000001001', '1001', { number: '1002', outcome: 'busy' });
  expect(pressed()).toBe(true);
  await waitFor('the screen', () => delivered.length === 1);
  const report = functions.serviceability();
  expect(v.is(serviceabilityReportSchema, report)).toBe(true);
  expect(
    report.servers.map(({ requests, linesOpen, counters: { activated } }) => [requests, linesOpen, activated]),
  ).toEqual([
    [1, 2, 1],
    [0, 0, 0],
  ]);
  functions.act({ kind: 'set', address: '127.0.0.1', state: 'deactivated' });
  await waitFor('the other to have the request', () => functions.serviceability().servers[1]?.requests === 1);
  functions.act({ kind: 'set', address: '127.0.0.2', state: 'deactivated' });
  await waitFor('nobody to be there', () => !pressed());
});

test('a parameter counts at once, or after a restart of the service, which the report asks for', async () => {
  await become('127.0.0.1 activated 0 active');
  const restartNeeded = () => functions.serviceability().servers[0]?.restartNeeded;
  parameters.change({ ...parameters.get(), idleGuard: 0, traceLevel: 'off' });
  await waitFor('the change to arrive', () => log.some((line) => line === 'TRACE CEF service parameters changed'));
  expect(restartNeeded()).toBe(false);
  parameters.change({ ...parameters.get(), connectionRetryTimeOut: 1000, traceLevel: 'detailed' });
  await waitFor('the report to ask for a restart', () => restartNeeded() === true);
  functions.act({ kind: 'restart', address: '127.0.0.1' });
  await become('127.0.0.1 activated 0 active');
  expect(restartNeeded()).toBe(false);
});
