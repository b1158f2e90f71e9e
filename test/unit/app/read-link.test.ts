import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkAmong, readLink } from '../../../src-main/app/read-link';

test.each([
  ['tel:1002', '1002'],
  ['TEL:+1-201-555-0123', '+12015550123'],
  ['tel:+44 (0)20.7946-0018', '+442079460018'],
  ['tel:+49%20(0)%2030%20123', '+4930123'],
  ['tel:(0)30 123', '030123'],
  ['tel:%E2%80%AA+15550100%E2%80%AC', '+15550100'],
  ['tel:555%E2%80%910100', '5550100'],
  ['tel:15550100p123', '15550100'],
  ['tel:12p34w5', '12'],
  ['tel:١٠٠٢', '1002'],
  ['tel:7042;phone-context=example.com', '7042'],
  ['tel:863-1234;ext=9;isub=1?subject=x', '8631234'],
  ['tel:*21%23', '*21#'],
  ['tel://1002', '1002'],
  ['callto:+49%2030%201234', '+49301234'],
  ['callto://1002', '1002'],
  ['sip:1002@example.com', '1002'],
  ['sip:+12125551212;phone-context=x@gateway.com;user=phone?Subject=hello', '+12125551212'],
  ['sip:alice:secretword@atlanta.com;transport=tcp', 'alice'],
  ['sip:1002', '1002'],
  ['sip:carol.s_1@chicago.com', 'carol.s_1'],
  ['1002', '1002'],
  ['+49 (30) 12-34', '+49301234'],
  ['*21#', '*21#'],
])('%s fills in %s', (link, number) => {
  expect(readLink(link)).toEqual({ kind: 'number', number });
});

test.each([
  ['tel:'],
  ['tel:;1002'],
  ['tel:CALLME'],
  ['tel:1002%00'],
  ['tel:1002\r\nINVITE sip:x'],
  ['tel:%2525311002'],
  ['tel:%E0%A4%A'],
  ['tel:<script>alert(1)</script>'],
  ['tel:p34'],
  ['tel:12p34x'],
  ['tel:1+2'],
  ['callto:alice'],
  ['sip:'],
  ['sip:@example.com'],
  ['sip:example.com'],
  ['sip:%22><x@example.com'],
  ['sip:../../etc/passwd@example.com'],
  ['sip:alice%0d%0aVia@example.com'],
  [`tel:${'1'.repeat(33)}`],
  [`sip:${'a'.repeat(33)}@example.com`],
  [`tel:1002;${'x'.repeat(600)}`],
  ['sips:1002@example.com'],
])('%j is refused, in words that repeat nothing of it', (link) => {
  const read = readLink(link);
  expect(read).toEqual({ kind: 'refused', words: expect.stringMatching(/^The link .*\.$/) });
});

test.each([
  [''],
  ['.'],
  ['/usr/lib/callback-phone'],
  ['src/2024'],
  ['mailto:1002'],
  ['https://1002'],
  ['-1'],
  ['()'],
  ['file:1'],
])('%j is no link for a phone', (word) => {
  expect(readLink(word)).toBeNull();
});

test('whatever comes, the dial field gets nothing but a short number or name', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc
      .tuple(fc.constantFrom('tel:', 'sip:', 'callto:', 'sips:', ''), fc.string({ unit: 'grapheme', maxLength: 80 }))
      .map((parts) => parts.join('')),
    fc.webUrl().map((url) => url.replace(/^https?/, 'sip')),
  );
  fc.assert(
    fc.property(word, (text) => {
      const read = readLink(text);
      if (read?.kind === 'number') expect(read.number).toMatch(/^(\+?[\d*#]{1,32}|[A-Za-z][\w.-]{0,31})$/);
    }),
    { numRuns: 1000 },
  );
});

test('on the command line a switch keeps its value, and the first link counts', () => {
  const withValue = ['--record'];
  expect(linkAmong(['--demo', '--record', '2024', 'tel:1002', 'tel:1003'], withValue)).toEqual({
    kind: 'number',
    number: '1002',
  });
  expect(linkAmong(['--user-data-dir=/x', '.', '--', 'sips:1@x'], withValue)).toMatchObject({ kind: 'refused' });
  expect(linkAmong(['.', '--demo'], withValue)).toBeNull();
});
