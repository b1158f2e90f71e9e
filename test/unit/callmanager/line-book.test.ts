import { expect, test } from 'vitest';
import { LineBook } from '../../../src-main/callmanager/call-processing/line-book';
import type { CallEvent } from '../../../src-main/callmanager/sip-server/sip-server';

const book = () => {
  const told: string[] = [];
  return { told, lines: new LineBook((number, status) => told.push(`${number} ${status}`)) };
};

const call = (state: CallEvent['state'], to = '1002'): CallEvent => ({
  id: 'c1',
  from: '1003',
  to,
  dialled: '1002',
  state,
  status: null,
});

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

test('a call that is forwarded leaves the line idle, and rings at the next one', () => {
  const { told, lines } = book();
  for (const number of ['1002', '1004']) lines.setContacts(number, 1);
  for (const state of ['proceeding', 'ringing', 'forwarded'] as const) lines.onCall(call(state));
  for (const state of ['ringing', 'connected', 'ended'] as const) lines.onCall(call(state, '1004'));
  expect(told.slice(2)).toEqual(['1002 ringing', '1002 onHook', '1004 ringing', '1004 offHook', '1004 onHook']);
});

test('a line whose user does not want to be disturbed is not available until he does', () => {
  const { told, lines } = book();
  lines.setDoNotDisturb('1002', true);
  lines.setContacts('1002', 1);
  lines.setLifted('1002', true);
  lines.setLifted('1002', false);
  lines.setDoNotDisturb('1002', false);
  expect(told).toEqual(['1002 doNotDisturb', '1002 offHook', '1002 doNotDisturb', '1002 onHook']);
});

test('a line that talks stays off hook while a second call waits', () => {
  const { told, lines } = book();
  lines.setContacts('1002', 1);
  lines.onCall(call('connected'));
  lines.onCall({ ...call('ringing'), id: 'c2', from: '1004' });
  lines.onCall({ ...call('ended'), id: 'c2', from: '1004' });
  expect(told).toEqual(['1002 onHook', '1002 offHook']);
});
