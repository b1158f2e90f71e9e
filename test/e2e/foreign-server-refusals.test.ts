import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dialogInfo, pidf } from '../support/foreign-servers/documents.ts';
import { ACTIVATED, AVAILABLE, ForeignStage } from '../support/foreign-servers/foreign-stage.ts';
import { type Answers, LineServer, type Refusal } from '../support/foreign-servers/line-server.ts';
import type { PeerRequest } from '../support/sip-peer/peer-request.ts';

const LIVE = 'Call Back 1002: live';
const PRESENCE = 'Call Back 1002: presence';
const CANNOT_INVOKE = 'Call Back cannot be invoked for extension 1002. Press Exit to quit this screen.';

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

async function waiting(answers: Partial<Answers>): Promise<LineServer> {
  const server = new LineServer(stage.peer, {
    dialog: () => dialogInfo(1, ['confirmed']),
    presence: () => pidf('open'),
    ...answers,
  });
  stage.refuseCalls();
  await stage.callBack();
  return server;
}

/** The first SUBSCRIBE is refused, the next ones get the document. @param at when each came, in milliseconds */
const refusedOnce =
  (refusal: Refusal, at: number[]): (() => string | Refusal) =>
  () =>
    at.push(performance.now()) === 1 ? refusal : dialogInfo(1, ['confirmed']);

const subscribed = (): readonly PeerRequest[] =>
  stage.peer.requests
    .slice(before)
    .filter(({ method, message }) => method === 'SUBSCRIBE' && message.header('event') === 'dialog')
    .filter(({ replies }) => replies[0] !== 401);

test.each([
  [481, [], 600, 0],
  [423, ['Min-Expires: 1800'], 1800, 0],
  [503, ['Retry-After: 2'], 600, 2000],
])('SUBSCRIBE meets %i %j, which is mended: live, with Expires %i', async (status, headers, expires, least) => {
  const at: number[] = [];
  const server = await waiting({ dialog: refusedOnce({ status, headers }, at) });
  await stage.alice.phone.expectDisplay(LIVE);
  expect(subscribed().map(({ message }) => message.expires)).toEqual([600, expires]);
  const [first = 0, second = 0] = at;
  expect(second - first).toBeGreaterThanOrEqual(least);
  await server.tell('dialog', dialogInfo(2, ['terminated']));
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test.each([403, 404, 423, 489])('SUBSCRIBE to dialogs meets %i: presence has to do', async (status) => {
  const server = await waiting({
    dialog: () => ({ status }),
    presence: () => pidf('open', { activity: 'on-the-phone' }),
  });
  await stage.alice.phone.expectDisplay(ACTIVATED);
  await stage.alice.phone.expectDisplay(PRESENCE);
  await server.tell('presence', pidf('open'));
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test.each([
  [404, 489, 'CallBack cannot be activated for 1002.'],
  [489, 404, 'CallBack cannot be activated for 1002.'],
  [403, 403, CANNOT_INVOKE],
  [489, 501, 'Service not available.'],
])('dialogs meet %i, presence %i: "%s", and no request is left', async (dialog, presence, screen) => {
  await waiting({ dialog: () => ({ status: dialog }), presence: () => ({ status: presence }) });
  await stage.alice.phone.expectDisplay(screen);
  await stage.alice.phone.press('Exit');
  await stage.alice.phone.press('CallBack');
  await stage.alice.phone.expectDisplay('Call Back is not active');
});

test.each([
  ['deactivated', 'deactivated', 0],
  ['timeout', 'timeout', 0],
  // Longer than the app would wait by itself, and far longer than two milliseconds.
  ['probation, with two seconds to wait', 'probation;retry-after=2', 2000],
  ['giveup, with two seconds to wait', 'giveup;retry-after=2', 2000],
])('a subscription ends for %s: there is another one in time, and its word counts', async (_name, reason, least) => {
  const server = await waiting({});
  await stage.alice.phone.expectDisplay(LIVE);
  const first = await server.kept('dialog');
  // The phone may have waited for a while before we have its answer.
  const ended = performance.now();
  await first.notify('', { state: `terminated;reason=${reason}` });
  server.answers = { ...server.answers, dialog: () => dialogInfo(1, []) };
  await server.kept('dialog', 1);
  const waited = performance.now() - ended;
  expect([waited >= least, waited < least + 1500]).toEqual([true, true]);
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test('a subscription ends without a reason: another one soon, and nothing is announced of a line that is busy still', async () => {
  const server = await waiting({});
  await stage.alice.phone.expectDisplay(LIVE);
  await (await server.kept('dialog')).notify('', { state: 'terminated' });
  await stage.alice.phone.expectDisplay('Call Back 1002: server lost');
  await server.kept('dialog', 1);
  await stage.alice.phone.expectDisplay(LIVE);
  await stage.expectNothingAnnounced(300);
  await server.tell('dialog', dialogInfo(2, ['terminated']));
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test.each(['rejected', 'invariant', 'noresource'])('dialogs end for good, %s: presence has to do', async (reason) => {
  const server = await waiting({ presence: () => pidf('open', { activity: 'on-the-phone' }) });
  await stage.alice.phone.expectDisplay(LIVE);
  await (await server.kept('dialog')).notify('', { state: `terminated;reason=${reason}` });
  await stage.alice.phone.expectDisplay(PRESENCE);
  await stage.expectNothingAnnounced(300);
  await server.tell('presence', pidf('open'));
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test('dialogs end because the line is no more, and there is no presence: Call Back cannot be activated', async () => {
  const server = await waiting({ presence: () => ({ status: 489 }) });
  await stage.alice.phone.expectDisplay(LIVE);
  await (await server.kept('dialog')).notify('', { state: 'terminated;reason=noresource' });
  await stage.alice.phone.expectDisplay('CallBack cannot be activated for 1002.');
});

const FORWARDED = 'History-Info: <sip:1002@peer.test>;index=1,<sip:1005@peer.test;cause=302>;index=1.1';

test.each([
  ['to a busy line', 486, 'Busy', ['Diversion: <sip:1002@peer.test>;reason=unconditional'], CANNOT_INVOKE],
  ['by a redirection, in a circle', 302, 'CFwdAll Loop Detected', ['Contact: <sip:1002@peer.test>'], CANNOT_INVOKE],
  ['as 181 has told before', 486, 'Busy', [], CANNOT_INVOKE, true],
  ['nowhere: the server has failed', 503, 'Temp Fail', [], 'Service not available.'],
])('calls are forwarded %s', async (_name, status, shows, headers, screen, told = false) => {
  stage.peer.on('INVITE', (request) => {
    if (told) request.reply(181, 'Call Is Being Forwarded', { headers: [FORWARDED] });
    request.reply(status, 'No', { headers });
  });
  await stage.callBack(shows);
  await stage.alice.phone.expectDisplay(screen);
  expectNothingWatched();
});

test('calls are forwarded by a redirection, to a line that is busy: it is called, and Call Back is about the one that was dialled', async () => {
  stage.peer.on('INVITE', (request) => {
    if (request.message.uri.startsWith('sip:1005@')) request.reply(486, 'Busy Here');
    else request.reply(302, 'Moved Temporarily', { headers: ['Contact: <sip:1005@peer.test>'] });
  });
  await stage.callBack(/To 1005.*Busy/);
  await stage.alice.phone.expectDisplay(CANNOT_INVOKE);
  expectNothingWatched();
});

function expectNothingWatched(): void {
  expect(stage.peer.requests.slice(before).filter(({ method }) => method === 'SUBSCRIBE')).toEqual([]);
}
