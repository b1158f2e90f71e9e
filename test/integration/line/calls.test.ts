import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CuttableProxy } from '../../support/cuttable-proxy';
import { type LinePageUnderTest, TIMEOUT_MS } from './line-page';
import { LineStage } from './line-stage';
import { connect, ring } from './one-call';

const stage = new LineStage({ microphone: true });
const { cluster } = stage;
let page: LinePageUnderTest;

beforeEach(async () => {
  page = await stage.open();
});
afterEach(async () => {
  await page.close();
  expect(page.troubles).toEqual([]);
});

const register = (...numbers: readonly string[]): Promise<void> => stage.register(page, ...numbers);

const packets = async (count: 'received' | 'sent'): Promise<readonly number[]> =>
  (await page.peers()).map((peer) => peer[count]);

/** Real RTP arrives on both sides, and goes on arriving. */
async function untilBothHear(): Promise<void> {
  const [one = 0, other = 0] = await packets('received');
  await expect
    .poll(async () => (await packets('received')).map((count, side) => count > ([one, other][side] ?? 0) + 20), {
      timeout: TIMEOUT_MS,
    })
    .toEqual([true, true]);
}

describe('registration', () => {
  test('a line registers, and says so again when it is added again', async () => {
    await register('1001');
    expect(cluster.contacts.get('1001')).toBe(1);
    await page.send({ kind: 'addLine', line: '1001', account: cluster.account('1001') });
    await expect
      .poll(() => page.of('registration').map(({ state, status }) => [state, status]))
      .toEqual([
        ['registering', null],
        ['registered', null],
        ['registered', null],
      ]);
  });

  test('a wrong password is told with its status', async () => {
    await page.send({ kind: 'addLine', line: '1001', account: cluster.account('1001', { password: 'wrong' }) });
    const refused = await page.until({ kind: 'registration', line: '1001', state: 'unregistered' });
    expect([401, 403]).toContain(refused.kind === 'registration' ? refused.status : null);
    // Another account takes its place at once, without waiting for the retry.
    await register('1001');
  });

  test('no server is told without a status', async () => {
    await page.send({
      kind: 'addLine',
      line: '1001',
      account: cluster.account('1001', { server: 'ws://127.0.0.1:1' }),
    });
    await page.until({ kind: 'registration', line: '1001', state: 'unregistered', status: null });
  });

  test('a server that was away is found again, without help', async () => {
    await register('1001', '1002');
    const before = page.events.length;
    await cluster.stop();
    for (const line of ['1001', '1002']) {
      await page.until({ kind: 'registration', line, state: 'unregistered', status: null }, before);
    }
    const away = page.events.length;
    await cluster.start();
    for (const line of ['1001', '1002']) await page.until({ kind: 'registration', line, state: 'registered' }, away);
    expect(await ring(page)).not.toBe('');
  });

  test('a socket that only looks open is noticed within 30 seconds, and replaced', async () => {
    const proxy = await CuttableProxy.open(cluster.port);
    try {
      await page.send({ kind: 'addLine', line: '1001', account: cluster.account('1001', { server: proxy.address }) });
      await page.until({ kind: 'registration', line: '1001', state: 'registered' });
      const after = page.events.length;
      const frozen = Date.now();
      proxy.freeze();
      await page.until({ kind: 'registration', line: '1001', state: 'unregistered', status: null }, after);
      expect(Date.now() - frozen).toBeLessThan(30_000);
      await page.until({ kind: 'registration', line: '1001', state: 'registered' }, after);
    } finally {
      await proxy.close();
    }
  });

  test('a network that is back is not made to wait for the back-off', async () => {
    await page.send({ kind: 'addLine', line: '1001', account: cluster.account('1001', { password: 'wrong' }) });
    await page.until({ kind: 'registration', line: '1001', state: 'unregistered' });
    const after = page.events.length;
    await page.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.until({ kind: 'registration', line: '1001', state: 'registering' }, after);
    await page.until({ kind: 'registration', line: '1001', state: 'unregistered' }, after);
  });

  test('a removed line is gone from the server', async () => {
    await register('1001');
    await page.send({ kind: 'removeLine', line: '1001' });
    await page.until({ kind: 'registration', line: '1001', state: 'unregistered', status: null });
    await expect.poll(() => cluster.contacts.get('1001'), { timeout: TIMEOUT_MS }).toBe(0);
  });
});

