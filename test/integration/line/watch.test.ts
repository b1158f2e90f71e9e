import { describe, expect, test } from 'vitest';
import { addressIn, tagIn } from '../../support/sip-peer/sip-message';
import { TIMEOUT_MS } from './line-page';
import { onPeerStage, PASSWORD, type PeerStory } from './peer-story';

let story: PeerStory;
onPeerStage((begun) => {
  story = begun;
});

const untilTold = (id: string, told: readonly string[]): Promise<void> =>
  expect.poll(() => story.told(id), { timeout: TIMEOUT_MS, interval: 20 }).toEqual(told);

describe('a watched line', () => {
  test('is told of over a server that asks for the password, each NOTIFY answered', async () => {
    await story.register();
    await story.watch('w');
    const subscription = await story.peer.subscribed();
    const answers = [
      await subscription.notify('<dialog-info/>'),
      await subscription.notify('this is no document', { contentType: 'text/plain' }),
      await subscription.notify(''),
    ];
    await untilTold('w', ['active', '[<dialog-info/>]', '[this is no document]', '[]']);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(story.page.of('notified').map(({ contentType }) => contentType)).toEqual([
      'application/dialog-info+xml',
      'text/plain',
      '',
    ]);
    expect((await subscription.notify('x', { event: 'presence' })).status).toBe(489);
  });

  test.each([403, 404, 489])('that is refused with %i says so', async (status) => {
    story.peer.on('SUBSCRIBE', (request) => request.reply(status, 'No'));
    await story.register();
    await story.watch('w');
    await untilTold('w', [`refused ${status}`]);
  });

  test('is watched anew after the socket was cut, and is lost meanwhile', async () => {
    await story.register();
    await story.watch('w');
    const before = await story.peer.subscribed();
    await before.notify('busy');
    await untilTold('w', ['active', '[busy]']);
    story.peer.cut();
    const after = await story.peer.subscribed((one) => one.callId !== before.callId);
    await after.notify('idle');
    await untilTold('w', ['active', '[busy]', 'lost', 'active', '[idle]']);
  });

  test('that its server ends for two seconds is not asked for before they are over', async () => {
    await story.register();
    await story.watch('w');
    const first = await story.peer.subscribed();
    await first.notify('', { state: 'terminated;reason=giveup;retry-after=2' });
    const ended = Date.now();
    await story.peer.subscribed((one) => one !== first);
    expect(Date.now() - ended).toBeGreaterThan(1900);
    expect(story.peer.subscriptions.length).toBe(2);
    await untilTold('w', ['active', 'lost giveup', 'active']);
  });

  test('is renewed by a new subscription that says what it reads, and the old one is left to run out', async () => {
    // Seconds
    const granted = 4;
    story.peer.on('SUBSCRIBE', (request) => {
      if (!request.inDialog) story.peer.accept(request, granted);
      else request.reply(200, 'OK', { headers: ['Expires: 0'] });
    });
    await story.register();
    await story.watch('w');
    const first = await story.peer.subscribed();
    await first.notify('idle');
    const second = await story.peer.subscribed((one) => one !== first);
    await second.notify('busy');
    expect(second.request.message.header('accept')).toBe('application/dialog-info+xml');
    // The server does not know yet that it is over.
    expect((await first.notify('late')).status).toBe(200);
    await untilTold('w', ['active', '[idle]', 'active', '[busy]']);
    expect(story.peer.of('SUBSCRIBE').filter(({ inDialog }) => inDialog)).toEqual([]);
  });

  test('that nobody wants to watch any more, before its first NOTIFY, is not watched for ever', async () => {
    await story.register();
    await story.watch('w');
    const subscription = await story.peer.subscribed();
    await story.page.send({ kind: 'unsubscribe', line: '1001', subscription: 'w' });
    await subscription.notify('idle');
    await story.peer.waitForRequest(({ inDialog, message }) => inDialog && message.expires === 0);
    await expect.poll(() => subscription.ended).toBe(true);
    expect(story.told('w').filter((what) => what.startsWith('['))).toEqual([]);
  });

  test('whose NOTIFYs come twice, late, and counted anew is told of as it is', async () => {
    await story.register();
    await story.watch('w');
    const first = await story.peer.subscribed();
    const answers = [
      await first.notify('busy', { cseq: 900 }),
      await first.notify('busy', { cseq: 900 }),
      await first.notify('restarted', { cseq: 1 }),
    ];
    const second = await story.peer.subscribed((one) => one !== first);
    await second.notify('idle');
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 500]);
    await untilTold('w', ['active', '[busy]', 'active', '[idle]']);
  });

  test('is asked for once', async () => {
    const ask = { kind: 'subscribe', line: '1001', target: '1002', event: 'dialog', expires: 0, once: true } as const;
    await story.page.send({ ...ask, subscription: 'too early' });
    await untilTold('too early', ['refused']);
    await story.register();
    await story.page.send({ ...ask, subscription: 'once' });
    const subscription = await story.peer.subscribed();
    expect(subscription.request.message.expires).toBe(0);
    await subscription.notify('busy', { state: 'terminated;reason=timeout' });
    await untilTold('once', ['active', '[busy]']);
  });

  test('is asked for once also of a server that takes no SUBSCRIBE of no duration, and is left at once', async () => {
    story.peer.on('SUBSCRIBE', (request) => {
      if (request.inDialog) request.reply(200, 'OK', { headers: ['Expires: 0'] });
      else if (request.message.expires === 0) request.reply(400, 'Bad Request');
      else story.peer.accept(request);
    });
    await story.register();
    await story.page.send({
      kind: 'subscribe',
      line: '1001',
      subscription: 'once',
      target: '1002',
      event: 'dialog',
      expires: 0,
      once: true,
    });
    await (await story.peer.subscribed()).notify('busy');
    await untilTold('once', ['active', '[busy]']);
    await story.peer.waitForRequest(({ message, inDialog }) => inDialog && message.expires === 0);
  });
});

