import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LineBridge } from '../../../src-main/contract/bridges';
import type { LineEvent } from '../../../src-main/contract/line-port';
import { type LinePageUnderTest, TIMEOUT_MS } from './line-page';
import { LineStage } from './line-stage';

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

async function ringing(line: string, after: number): Promise<Extract<LineEvent, { kind: 'incoming' }>> {
  const event = await page.until({ kind: 'incoming', line }, after);
  if (event.kind !== 'incoming') throw new Error('unreachable');
  return event;
}

/** 1001 calls the number, which answers. Gives the called side's id of the call; the calling side's is `call`. */
async function talk(call: string, number: string): Promise<string> {
  const after = page.events.length;
  await page.send({ kind: 'invite', line: '1001', call, target: number });
  const incoming = await ringing(number, after);
  await page.send({ kind: 'answer', line: number, call: incoming.call });
  await page.until({ kind: 'connected', line: '1001', call });
  return incoming.call;
}

async function hold(call: string): Promise<void> {
  await page.send({ kind: 'hold', line: '1001', call });
  await page.until({ kind: 'held', line: '1001', call, held: true });
}

const progress = (): readonly string[] =>
  page.of('transferProgress').map(({ call, status, done }) => `${call} ${status}${done ? ' done' : ''}`);

/** The calls of the lines that are left, by who has told of them. */
const over = (): readonly string[] =>
  page
    .of('ended')
    .map(({ line, call }) => `${line} ${call}`)
    .sort();

/** Energy of what arrives at a peer connection of the page, in the order of their making. */
const heard = (peer: number): Promise<number> =>
  page.page.evaluate(async (index) => {
    const reports = [...((await window.peers[index]?.getStats())?.values() ?? [])];
    return Number(reports.find(({ type }) => type === 'inbound-rtp')?.totalAudioEnergy ?? 0);
  }, peer);

async function untilHeard(peer: number): Promise<void> {
  const before = await heard(peer);
  await expect.poll(() => heard(peer), { timeout: TIMEOUT_MS }).toBeGreaterThan(before + 0.0001);
}

/** What was said before has run out, and nothing follows. */
async function untilSilent(peer: number): Promise<void> {
  let before = await heard(peer);
  const growth = async (): Promise<number> => {
    const now = await heard(peer);
    const grown = now - before;
    before = now;
    return grown;
  };
  await expect.poll(growth, { timeout: TIMEOUT_MS, interval: 500 }).toBeLessThan(0.000_01);
}

describe('blind transfer', () => {
  test('the far end calls the target, and talks with it; the transferor is told, and is out', async () => {
    await register('1001', '1002', '1003');
    const bobs = await talk('first', '1002');
    await hold('first');
    const after = page.events.length;
    await page.send({ kind: 'transfer', line: '1001', call: 'first', target: '1003' });
    const referred = await page.until({ kind: 'referred', line: '1002', call: bobs });
    const atCarol = await ringing('1003', after);
    expect(atCarol).toMatchObject({ number: '1002', name: 'Bob Beta' });
    await page.send({ kind: 'answer', line: '1003', call: atCarol.call });
    await page.until({ kind: 'transferProgress', line: '1001', call: 'first', status: 200, done: true });
    const next = referred.kind === 'referred' ? referred.next : '';
    await page.until({ kind: 'connected', line: '1002', call: next });
    await page.until({ kind: 'ended', line: '1002', call: bobs });
    expect(progress()).toEqual(['first 100', 'first 180', 'first 200 done']);
    expect(over()).toEqual(['1001 first', `1002 ${bobs}`].sort());
    expect(page.of('identity').find(({ call }) => call === next)).toMatchObject({
      number: '1003',
      name: 'Carol Gamma',
    });
    await untilHeard(3);
    // CallManager knows who talks with whom.
    expect(cluster.calls.filter(({ state }) => state === 'connected').map(({ from, to }) => `${from} ${to}`)).toContain(
      '1002 1003',
    );
  });

  test.each([
    ['a number that nobody has', '1099', 404],
    ['a phone that is not there', '1003', 480],
    ['itself', '1002', 486],
  ])('to %s: the transferor is told why, and has his call back', async (_name, target, status) => {
    await register('1001', '1002');
    await talk('first', '1002');
    await hold('first');
    await page.send({ kind: 'transfer', line: '1001', call: 'first', target });
    await page.until({ kind: 'transferProgress', line: '1001', call: 'first', status, done: true });
    expect(over().filter((call) => call.startsWith('1001'))).toEqual([]);
    await page.send({ kind: 'resume', line: '1001', call: 'first' });
    await page.until({ kind: 'held', line: '1001', call: 'first', held: false });
    await untilHeard(1);
  });

  test('to a number that makes no address', async () => {
    await register('1001', '1002');
    await talk('first', '1002');
    await page.send({ kind: 'transfer', line: '1001', call: 'first', target: '' });
    await page.until({ kind: 'transferProgress', line: '1001', call: 'first', status: 404, done: true });
  });

  test('the far end hangs up in the middle: the call is over, and nothing is told of the transfer', async () => {
    await register('1001', '1002', '1003');
    const bobs = await talk('first', '1002');
    await page.send({ kind: 'transfer', line: '1001', call: 'first', target: '1003' });
    await ringing('1003', 0);
    await page.send({ kind: 'release', line: '1002', call: bobs });
    await page.until({ kind: 'ended', line: '1001', call: 'first', by: 'far' });
    expect(progress().filter((told) => told.endsWith('done'))).toEqual([]);
  });
});

