import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../src-main/base/system-clock';
import { CallManager } from '../../../src-main/callmanager/call-manager';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table';
import { VoiceMailTable } from '../../../src-main/callmanager/devices/voice-mail-table';
import { QbeHelper, type QbeListener } from '../../../src-main/cef/qbe-helper/qbe-helper';
import type { CtiEvent } from '../../../src-main/contract/cti-messages';
import type { PhoneFeatures } from '../../../src-main/contract/station';
import { openDatabase } from '../../../src-main/store/open-database';
import { NO_FEATURES } from '../../support/no-features';
import { waitFor } from '../../support/wait-for.ts';
import { Phone } from './sip-server/phone';

const DOMAIN = 'cluster.test';
const [ALICE, BOB] = ['SEP000000001001', 'SEP000000001002'];

let devices: DeviceTable;
let callManager: CallManager;
let shown: [string, PhoneFeatures][];
let inUse: string[];
let speedDials: string[];
let voiceMail: VoiceMailTable;
let phones: Phone[];
beforeEach(async () => {
  const database = openDatabase(':memory:');
  devices = new DeviceTable(database);
  voiceMail = new VoiceMailTable(database);
  shown = [];
  inUse = [];
  speedDials = [];
  phones = [];
  callManager = await CallManager.start(
    { domain: DOMAIN, sipPort: 0, ctiPort: 0, ctiPassword: 'secret' },
    {
      devices,
      voiceMail,
      station: {
        deliver: () => {},
        serviceNotAvailable: () => {},
        showPrompt: () => {},
        makeCall: () => {},
        showWatch: () => {},
        showSpeedDial: (device, number, status) => speedDials.push(`${device} ${number} ${status}`),
        showRemoteInUse: (device, line, used) => inUse.push(`${device} ${line} ${used}`),
        showMessages: () => {},
        showFeatures: (device, features) => shown.push([device, features]),
      },
      passwordOf: (device) => `secret of ${device}`,
      trace: () => {},
      traceSip: () => {},
    },
  );
});
afterEach(async () => {
  for (const phone of phones) phone.unplug();
  await callManager.stop();
});

async function phone(number: string, device = `SEP00000000${number}`): Promise<Phone> {
  const made = new Phone(callManager.sipAddress, number, DOMAIN, `secret of ${device}`, device);
  phones.push(made);
  await made.connect();
  await made.register();
  return made;
}

/** An application at the CTIManager link, and what it hears of calls and lines. */
async function application(): Promise<{ link: QbeHelper; heard: CtiEvent[] }> {
  const heard: CtiEvent[] = [];
  let isOpen = false;
  const listener: QbeListener = {
    onDidOpen: () => {
      isOpen = true;
    },
    onDidClose: () => {},
    onEvent: (event) => heard.push(event),
    onRoll: () => {},
    onPressed: () => {},
  };
  const limits = { retryAfter: 50, openWithin: 5000, answerWithin: 5000, heartBeatInterval: 30 };
  const named = { application: 'test', address: '127.0.0.1', port: 2552, instance: 'only' };
  const options = { host: '127.0.0.1', application: named, password: 'secret', ...limits };
  const link = new QbeHelper({ ...options, port: callManager.ctiPort }, systemClock, listener, () => {});
  link.start();
  await waitFor('the link to open', () => isOpen);
  await link.request('redundancy/takeOver', {});
  return { link, heard };
}

test('a phone is shown its features when it registers and when they change, whoever changes them', async () => {
  await phone('1002');
  callManager.setForwardAll(BOB, '1003');
  callManager.setDoNotDisturb(BOB, true);
  devices.change(BOB, { forwardAll: null, callWaiting: true, model: 'Cisco IP Phone 7910' });
  expect(shown).toEqual([
    [BOB, NO_FEATURES],
    [BOB, { ...NO_FEATURES, forwardAll: '1003' }],
    [BOB, { ...NO_FEATURES, forwardAll: '1003', doNotDisturb: true }],
    [BOB, { ...NO_FEATURES, doNotDisturb: true, callWaiting: true, callBackKey: false }],
  ]);
});

