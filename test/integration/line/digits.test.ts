import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LinePageUnderTest, TIMEOUT_MS } from './line-page';
import { LineStage } from './line-stage';
import { connect } from './one-call';

const stage = new LineStage({ microphone: true });
let page: LinePageUnderTest;
/** 1002's id of the call. */
let call: string;

beforeEach(async () => {
  page = await stage.open();
  await stage.register(page, '1001', '1002');
  call = await connect(page);
  await page.page.evaluate(() => {
    window.digits = [];
    window.peers[0]?.getSenders()[0]?.dtmf?.addEventListener('tonechange', ({ tone }) => window.digits.push(tone));
  });
});
afterEach(async () => {
  await page.close();
  expect(page.troubles).toEqual([]);
});

/** The browser names each digit of 1001's as it sends it, and at last nothing. */
const untilSent = (...digits: readonly string[]): Promise<void> =>
  expect.poll(() => page.page.evaluate(() => window.digits), { timeout: TIMEOUT_MS }).toEqual([...digits, '']);

/** All in one moment, as no finger can. */
const commands = (...list: readonly Parameters<typeof window.command>[0][]): Promise<void> =>
  page.page.evaluate((all) => {
    for (const command of all) window.command(command);
  }, list);

const press = (digit: string) => ({ kind: 'sendDigit', line: '1001', call: 'out', digit }) as const;

test('digits are sent, however fast they are pressed', async () => {
  await commands(press('5'), press('6'), press('#'));
  await untilSent('5', '6', '#');
});

test('a digit that is pressed while the call is being taken back is sent when it is back', async () => {
  await page.send({ kind: 'hold', line: '1001', call: 'out' });
  await page.until({ kind: 'held', line: '1001', call: 'out', held: true });
  await commands({ kind: 'resume', line: '1001', call: 'out' }, press('7'), press('8'));
  await page.until({ kind: 'held', line: '1001', call: 'out', held: false });
  await untilSent('7', '8');
});

test('a digit that is pressed before the far end has taken us back is sent when it has', async () => {
  await page.send({ kind: 'hold', line: '1002', call });
  await page.until({ kind: 'held', line: '1002', call, held: true });
  await commands({ kind: 'resume', line: '1002', call }, press('9'));
  await page.until({ kind: 'held', line: '1002', call, held: false });
  await untilSent('9');
});