describe('a line that watches', () => {
  test('and is removed ends its subscriptions and its registration, however slow the server is', async () => {
    // It never sends its last NOTIFY, for which SIP.js would wait 32 seconds.
    story.peer.on('SUBSCRIBE', (request) => {
      if (!request.inDialog) story.peer.accept(request);
    });
    await story.register();
    await story.watch('one');
    await story.watch('other', '1003');
    for (const target of ['1002', '1003'])
      await (await story.peer.subscribed((one) => one.target === target)).notify('idle');
    const before = story.peer.requests.length;
    const started = Date.now();
    await story.page.send({ kind: 'removeLine', line: '1001' });
    await story.peer.waitForRequest(({ method, message }) => method === 'REGISTER' && message.expires === 0, before);
    const said = story.peer.requests.slice(before).map(({ method, message }) => [method, message.expires]);
    expect(said).toEqual([
      ['SUBSCRIBE', 0],
      ['SUBSCRIBE', 0],
      ['REGISTER', 0],
    ]);
    expect(Date.now() - started).toBeLessThan(1500);
    const told = story.page.events.length;
    await story.peer.waitForRequest(({ method, replies }) => method === 'REGISTER' && replies[0] === 200, before);
    expect(story.page.events.slice(told).filter(({ kind }) => kind !== 'registration')).toEqual([]);
  });

  test('prints neither its password nor a hash of it', async () => {
    const printed: string[] = [];
    story.page.page.on('console', (message) => printed.push(message.text()));
    await story.register();
    await story.watch('w');
    await (await story.peer.subscribed()).notify('idle');
    await untilTold('w', ['active', '[idle]']);
    expect(printed).toEqual([]);
    expect(story.peer.requests.map(({ message }) => message.text).join('')).not.toContain(PASSWORD);
  });

  test('names an address that nobody has, where the account wants one, in Via and Contact alike', async () => {
    await story.register({ contact: 'address' });
    await story.watch('w');
    const { message } = (await story.peer.subscribed()).request;
    const via = /^SIP\/2\.0\/WSS? ([^;]+)/.exec(message.header('via'))?.[1] ?? '';
    const contact = /@([^;>]+)/.exec(message.header('contact'))?.[1] ?? '';
    expect([via, /^192\.0\.2\.\d{1,3}$/.test(via)]).toEqual([contact, true]);
    await untilTold('w', ['active']);
  });

  test('does not sit out its back-off when it is told to check', async () => {
    story.peer.on('REGISTER', (request) => request.reply(503, 'Later', { headers: ['Retry-After: 300'] }));
    await story.page.send({ kind: 'addLine', line: '1001', account: story.account() });
    await story.page.until({ kind: 'registration', line: '1001', state: 'unregistered' });
    const before = story.peer.requests.length;
    await story.page.send({ kind: 'checkConnections' });
    await story.peer.waitForRequest(({ method }) => method === 'REGISTER', before);
  });

  test('finds out that its socket is dead when it is told to check', async () => {
    await story.register();
    await story.watch('w');
    await (await story.peer.subscribed()).notify('idle');
    await untilTold('w', ['active', '[idle]']);
    story.peer.freeze();
    const frozen = Date.now();
    await story.page.send({ kind: 'checkConnections' });
    await untilTold('w', ['active', '[idle]', 'lost', 'active']);
    expect(Date.now() - frozen).toBeLessThan(15_000);
  });

  test('and another one of the same page can call each other although their server keeps the Call-ID', async () => {
    await story.register();
    await story.register({ number: '1002' });
    const bob = story.peer.of('REGISTER').find(({ message }) => message.header('to').includes('1002'));
    story.peer.on('INVITE', ({ message }) => {
      const contact = addressIn(bob?.message.header('contact') ?? '');
      bob?.socket.send(
        message.text
          .replace(/^INVITE \S+/, `INVITE ${contact}`)
          .replace(/^Via: .*$/m, 'Via: SIP/2.0/WS peer.invalid;branch=z9hG4bKon'),
      );
    });
    await story.page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
    const incoming = await story.page.until({ kind: 'incoming', line: '1002' });
    const placed = await story.page.until({ kind: 'placed', line: '1001' });
    expect([incoming, placed].map((event) => Reflect.get(event, 'sipCallId'))).toEqual(
      Array(2).fill(story.peer.of('INVITE')[0]?.message.callId),
    );
    expect(tagIn(story.peer.of('INVITE')[0]?.message.header('to') ?? '')).toBe('');
  });
});