test('a speed dial shows how the line stands that it calls, also behind a route point, from the start and after every change', async () => {
  const point = devices.addRoutePoint('1100', 'Reception');
  devices.change(point?.name ?? '', { forwardAll: '1002' });
  const dials = ['1002', '1100', '0049301234'].map((number) => ({ number, label: '' }));
  devices.setButtons(ALICE, ['1001'], dials);
  expect(speedDials.splice(0)).toEqual([
    `${ALICE} 1002 offline`,
    `${ALICE} 1100 offline`,
    `${ALICE} 0049301234 unknown`,
  ]);
  await phone('1002');
  callManager.hookChanged(BOB, '1002');
  callManager.hookChanged(BOB, null);
  callManager.setDoNotDisturb(BOB, true);
  const statuses = ['onHook', 'offHook', 'onHook', 'doNotDisturb'];
  expect(speedDials.splice(0)).toEqual(
    statuses.flatMap((status) => [`${ALICE} 1002 ${status}`, `${ALICE} 1100 ${status}`]),
  );
  devices.setButtons(ALICE, ['1001'], dials.slice(0, 1));
  expect(speedDials.splice(0)).toEqual([`${ALICE} 1002 doNotDisturb`]);
  await phone('1001');
  expect(speedDials).toEqual([`${ALICE} 1002 doNotDisturb`]);
});

test('the voice mail pilot number is shown to every phone at once', async () => {
  await phone('1002');
  shown = [];
  voiceMail.setPilot('1500');
  expect(shown.find(([device]) => device === BOB)).toEqual([BOB, { ...NO_FEATURES, voiceMail: '1500' }]);
});

test('a phone is told by its line what waits in the mailbox, and whenever somebody says that it is otherwise', async () => {
  const told = (await phone('1001')).messages();
  await told.until((body) => body.includes('Voice-Message: 0/0'));
  voiceMail.setMessages('1001', { unheard: 2, heard: 1 });
  await told.until((body) => body === 'Messages-Waiting: yes\r\nVoice-Message: 2/1\r\n');
});

test('a phone cannot forward its calls in a circle', () => {
  const answers = [
    callManager.setForwardAll(BOB, '1003'),
    callManager.setForwardAll('SEP000000001003', '1002'),
    callManager.setForwardAll(ALICE, '1001'),
    callManager.setForwardAll(BOB, null),
    callManager.setForwardAll('nobody', '1001'),
  ];
  expect([answers, devices.list().map(({ features }) => features.forwardAll)]).toEqual([
    [true, false, false, true, false],
    [null, null, null],
  ]);
});

test('a phone sets its forwards and its call waiting, and no circle', () => {
  const forwards = { forwardAll: null, forwardBusy: '1003', forwardNoAnswer: '1001', ringSeconds: 20 };
  const answers = [
    callManager.setForwards(BOB, forwards),
    callManager.setForwards(BOB, { ...forwards, forwardBusy: '1002' }),
    callManager.setForwards(BOB, { ...forwards, forwardAll: '1002' }),
  ];
  callManager.setCallWaiting(BOB, true);
  const { features, forwardNoAnswerSeconds } = devices.find(BOB) ?? {};
  expect([answers, features, forwardNoAnswerSeconds]).toEqual([
    [true, false, false],
    { callWaiting: true, forwardAll: null, forwardBusy: '1003', forwardNoAnswer: '1001' },
    20,
  ]);
});

test('a line that is not to be disturbed is not available to those who wait for it, until it is', async () => {
  const { link, heard } = await application();
  await phone('1002');
  callManager.setDoNotDisturb(BOB, true);
  expect(await link.request('line/open', { number: '1002' })).toEqual({ ok: true, value: { status: 'doNotDisturb' } });
  callManager.setDoNotDisturb(BOB, false);
  await waitFor('the line', () => heard.length > 0);
  expect(heard).toEqual([{ kind: 'lineStatus', number: '1002', status: 'onHook' }]);
});

test('who waits for a line is told that its call is on hold, and that it is no more', async () => {
  const { link, heard } = await application();
  const [alice, bob] = [await phone('1001'), await phone('1002')];
  const [call, incoming] = await alice.talkTo(bob);
  expect(await incoming.hold(true)).toBe(200);
  const held = { status: 'offHook', detail: 'held' };
  const opened = await link.request('line/open', { number: '1002' });
  expect(opened).toEqual({ ok: true, value: held });
  expect([await incoming.hold(false), await call.hold(true), await incoming.hold(true)]).toEqual([200, 200, 200]);
  await waitFor('what is told of it', () => heard.length >= 2);
  expect(heard).toEqual([
    { kind: 'lineStatus', number: '1002', status: 'offHook' },
    { kind: 'lineStatus', number: '1002', ...held },
  ]);
});

test('a line that is taken out of the database is closed, and whoever waits for it is told that nobody has the number', async () => {
  const { link, heard } = await application();
  await link.request('line/open', { number: '1001' });
  await link.request('line/open', { number: '1002' });
  callManager.deviceRemoved(BOB);
  devices.remove(BOB);
  await waitFor('the refusal', () => heard.some(({ kind }) => kind === 'lineRefused'));
  expect(heard.slice(-1)).toEqual([{ kind: 'lineRefused', number: '1002', screen: 'cannotActivate' }]);
});

