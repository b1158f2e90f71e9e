import { expect, test } from 'vitest';
import { ConnectionTrace, strangersLimit } from '../../../../src-main/callmanager/sip-server/connection-trace';

const clock = { now: () => 0 };

test('30,000 messages of a stranger are twenty lines and a count; of a known phone each is a line', () => {
  const lines: string[] = [];
  const trace = new ConnectionTrace('#1', clock, strangersLimit(clock), (line) => lines.push(line));
  for (let sent = 0; sent < 30_000; sent++) trace.write('received', '<- INVITE');
  trace.close();
  expect([lines.length, lines.at(-1)]).toEqual([21, '#1 received: … and 29980 more in the last 1 s']);
  trace.trust();
  lines.length = 0;
  for (let sent = 0; sent < 1000; sent++) trace.write('received', '<- INVITE');
  expect(lines).toHaveLength(1000);
});

test('a new connection for each message gains nothing', () => {
  const lines: string[] = [];
  const strangers = strangersLimit(clock);
  for (let opened = 0; opened < 10_000; opened++)
    new ConnectionTrace(`#${opened}`, clock, strangers, (line) => lines.push(line)).write('received', '<- INVITE');
  expect(lines).toHaveLength(200);
});

test('of a giant the beginning is logged, and never a credential that it was cut in', () => {
  const lines: string[] = [];
  const trace = new ConnectionTrace('#1', clock, strangersLimit(clock), (line) => lines.push(line));
  trace.write(
    'received',
    `<- REGISTER sip:a SIP/2.0\r\nX: ${'x'.repeat(1990)}\r\nAuthorization: Digest response="secret"\r\n\r\n`,
  );
  trace.write('received', `<- ${'x'.repeat(60_000)}`);
  expect(lines.map((line) => line.length)).toEqual([expect.any(Number), 2079]);
  expect(lines.join()).not.toContain('secret');
});
