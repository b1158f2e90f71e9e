import { expect, test } from 'vitest';
import { LineBook } from '../../../src-main/callmanager/call-processing/line-book';

const book = () => {
  const told: string[] = [];
  return { told, lines: new LineBook((number, status) => told.push(`${number} ${status}`)) };
};

const call = (state: 'proceeding' | 'ringing' | 'connected' | 'ended') =>
  ({ id: 'c1', from: '1003', to: '1002', state, status: null }) as const;

test('a call from its dialling to its end, as the two lines show it', () => {
  const { told, lines } = book();
  for (const number of ['1002', '1003']) lines.setContacts(number, 1);
  for (const state of ['proceeding', 'ringing', 'connected', 'ended'] as const) lines.onCall(call(state));
  expect(told).toEqual([
    '1002 onHook',
    '1003 onHook',
    '1003 offHook',
    '1002 ringing',
    '1002 offHook',
    '1003 onHook',
    '1002 onHook',
  ]);
});

test('a handset that stays lifted keeps the line off hook after its call', () => {
  const { told, lines } = book();
  lines.setContacts('1002', 1);
  lines.setLifted('1002', true);
  lines.onCall(call('connected'));
  lines.onCall(call('ended'));
  lines.setLifted('1002', false);
  expect(told.filter((line) => line.startsWith('1002'))).toEqual(['1002 onHook', '1002 offHook', '1002 onHook']);
});

test('a phone that is unplugged is offline whatever else is known of it', () => {
  const { lines } = book();
  lines.setContacts('1002', 1);
  lines.setLifted('1002', true);
  lines.setContacts('1002', 0);
  expect([lines.statusOf('1002'), lines.statusOf('1009'), lines.isLifted('1002')]).toEqual([
    'offline',
    'offline',
    true,
  ]);
});