test('a call that was forwarded has not reached the number that was dialled, but the one that has answered', async () => {
  const { link, heard } = await application();
  for (const device of [ALICE, BOB, 'SEP000000001003']) await link.request('callBack/follow', { device });
  const [alice, , carol] = [await phone('1001'), await phone('1002'), await phone('1003')];
  callManager.hookChanged(BOB, '1002');
  devices.change(BOB, { forwardBusy: '1003' });
  const call = await alice.call('1002');
  await (await carol.incoming.until(() => true)).answer();
  await call.established();
  await waitFor('the connection', () => heard.length >= 3);
  expect(heard).toEqual([
    { kind: 'callFailed', device: ALICE, number: '1002', status: 486 },
    { kind: 'callConnected', device: ALICE, number: '1003' },
    { kind: 'callConnected', device: 'SEP000000001003', number: '1001' },
  ]);
});

test('a CTI route point: who watches it watches the phone behind it, and who dials it reaches that phone', async () => {
  const { link, heard } = await application();
  const [alice, bob] = [await phone('1001'), await phone('1002')];
  const point = devices.addRoutePoint('1100', 'Reception');
  devices.change(point?.name ?? '', { forwardAll: '1002' });
  await link.request('callBack/follow', { device: ALICE });
  callManager.hookChanged(BOB, '1002');
  expect(await link.request('line/open', { number: '1100' })).toEqual({ ok: true, value: { status: 'offHook' } });
  expect(await (await alice.call('1100')).refusal).toBe(486);
  callManager.hookChanged(BOB, null);
  const call = await alice.call('1100');
  await (await bob.incoming.until(() => true)).answer();
  await call.established();
  await waitFor('the connection', () => heard.some(({ kind }) => kind === 'callConnected'));
  const failed = { kind: 'callFailed', device: ALICE, status: 486 };
  const of = (status: string) => ({ kind: 'lineStatus', number: '1100', status });
  const connected = { kind: 'callConnected', device: ALICE };
  expect(heard.slice(0, 7)).toEqual([
    { ...failed, number: '1002' },
    { ...failed, number: '1100' },
    of('onHook'),
    of('ringing'),
    of('offHook'),
    { ...connected, number: '1002' },
    { ...connected, number: '1100' },
  ]);
  heard.length = 0;
  devices.change(point?.name ?? '', { forwardAll: '1003' });
  await waitFor('the other phone', () => heard.length > 0);
  expect(heard).toEqual([of('offline')]);
});

test('a shared line rings on both phones; it is available when both are on hook, and each sees the other talk', async () => {
  const { link, heard } = await application();
  devices.setButtons('SEP000000001003', ['1003', '1002'], []);
  const [alice, bob] = [await phone('1001'), await phone('1002')];
  const kitchen = await phone('1002', 'SEP000000001003');
  await link.request('callBack/follow', { device: ALICE });
  expect(await link.request('line/open', { number: '1002' })).toEqual({ ok: true, value: { status: 'onHook' } });
  const call = await alice.call('1002');
  await bob.incoming.until(() => true);
  const answered = await kitchen.incoming.until(() => true);
  await answered.answer();
  await call.established();
  callManager.hookChanged(BOB, '1002');
  await answered.session.bye();
  await waitFor('the end of the call', () => inUse.at(-1) === `SEP000000001003 SEP000000001003/1002 true`);
  callManager.hookChanged(BOB, null);
  await waitFor('the line', () => heard.at(-1)?.kind === 'lineStatus' && heard.length > 3);
  expect(heard.map((event) => ('status' in event ? event.status : `${event.kind}`))).toEqual([
    'ringing',
    'offHook',
    'callConnected',
    'onHook',
  ]);
  expect(inUse.at(-1)).toBe('SEP000000001003 SEP000000001003/1002 false');
});

test('a phone that talks on a shared line leaves it to the others that share it', async () => {
  devices.setButtons('SEP000000001003', ['1003', '1002'], []);
  const [alice, bob, dave] = [await phone('1001'), await phone('1002'), await phone('1003')];
  const kitchen = await phone('1002', 'SEP000000001003');
  await bob.talkTo(alice);
  const second = await dave.call('1002');
  await (await kitchen.incoming.until(() => true)).answer();
  await second.established();
  expect(bob.incoming.all).toEqual([]);
});
