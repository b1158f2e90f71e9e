import { describe, expect, test } from 'vitest';
import type { PeerRequest } from '../../support/sip-peer/peer-request';
import { TIMEOUT_MS } from './line-page';
import { onPeerStage, type PeerStory } from './peer-story';

let story: PeerStory;
onPeerStage(async (begun) => {
  story = begun;
  await story.register();
});

const CONTACT = 'Contact: <sip:1002@peer.invalid;transport=ws>';
const OFFER = '<sip:monitor@peer.test>;purpose=call-completion;m=BS';
const SDP = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n';

/** What the page told, from the first event on, of a call. */
const toldOf = (call: string): readonly unknown[] =>
  story.page.events.filter((event) => 'call' in event && event.call === call && event.kind !== 'voice');

const placed = (request: PeerRequest, call: string, target: string) => ({
  kind: 'placed',
  line: '1001',
  call,
  target,
  sipCallId: request.message.callId,
});

const nothing = { callInfo: [], diversion: [], historyInfo: [] };

describe('a call tells what Call Back wants to know', () => {
  test('of a busy line that offers call completion', async () => {
    story.peer.on('INVITE', (request) => {
      request.reply(100, 'Trying');
      request.reply(180, 'Ringing', { headers: [CONTACT] });
      request.reply(486, 'Busy Here', { headers: [`Call-Info: ${OFFER}`, 'Call-Info: <http://peer.test/photo>'] });
    });
    await story.page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
    const ended = await story.page.until({ kind: 'ended', call: 'out' });
    const [request] = story.peer.of('INVITE');
    if (request === undefined) throw new Error('Nobody called');
    expect(toldOf('out').filter((event) => Reflect.get(Object(event), 'kind') !== 'progress')).toEqual([
      placed(request, 'out', '1002'),
      { kind: 'response', line: '1001', call: 'out', status: 180, ...nothing },
      {
        kind: 'response',
        line: '1001',
        call: 'out',
        status: 486,
        ...nothing,
        callInfo: [OFFER, '<http://peer.test/photo>'],
      },
      ended,
    ]);
  });

  test('of a line that is forwarded, also where the response has no Contact', async () => {
    story.peer.on('INVITE', (request) => {
      request.reply(181, 'Call Is Being Forwarded', {
        headers: ['Diversion: <sip:1002@peer.test>;reason=unconditional', 'History-Info: <sip:1002@peer.test>;index=1'],
      });
      request.reply(302, 'Moved Temporarily', { headers: ['Contact: <tel:+4930123>'] });
    });
    await story.page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
    await story.page.until({ kind: 'ended', call: 'out', by: 'far', status: 302 });
    expect(
      story.page.of('response').map(({ status, diversion, historyInfo }) => [status, diversion, historyInfo]),
    ).toEqual([
      [181, ['<sip:1002@peer.test>;reason=unconditional'], ['<sip:1002@peer.test>;index=1']],
      [302, [], []],
    ]);
    expect(
      toldOf('out')
        .map((event) => Reflect.get(Object(event), 'kind'))
        .at(-1),
    ).toBe('ended');
  });

  test('and goes to the whole address that call completion names', async () => {
    await story.page.send({ kind: 'invite', line: '1001', call: 'cc', target: 'sip:1002@peer.test;m=BS' });
    await story.page.until({ kind: 'ended', call: 'cc', status: 404 });
    expect(story.peer.of('INVITE').map(({ message }) => message.uri)).toEqual(['sip:1002@peer.test;m=BS']);
  });
});

test('a call offers the account’s codecs in its order, and asks its ICE servers with their passwords', async () => {
  const iceServers = [
    { urls: ['stun:127.0.0.1:9'], username: '', credential: '' },
    { urls: ['turn:127.0.0.1:9?transport=udp'], username: 'alice', credential: 'turn-secret' },
  ];
  await story.register({ number: '1005', codecs: ['opus', 'PCMA'], iceServers });
  await story.page.send({ kind: 'invite', line: '1005', call: 'out', target: '1002' });
  await story.page.until({ kind: 'ended', call: 'out', status: 404 });
  const offer = story.peer.of('INVITE')[0]?.message.body ?? '';
  const [, formats = ''] = /^m=audio \S+ \S+ (.*)$/m.exec(offer) ?? [];
  const names = formats.split(' ').map((format) => new RegExp(`^a=rtpmap:${format} ([^/]+)`, 'm').exec(offer)?.[1]);
  // A browser keeps its redundancy format beside opus, wherever we want it.
  const voice = names.filter((name) => name !== 'red' && name !== 'telephone-event');
  expect([voice.slice(0, 2), names.includes('CN')]).toEqual([['opus', 'PCMA'], false]);
  const asked = await story.page.page.evaluate(() => window.peers.map((peer) => peer.getConfiguration().iceServers));
  expect(asked).toEqual([[{ ...iceServers[0], username: '', credential: '' }, iceServers[1]]]);
});

