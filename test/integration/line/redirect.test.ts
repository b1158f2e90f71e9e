import { describe, expect, test } from 'vitest';
import { silentAnswer } from '../../support/foreign-servers/sdp-answer';
import type { PeerRequest } from '../../support/sip-peer/peer-request';
import { onPeerStage, type PeerStory } from './peer-story';

let story: PeerStory;
onPeerStage(async (begun) => {
  story = begun;
  await story.register();
});

type Answers = Readonly<Record<string, (request: PeerRequest) => void>>;

/** Everybody answers as told, by the address that the INVITE goes to. */
const answers = (byAddress: Answers): void =>
  story.peer.on('INVITE', (request) =>
    (byAddress[request.message.uri] ?? ((other) => story.peer.usual(other)))(request),
  );

const redirect =
  (status: number, ...contacts: readonly string[]) =>
  (request: PeerRequest): void =>
    request.reply(status, 'Elsewhere', { headers: contacts.map((contact) => `Contact: ${contact}`) });

const refuse = (status: number) => (request: PeerRequest) => request.reply(status, 'No');

const CONTACT = 'Contact: <sip:answered@peer.invalid;transport=ws>';
const ring = (request: PeerRequest): void => request.reply(180, 'Ringing', { headers: [CONTACT] });
const answer = (request: PeerRequest): void =>
  request.reply(200, 'OK', {
    headers: [CONTACT, 'Content-Type: application/sdp'],
    body: silentAnswer(request.message.body),
  });

const call = (): Promise<void> => story.page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
const called = (): readonly string[] => story.peer.of('INVITE').map(({ message }) => message.uri);

/** What the page told of the call, without the voice. */
const told = (): readonly string[] =>
  story.page.events.flatMap((event) => {
    if (!('call' in event) || event.call !== 'out') return [];
    switch (event.kind) {
      case 'response':
        return [`response ${event.status}`];
      case 'identity':
        return [`identity ${event.number}`];
      case 'ended':
        return [`ended by ${event.by} ${event.status}`];
      default:
        return event.kind === 'voice' ? [] : [event.kind];
    }
  });

test('a 302 is followed: the same call on the phone, with the password, the Call-ID and the number where it rings', async () => {
  answers({
    'sip:1002@peer.test': redirect(302, '<sip:1003@peer.test>'),
    'sip:1003@peer.test': (request) => {
      ring(request);
      answer(request);
    },
  });
  await call();
  await story.page.until({ kind: 'connected', call: 'out' });
  expect(told()).toEqual([
    'placed',
    'response 302',
    'identity 1003',
    'response 180',
    'progress',
    'response 200',
    'connected',
  ]);
  const [first, second] = story.peer.of('INVITE');
  const sequence = (request: PeerRequest | undefined): number =>
    Number.parseInt(request?.message.header('cseq') ?? '', 10);
  expect(second?.message.callId).toBe(first?.message.callId);
  expect(second?.message.header('to')).toBe('<sip:1002@peer.test>');
  expect(sequence(second)).toBeGreaterThan(sequence(first));
  await story.page.send({ kind: 'release', line: '1001', call: 'out' });
  const bye = await story.peer.waitForRequest(({ method }) => method === 'BYE');
  expect(bye.message.uri).toBe('sip:answered@peer.invalid;transport=ws');
  // The microphone of the first try is given back with that of the second.
  expect(await story.page.page.evaluate(() => window.peers.map(({ signalingState }) => signalingState))).toEqual([
    'closed',
    'closed',
  ]);
});

test.each<[string, Answers, readonly string[], string]>([
  [
    'the best wished for first, then the next',
    {
      'sip:1002@peer.test': redirect(300, '<sip:1003@peer.test>;q=0.1', '<sip:bob@elsewhere.test>;q=0.9'),
      'sip:bob@elsewhere.test': refuse(480),
      'sip:1003@peer.test': refuse(486),
    },
    ['sip:1002@peer.test', 'sip:bob@elsewhere.test', 'sip:1003@peer.test'],
    'ended by far 486',
  ],
  [
    'a circle',
    {
      'sip:1002@peer.test': redirect(302, '<sip:1003@peer.test>'),
      'sip:1003@peer.test': redirect(301, '<sip:1002@peer.test>'),
    },
    ['sip:1002@peer.test', 'sip:1003@peer.test'],
    'ended by far 482',
  ],
  [
    'a web page',
    { 'sip:1002@peer.test': redirect(302, '<http://peer.test/1002>') },
    ['sip:1002@peer.test'],
    'ended by far 302',
  ],
  [
    'a proxy',
    { 'sip:1002@peer.test': redirect(305, '<sip:proxy.peer.test>') },
    ['sip:1002@peer.test'],
    'ended by far 305',
  ],
])('what is followed, and what not: %s', async (_name, byAddress, uris, end) => {
  answers(byAddress);
  await call();
  await story.page.until({ kind: 'ended', call: 'out' });
  expect([called(), told().at(-1)]).toEqual([uris, end]);
});

describe('the user hangs up', () => {
  test('while the second one rings: that one is cancelled', async () => {
    answers({ 'sip:1002@peer.test': redirect(302, '<sip:1003@peer.test>'), 'sip:1003@peer.test': ring });
    await call();
    await story.page.until({ kind: 'progress', call: 'out', phase: 'ringing' });
    await story.page.send({ kind: 'release', line: '1001', call: 'out' });
    const cancel = await story.peer.waitForRequest(({ method }) => method === 'CANCEL');
    expect([cancel.message.uri, told().at(-1)]).toEqual(['sip:1003@peer.test', 'ended by near null']);
  });

  test('in the moment of the redirect: nobody is called any more', async () => {
    answers({ 'sip:1002@peer.test': ring });
    story.peer.on('CANCEL', (request) => {
      request.reply(200, 'OK');
      const invite = story.peer.of('INVITE')[0];
      if (invite) redirect(302, '<sip:1003@peer.test>')(invite);
    });
    await call();
    await story.page.until({ kind: 'progress', call: 'out', phase: 'ringing' });
    await story.page.send({ kind: 'release', line: '1001', call: 'out' });
    await story.peer.waitForRequest(
      ({ method, message }) =>
        method === 'ACK' &&
        message.header('cseq') === story.peer.of('INVITE')[0]?.message.header('cseq').replace('INVITE', 'ACK'),
    );
    await story.page.send({ kind: 'invite', line: '1001', call: 'next', target: '1004' });
    await story.page.until({ kind: 'ended', call: 'next' });
    expect([called(), told().at(-1)]).toEqual([['sip:1002@peer.test', 'sip:1004@peer.test'], 'ended by near null']);
  });
});
