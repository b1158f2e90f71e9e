import type { LinePageUnderTest } from './line-page';

/** 1001 calls 1002, and 1002 rings; gives the called side's id of the call, whose other side is "out". */
export async function ring(page: LinePageUnderTest): Promise<string> {
  await page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
  const incoming = await page.until({ kind: 'incoming', line: '1002' });
  if (incoming.kind !== 'incoming') throw new Error('unreachable');
  await page.until({ kind: 'progress', line: '1001', call: 'out', phase: 'ringing' });
  return incoming.call;
}

/** … and 1002 answers. */
export async function connect(page: LinePageUnderTest): Promise<string> {
  const call = await ring(page);
  await page.send({ kind: 'answer', line: '1002', call });
  await page.until({ kind: 'connected', line: '1002', call });
  await page.until({ kind: 'connected', line: '1001', call: 'out' });
  return call;
}
