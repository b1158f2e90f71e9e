import { expect, test } from 'vitest';
import type { Key } from '../../../src-main/contract/keys';
import { keysOf } from '../../../src-renderer/face/pasted';

const typed = (keys: readonly Key[]): string =>
  keys.map((key) => (key.kind === 'digit' ? key.digit : key.kind === 'character' ? key.character : key.kind)).join('');

test.each([
  ['1002', '1002'],
  [' +49 (30) 901-820\n', '+4930901820'],
  ['tel:+1.408.555/0100', '+14085550100'],
  ['*62*1003', '*62*1003'],
  ['1002#', ''],
  ['call me', ''],
  ['10+02', ''],
  ['', ''],
  ['1'.repeat(33), ''],
  ['\u202a+15550100\u202c', '+15550100'],
  ['\u2068+1 555-0100\u2069', '+15550100'],
  ['555\u20110100', '5550100'],
  ['555\u20130100', '5550100'],
  ['\u200b555\u00a00100\u00ad', '5550100'],
  ['\u0661\u0662\u0663\u0664', '1234'],
  ['\u0966\u0967\u096f', '019'],
  ['＋１（５５５）０１００', '+15550100'],
  ['+49 (0) 30 123456', '+4930123456'],
  ['0049 (0)30 123456', '004930123456'],
  ['(0)30 123456', '030123456'],
  ['555-0100 ext. 12', '5550100'],
  ['555-0100 x12', '5550100'],
  ['555-0100,,12#', '5550100'],
  ['555-0100 ext', ''],
  ['tel:+1-555-0100;ext=12', '+15550100'],
  ['callto:1002', '1002'],
  ['sip:1002@peer.test', '1002'],
  ['<sip:1002@peer.test;transport=ws>', '1002'],
  ['sip:alice@peer.test', ''],
  ['tel:%E0%A4%A', ''],
  ['555 0100\n555 0101', '5550100'],
])('%j is dialled as %j', (text, dialled) => {
  expect(typed(keysOf(text, 'calls'))).toBe(dialled);
});

test('the digits are keys of the keypad, "+" the one of the keyboard', () => {
  expect(keysOf('+1', 'calls')).toEqual([
    { kind: 'character', character: '+' },
    { kind: 'digit', digit: '1' },
  ]);
});

test('into a form goes any text, on one line and no longer than a field; on lists and pages nothing is pasted', () => {
  expect(typed(keysOf('\tDr. Łucja  Åberg\r\nRoom 12\u0007 ', 'input'))).toBe('Dr. Łucja Åberg Room 12');
  expect(typed(keysOf('x'.repeat(40), 'input'))).toBe('x'.repeat(32));
  expect((['menu', 'services', 'image'] as const).flatMap((plane) => keysOf('1002', plane))).toEqual([]);
});