describe('a call', () => {
  beforeEach(() => register('1001', '1002'));

  test('rings with the name and number of the caller, connects, and carries voice both ways', async () => {
    const call = await connect(page);
    expect(page.of('incoming')).toEqual([
      {
        kind: 'incoming',
        line: '1002',
        call,
        number: '1001',
        name: 'Alice Alpha',
        sipCallId: expect.any(String),
        autoAnswer: false,
        source: 'inside',
      },
    ]);
    expect(page.of('voice').map(({ source }) => source)).toEqual(['microphone', 'microphone']);
    await untilBothHear();
    expect((await page.peers()).map(({ codec }) => codec)).toEqual(['audio/PCMU', 'audio/PCMU']);

    await page.send({ kind: 'release', line: '1001', call: 'out' });
    await page.until({ kind: 'ended', line: '1002', call });
    expect(page.of('ended')).toEqual([
      { kind: 'ended', line: '1001', call: 'out', by: 'near', status: null },
      { kind: 'ended', line: '1002', call, by: 'far', status: null },
    ]);
  });

  test('is released by the one who was called', async () => {
    const call = await connect(page);
    await page.send({ kind: 'release', line: '1002', call });
    await page.until({ kind: 'ended', line: '1001', call: 'out', by: 'far', status: null });
    await page.until({ kind: 'ended', line: '1002', call, by: 'near', status: null });
  });

  test('is refused with 486', async () => {
    const call = await ring(page);
    await page.send({ kind: 'release', line: '1002', call });
    await page.until({ kind: 'ended', line: '1001', call: 'out', by: 'far', status: 486 });
    expect(page.of('ended')).toHaveLength(2);
  });

  test('is cancelled while it rings', async () => {
    const call = await ring(page);
    await page.send({ kind: 'release', line: '1001', call: 'out' });
    await page.until({ kind: 'ended', line: '1002', call, by: 'far', status: null });
    expect(page.of('ended').map(({ call: id, by }) => [id, by])).toEqual([
      ['out', 'near'],
      [call, 'far'],
    ]);
  });

  test('is given up before its INVITE has left', async () => {
    await page.page.evaluate(() => {
      window.command({ kind: 'invite', line: '1001', call: 'short', target: '1002' });
      window.command({ kind: 'release', line: '1001', call: 'short' });
    });
    await page.until({ kind: 'ended', line: '1001', call: 'short', by: 'near', status: null });
    // The line is as good as new.
    await connect(page);
    expect(page.of('ended')).toHaveLength(1);
  });

  test('to a number that does not exist is refused with 404', async () => {
    await page.send({ kind: 'invite', line: '1001', call: 'out', target: '9999' });
    await page.until({ kind: 'ended', line: '1001', call: 'out', by: 'far', status: 404 });
  });

  test('to a phone that is not registered is refused with 480', async () => {
    await page.send({ kind: 'invite', line: '1001', call: 'out', target: '1003' });
    await page.until({ kind: 'ended', line: '1001', call: 'out', by: 'far', status: 480 });
  });

  test('to what is no number ends', async () => {
    await page.send({ kind: 'invite', line: '1001', call: 'out', target: '' });
    await page.until({ kind: 'ended', line: '1001', call: 'out', by: 'near', status: null });
    await page.send({ kind: 'invite', line: '1001', call: 'hash', target: '*98#' });
    await page.until({ kind: 'ended', line: '1001', call: 'hash', by: 'far', status: 404 });
  });

  test('without a registered line ends at once', async () => {
    await page.send({ kind: 'invite', line: 'none', call: 'out', target: '1002' });
    await page.until({ kind: 'ended', line: 'none', call: 'out', by: 'network', status: null });
  });

  test('is held, sends and plays nothing, and is taken back', async () => {
    await connect(page);
    await untilBothHear();
    await page.send({ kind: 'hold', line: '1001', call: 'out' });
    await page.until({ kind: 'held', line: '1001', call: 'out', held: true });
    const [near] = await page.peers();
    expect(near?.direction).toBe('sendonly');
    const [held = 0] = await packets('sent');
    await page.send({ kind: 'resume', line: '1001', call: 'out' });
    await page.until({ kind: 'held', line: '1001', call: 'out', held: false });
    const [resumed = 0] = await packets('sent');
    expect(resumed - held).toBeLessThan(5);
    await untilBothHear();
    expect((await page.peers()).map(({ direction }) => direction)).toEqual(['sendrecv', 'sendrecv']);
  });

  test('that both hold at once is held by both, or as before, but never in between', async () => {
    const call = await connect(page);
    await page.page.evaluate((incoming) => {
      window.command({ kind: 'hold', line: '1001', call: 'out' });
      window.command({ kind: 'hold', line: '1002', call: incoming });
    }, call);
    await page.until({ kind: 'held', line: '1001' });
    await page.until({ kind: 'held', line: '1002' });
    for (const [line, id] of [
      ['1001', 'out'],
      ['1002', call],
    ] as const) {
      const after = page.events.length;
      await page.send({ kind: 'resume', line, call: id });
      await page.until({ kind: 'held', line, held: false }, after);
    }
    await untilBothHear();
  });

  test('is muted without being held', async () => {
    await connect(page);
    await untilBothHear();
    await page.send({ kind: 'setVoice', line: '1001', muted: true, gain: 0.25 });
    expect(await page.page.evaluate(() => window.tracks.map((track) => track.enabled))).toEqual([false, true]);
    await page.send({ kind: 'setVoice', line: '1001', muted: false, gain: 1 });
    await untilBothHear();
  });

  test('ends when the server is gone, on both sides and once', async () => {
    const call = await connect(page);
    await cluster.stop();
    await page.until({ kind: 'ended', line: '1001', call: 'out' });
    await page.until({ kind: 'ended', line: '1002', call });
    await cluster.start();
    const after = page.events.length;
    for (const line of ['1001', '1002']) await page.until({ kind: 'registration', line, state: 'registered' }, after);
    expect(page.of('ended')).toHaveLength(2);
  });

  test('leaves nothing behind, however many there were', async () => {
    for (let count = 0; count < 5; count++) {
      const after = page.events.length;
      const out = `out${count}`;
      await page.send({ kind: 'invite', line: '1001', call: out, target: '1002' });
      const incoming = await page.until({ kind: 'incoming', line: '1002' }, after);
      if (incoming.kind !== 'incoming') throw new Error('unreachable');
      await page.send({ kind: 'answer', line: '1002', call: incoming.call });
      await page.until({ kind: 'connected', line: '1001', call: out });
      await page.send({ kind: 'release', line: '1001', call: out });
      await page.until({ kind: 'ended', line: '1002', call: incoming.call });
    }
    expect(
      await page.page.evaluate(() => ({
        peers: window.peers.map((peer) => peer.signalingState),
        tracks: window.tracks.map((track) => track.readyState),
      })),
    ).toEqual({ peers: Array(10).fill('closed'), tracks: Array(10).fill('ended') });
  });
});