describe('a question', () => {
  const ask = (question: string, how: 'options' | 'invite') =>
    story.page.send({ kind: 'ask', line: '1001', question, target: '1002', how });
  const untilAsked = async (question: string, status: number | null, retryAfter: number | null): Promise<void> => {
    await story.page.until({ kind: 'asked', question });
    expect(story.page.of('asked')).toEqual([{ kind: 'asked', line: '1001', question, status, retryAfter }]);
  };
  const invited = (answer: (request: PeerRequest) => void): void => {
    story.peer.on('INVITE', answer);
    story.peer.on('CANCEL', (request) => {
      request.reply(200, 'OK');
      story.peer.of('INVITE')[0]?.reply(487, 'Request Terminated');
    });
  };

  test('by OPTIONS is answered with the final status', async () => {
    story.peer.on('OPTIONS', (request) =>
      request.message.uri.includes('1002')
        ? request.reply(486, 'Busy', { headers: ['Retry-After: 45;duration=5'] })
        : request.reply(200, 'OK'),
    );
    await ask('q', 'options');
    await untilAsked('q', 486, 45);
  });

  test.each([180, 183])(
    'by INVITE is cancelled at the first %i, opens no microphone and plays nothing',
    async (status) => {
      invited((request) => request.reply(status, 'Ringing', { headers: [CONTACT] }));
      await ask('q', 'invite');
      await untilAsked('q', 180, null);
      expect(story.page.of('voice')).toEqual([]);
      await expect
        .poll(() => story.page.page.evaluate(() => window.peers.map((peer) => peer.signalingState)))
        .toEqual(['closed']);
      expect(story.peer.of('INVITE')[0]?.message.header('content-type')).toBe('application/sdp');
      expect(story.page.events.filter((event) => 'call' in event)).toEqual([]);
    },
  );

  test('by INVITE tells a refusal', async () => {
    invited((request) => request.reply(486, 'Busy Here', { headers: ['Retry-After: 10'] }));
    await ask('q', 'invite');
    await untilAsked('q', 486, 10);
  });

  test.each([
    ['at once', false],
    ['in the moment in which it is cancelled', true],
  ])('by INVITE that somebody takes %s is hung up', async (_when, rings) => {
    const take = (request: PeerRequest | undefined): void =>
      request?.reply(200, 'OK', { headers: [CONTACT, 'Content-Type: application/sdp'], body: SDP });
    story.peer.on('INVITE', (request) => {
      if (rings) request.reply(180, 'Ringing', { headers: [CONTACT] });
      else take(request);
    });
    story.peer.on('CANCEL', (request) => {
      request.reply(200, 'OK');
      take(story.peer.of('INVITE')[0]);
    });
    await ask('q', 'invite');
    await untilAsked('q', 200, null);
    await story.peer.waitForRequest(({ method }) => method === 'BYE');
    // The challenge was acknowledged too.
    const acknowledged = story.peer.of('ACK').map(({ message }) => message.uri);
    expect(acknowledged).toEqual(['sip:1002@peer.test', 'sip:1002@peer.invalid;transport=ws']);
  });

  test('without a line is answered at once', async () => {
    await story.page.send({ kind: 'ask', line: 'none', question: 'q', target: '1002', how: 'invite' });
    expect(await story.page.until({ kind: 'asked', question: 'q' })).toMatchObject({ status: null });
  });

  test('by INVITE whose connection is lost leaves nothing open', async () => {
    story.peer.on('INVITE', (request) => request.reply(100, 'Trying'));
    await ask('q', 'invite');
    await story.peer.waitForRequest(({ method }) => method === 'INVITE');
    story.peer.cut();
    await untilAsked('q', null, null);
    await expect
      .poll(() => story.page.page.evaluate(() => window.peers.map((peer) => peer.signalingState)))
      .toEqual(['closed']);
  });

  test('whose connection is lost is answered at once', async () => {
    story.peer.on('OPTIONS', () => {});
    await ask('q', 'options');
    await story.peer.waitForRequest(({ method }) => method === 'OPTIONS');
    story.peer.cut();
    await untilAsked('q', null, null);
  });
});

describe('a publication', () => {
  test('is told, changed, told anew on the next connection, and removed', async () => {
    const publish = (body: string, expires: number) =>
      story.page.send({
        kind: 'publish',
        line: '1001',
        publication: 'p',
        target: 'sip:monitor@peer.test;m=BS',
        body,
        expires,
      });
    const untilPublished = (count: number) =>
      expect
        .poll(() => story.page.of('published').map(({ status }) => status), { timeout: TIMEOUT_MS })
        .toEqual(Array(count).fill(200));
    await publish('<presence>closed</presence>', 600);
    await untilPublished(1);
    await publish('<presence>open</presence>', 600);
    await untilPublished(2);
    story.peer.cut();
    await untilPublished(3);
    await publish('', 0);
    await untilPublished(4);
    const facts = ['event', 'sip-if-match', 'expires', 'content-type'];
    expect(
      story.peer
        .of('PUBLISH')
        .map(({ message }) => [message.uri, ...facts.map((name) => message.header(name)), message.body]),
    ).toEqual([
      ['sip:monitor@peer.test;m=BS', 'presence', '', '600', 'application/pidf+xml', '<presence>closed</presence>'],
      ['sip:monitor@peer.test;m=BS', 'presence', 'tag1', '600', 'application/pidf+xml', '<presence>open</presence>'],
      ['sip:monitor@peer.test;m=BS', 'presence', '', '600', 'application/pidf+xml', '<presence>open</presence>'],
      ['sip:monitor@peer.test;m=BS', 'presence', 'tag3', '0', '', ''],
    ]);
  });
});