describe('attended transfer', () => {
  test('the two far ends talk with each other, and both calls of the transferor end', async () => {
    await register('1001', '1002', '1003');
    const bobs = await talk('first', '1002');
    await hold('first');
    const carols = await talk('second', '1003');
    await hold('second');
    await page.send({
      kind: 'transferToCall',
      line: '1001',
      call: 'first',
      other: { line: '1001', call: 'second' },
    });
    const replaced = await page.until({ kind: 'replaced', line: '1003', call: carols });
    expect(replaced).toMatchObject({ number: '1002', name: 'Bob Beta' });
    await page.until({ kind: 'transferProgress', line: '1001', call: 'first', status: 200, done: true });
    for (const [line, call] of [
      ['1001', 'first'],
      ['1001', 'second'],
      ['1002', bobs],
      ['1003', carols],
    ] as const)
      await page.until({ kind: 'ended', line, call });
    const next = replaced.kind === 'replaced' ? replaced.next : '';
    await page.until({ kind: 'connected', line: '1003', call: next });
    expect(over()).toHaveLength(4);
    await untilHeard(4);
    await untilHeard(5);
  });

  test('a phone that gives the old call up while the new one takes its place keeps the new one', async () => {
    await register('1001', '1002', '1003');
    await talk('first', '1002');
    await hold('first');
    const carols = await talk('second', '1003');
    await page.page.evaluate(
      ([line, call]) => {
        const { lineBridge } = window as unknown as { readonly lineBridge: LineBridge };
        const { report } = lineBridge;
        Object.assign(lineBridge, {
          report: (event: LineEvent) => {
            report(event);
            if (event.kind === 'replaced') window.command({ kind: 'release', line, call });
          },
        });
      },
      ['1003', carols] as const,
    );
    await page.send({ kind: 'transferToCall', line: '1001', call: 'first', other: { line: '1001', call: 'second' } });
    const replaced = await page.until({ kind: 'replaced', line: '1003', call: carols });
    const next = replaced.kind === 'replaced' ? replaced.next : '';
    await page.until({ kind: 'connected', line: '1003', call: next });
    await page.until({ kind: 'ended', line: '1003', call: carols, by: 'near' });
    await untilHeard(5);
  });

  test('a call that is not there any more: told at once, and the first call stays', async () => {
    await register('1001', '1002');
    await talk('first', '1002');
    await page.send({ kind: 'transferToCall', line: '1001', call: 'first', other: { line: '1001', call: 'gone' } });
    await page.until({ kind: 'transferProgress', line: '1001', call: 'first', status: null, done: true });
    expect(over()).toEqual([]);
  });
});

describe('conference', () => {
  const mute = (line: string, muted: boolean): Promise<void> => page.send({ kind: 'setVoice', line, muted, gain: 1 });

  test('each of the other two hears the other, and nobody himself; who leaves leaves the rest talking', async () => {
    await register('1001', '1002', '1003');
    await talk('first', '1002');
    await hold('first');
    const carols = await talk('second', '1003');
    await page.send({ kind: 'resume', line: '1001', call: 'first' });
    await page.until({ kind: 'held', line: '1001', call: 'first', held: false });
    const calls = [
      { line: '1001', call: 'first' },
      { line: '1001', call: 'second' },
    ];
    await mute('1001', true);
    await mute('1002', true);
    await page.send({ kind: 'join', line: '1001', calls });
    await page.until({ kind: 'joined', line: '1001' });
    expect(page.of('joined').at(-1)?.calls).toEqual(calls);
    // Carol alone speaks: Bob hears her through Alice, and she does not hear herself.
    await untilHeard(1);
    await untilSilent(3);
    await untilHeard(1);
    await mute('1003', true);
    await mute('1002', false);
    await untilHeard(3);
    await page.send({ kind: 'release', line: '1003', call: carols });
    await page.until({ kind: 'ended', line: '1001', call: 'second' });
    await expect.poll(() => page.of('joined').at(-1)?.calls).toEqual([]);
    await mute('1001', false);
    await untilHeard(1);
  });
});

test('how well a call is heard is counted; of no call, nothing', async () => {
  await register('1001', '1002');
  await talk('first', '1002');
  await untilHeard(0);
  await page.send({ kind: 'measure', line: '1001', call: 'first' });
  const measured = await page.until({ kind: 'quality', line: '1001', call: 'first' });
  if (measured.kind !== 'quality') throw new Error('unreachable');
  expect(measured.quality).toMatchObject({ codec: 'PCMU', packetsLost: 0 });
  expect(measured.quality?.packetsReceived).toBeGreaterThan(0);
  await page.send({ kind: 'measure', line: '1001', call: 'gone' });
  expect(await page.until({ kind: 'quality', call: 'gone' })).toMatchObject({ quality: null });
});
