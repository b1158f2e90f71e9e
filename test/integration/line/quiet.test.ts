import { expect, test } from 'vitest';
import { TIMEOUT_MS } from './line-page';
import { LineStage } from './line-stage';

const stage = new LineStage({ microphone: false });

test('a machine without a microphone calls and is called all the same', async () => {
  const page = await stage.open();
  await stage.register(page, '1001', '1002');
  await page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
  const incoming = await page.until({ kind: 'incoming', line: '1002' });
  if (incoming.kind !== 'incoming') throw new Error('unreachable');
  await page.send({ kind: 'answer', line: '1002', call: incoming.call });
  await page.until({ kind: 'connected', line: '1001', call: 'out' });
  await page.until({ kind: 'connected', line: '1002', call: incoming.call });
  expect(page.of('voice').map(({ line, source }) => [line, source])).toEqual([
    ['1001', 'quiet'],
    ['1002', 'quiet'],
  ]);
  await expect
    .poll(async () => (await page.peers()).map(({ received }) => received > 20), { timeout: TIMEOUT_MS })
    .toEqual([true, true]);
  await page.send({ kind: 'release', line: '1001', call: 'out' });
  await page.until({ kind: 'ended', line: '1002', call: incoming.call });
  await page.close();
  expect(page.troubles).toEqual([]);
});
