import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { IDLE, PbxPhone } from '../support/company-phone.ts';
import { CompletionMonitor, type MonitorOptions } from '../support/foreign-servers/completion-monitor.ts';
import { dialogInfo, pidf } from '../support/foreign-servers/documents.ts';
import { ACTIVATED, AVAILABLE, accountOn, ForeignStage } from '../support/foreign-servers/foreign-stage.ts';
import { LineServer } from '../support/foreign-servers/line-server.ts';
import { userIn } from '../support/sip-peer/sip-message.ts';
import { waitFor } from '../support/wait-for.ts';

const QUEUED = 'Call Back 1002: queued';

let stage: ForeignStage;
/** Requests of stories before. */
let before = 0;

beforeAll(async () => {
  stage = await ForeignStage.open();
});
afterEach(async () => {
  await stage.alice.tidy();
  before = stage.peer.requests.length;
});
afterAll(() => stage?.close());

/** Of this story, as "SUBSCRIBE sip:monitor@peer.test;m=BS 3600", with Expires where it is told. */
const sent = (...methods: readonly string[]): readonly string[] =>
  stage.peer.requests
    .slice(before)
    .filter(({ method, replies }) => methods.includes(method) && replies[0] !== 401)
    // The phone asks for its own messages as soon as it is registered, which may be in the middle of the first story.
    .filter(({ message }) => message.header('event') !== 'message-summary')
    .map(({ method, message }) => `${method} ${message.uri} ${message.header('expires')}`.trim());

async function queued(options: MonitorOptions = {}): Promise<CompletionMonitor> {
  const monitor = new CompletionMonitor(stage.peer, options);
  await stage.callBack();
  await stage.alice.phone.expectDisplay(ACTIVATED);
  await stage.alice.phone.expectDisplay(QUEUED);
  return monitor;
}

test('busy: queued; ready: Alice is told, calls whom the monitor names, and is out of the queue once answered', async () => {
  const { phone } = stage.alice;
  const monitor = await queued();
  expect(monitor.waiters).toEqual(['1001 queued']);
  monitor.lineFreed();
  await phone.expectDisplay(AVAILABLE);
  await phone.press('Dial');
  await phone.expectDisplay('Connected');
  await waitFor('the queue to be left', () => monitor.waiters.length === 0);
  await phone.press('EndCall');
  await phone.expectDisplay(IDLE);
  await phone.press('CallBack');
  await phone.expectDisplay('Call Back is not active');
  expect(sent('INVITE', 'SUBSCRIBE')).toEqual([
    'INVITE sip:1002@peer.test',
    expect.stringMatching(/^SUBSCRIBE sip:monitor@peer.test;m=BS \d+$/),
    'INVITE sip:1002-recall@peer.test;m=BS',
    expect.stringMatching(/^SUBSCRIBE .* 0$/),
  ]);
});

/** What was published of Alice, as "presence closed". */
const published = (): readonly string[] =>
  stage.peer
    .of('PUBLISH')
    .filter((request) => stage.peer.requests.indexOf(request) >= before)
    .filter(({ message }) => message.uri === 'sip:monitor@peer.test;m=BS' && userIn(message.header('from')) === '1001')
    .map(({ message }) => `${message.header('event')} ${/<basic>(\w+)/.exec(message.body)?.[1]}`);

/** How often Alice has joined the queue. */
const joined = (): number => sent('SUBSCRIBE').filter((line) => !line.endsWith(' 0')).length;

test.each([
  ['with retention', true, 1],
  ['without retention', false, 2],
])('the call in turn meets busy, %s: she waits on, and is told again', async (_name, retention, joins) => {
  const { phone } = stage.alice;
  const monitor = await queued({ retention });
  monitor.lineFreed();
  await phone.expectDisplay(AVAILABLE);
  monitor.lineTaken();
  await phone.press('Dial');
  await phone.expectDisplay('Busy');
  await phone.press('EndCall');
  await phone.expectDisplay(QUEUED);
  await untilQueueIs(monitor, '1001 queued');
  await stage.expectNothingAnnounced(300);
  monitor.lineFreed();
  await phone.expectDisplay(AVAILABLE);
  expect(joined()).toBe(joins);
});

test('Alice is on the phone: who waits behind her goes before, and then it is her turn', async () => {
  const { phone } = stage.alice;
  const dave = await PbxPhone.start(accountOn(stage.peer, { number: '1004' }));
  try {
    const monitor = await queued();
    await dave.dial('1002');
    await dave.phone.expectDisplay('Busy');
    await dave.callBack();
    await dave.phone.expectDisplay(QUEUED);
    await phone.press('Exit');
    await phone.press('NewCall');
    await untilQueueIs(monitor, '1001 suspended', '1004 queued');
    monitor.lineFreed();
    await dave.phone.expectDisplay(AVAILABLE);
    await phone.press('EndCall');
    await untilQueueIs(monitor, '1001 queued', '1004 ready');
    await stage.expectNothingAnnounced(300);
    await dave.phone.press('Cancel');
    await phone.expectDisplay(AVAILABLE);
    await untilQueueIs(monitor, '1001 ready');
    expect(published()).toEqual(['presence closed', 'presence open']);
  } finally {
    await dave.app.close();
  }
});

const untilQueueIs = (monitor: CompletionMonitor, ...waiters: readonly string[]): Promise<unknown> =>
  waitFor(`the queue ${waiters}`, () => monitor.waiters.join() === waiters.join(), {
    otherwise: () => monitor.waiters.join(),
  });

test.each([
  ['no reply, given up while it rings', 'NR', 'Ring Out'],
  ['nobody logged in', 'NL', 'Not registered'],
] as const)('%s: the queue of that kind', async (_name, mode, shows) => {
  const monitor = new CompletionMonitor(stage.peer, { mode });
  await stage.callBack(shows);
  await stage.alice.phone.expectDisplay(QUEUED);
  expect(sent('SUBSCRIBE')).toEqual([expect.stringContaining(`sip:monitor@peer.test;m=${mode}`)]);
  monitor.lineFreed();
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test('the monitor will not have her: the dialogs of the line have to do', async () => {
  const lines = new LineServer(stage.peer, {
    dialog: () => dialogInfo(1, ['confirmed']),
    presence: () => pidf('open'),
  });
  new CompletionMonitor(stage.peer, { refusal: 404, others: (request) => lines.subscribed(request) });
  await stage.callBack();
  await stage.alice.phone.expectDisplay('Call Back 1002: live');
  await lines.tell('dialog', dialogInfo(2, ['terminated']));
  await stage.alice.phone.expectDisplay(AVAILABLE);
});
