import { expect, test } from 'vitest';
import { LineBook } from '../../../../src-main/callmanager/call-processing/line-book';
import type { CallEvent } from '../../../../src-main/callmanager/sip-server/sip-server';

const book = () => {
  const told: string[] = [];
  const used: string[] = [];
  const lines = new LineBook({
    onStatus: (number, status, detail) => told.push(`${number} ${status}${detail ? `, ${detail}` : ''}`),
    onUse: (number, devices) => used.push(`${number} ${devices.join(' ') || 'nobody'}`),
  });
  return { told, used, lines };
};

const call = (state: CallEvent['state'], to = '1002', toDevice = 'bob'): CallEvent => ({
  id: 'c1',
  from: '1003',
  to,
  dialled: '1002',
  fromDevice: 'carol',
  toDevice: state === 'connected' || state === 'ended' ? toDevice : null,
  state,
  status: null,
});

test('a call from its dialling to its end, as the two lines show it', () => {
  const { told, lines } = book();
  lines.setPhones('1002', ['bob']);
  lines.setPhones('1003', ['carol']);
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
  lines.setPhones('1002', ['bob']);
  lines.setLifted('bob', '1002');
  lines.onCall(call('connected'));
  lines.onCall(call('ended'));
  lines.setLifted('bob', null);
  expect(told.filter((line) => line.startsWith('1002'))).toEqual(['1002 onHook', '1002 offHook', '1002 onHook']);
});

test('a phone that is unplugged is offline whatever else is known of it', () => {
  const { lines } = book();
  lines.setPhones('1002', ['bob']);
  lines.setLifted('bob', '1002');
  lines.setPhones('1002', []);
  expect([lines.statusOf('1002'), lines.statusOf('1009'), lines.isLifted('1002', 'bob')]).toEqual([
    'offline',
    'offline',
    true,
  ]);
});

test('a call that is forwarded leaves the line idle, and rings at the next one', () => {
  const { told, lines } = book();
  lines.setPhones('1002', ['bob']);
  lines.setPhones('1004', ['dave']);
  for (const state of ['proceeding', 'ringing', 'forwarded'] as const) lines.onCall(call(state));
  for (const state of ['ringing', 'connected', 'ended'] as const) lines.onCall(call(state, '1004', 'dave'));
  expect(told.slice(2)).toEqual(['1002 ringing', '1002 onHook', '1004 ringing', '1004 offHook', '1004 onHook']);
});

test('a line whose user does not want to be disturbed is not available until he does', () => {
  const { told, lines } = book();
  lines.setDoNotDisturb('bob', true);
  lines.setPhones('1002', ['bob']);
  lines.setLifted('bob', '1002');
  lines.setLifted('bob', null);
  lines.setDoNotDisturb('bob', false);
  expect(told).toEqual(['1002 doNotDisturb', '1002 offHook', '1002 doNotDisturb', '1002 onHook']);
});

test('a line that talks stays off hook while a second call waits', () => {
  const { told, lines } = book();
  lines.setPhones('1002', ['bob']);
  lines.onCall(call('connected'));
  lines.onCall({ ...call('ringing'), id: 'c2', from: '1004' });
  lines.onCall({ ...call('ended'), id: 'c2', from: '1004' });
  expect(told).toEqual(['1002 onHook', '1002 offHook']);
});

test('a shared line is available when every phone of it is on hook, and offline when none is there', () => {
  const { told, lines } = book();
  lines.setPhones('1002', ['bob', 'kitchen']);
  lines.onCall(call('connected'));
  lines.setLifted('kitchen', '1002');
  lines.onCall(call('ended'));
  lines.setLifted('kitchen', null);
  lines.setPhones('1002', ['kitchen']);
  lines.setPhones('1002', []);
  expect(told).toEqual(['1002 onHook', '1002 offHook', '1002 onHook', '1002 offline']);
});

test('a shared line is not to be disturbed when none of its phones is', () => {
  const { lines } = book();
  lines.setPhones('1002', ['bob', 'kitchen']);
  lines.setDoNotDisturb('bob', true);
  const one = lines.statusOf('1002');
  lines.setDoNotDisturb('kitchen', true);
  expect([one, lines.statusOf('1002'), lines.refusesCalls('bob')]).toEqual(['onHook', 'doNotDisturb', true]);
});

test('the phones of a shared line are told who of them talks; while it only rings, nobody does', () => {
  const { used, lines } = book();
  lines.setPhones('1002', ['bob', 'kitchen']);
  for (const state of ['proceeding', 'ringing', 'connected', 'ended'] as const) lines.onCall(call(state));
  expect(used.filter((line) => line.startsWith('1002'))).toEqual(['1002 bob', '1002 nobody']);
});

test('a phone with several lines lifts its handset on one of them', () => {
  const { told, lines } = book();
  lines.setPhones('1002', ['bob']);
  lines.setPhones('1012', ['bob']);
  lines.setLifted('bob', '1002');
  lines.setLifted('bob', '1012');
  lines.setLifted('bob', null);
  expect(told.slice(2)).toEqual(['1002 offHook', '1002 onHook', '1012 offHook', '1012 onHook']);
});

test('a line on which everything is on hold says so, as long as it keeps the other waiting', () => {
  const { told, lines } = book();
  lines.setPhones('1002', ['bob']);
  lines.setPhones('1003', ['carol']);
  lines.onCall(call('connected'));
  told.length = 0;
  lines.onHold('c1', '1002', true);
  expect([lines.detailOf('1002'), lines.detailOf('1003')]).toEqual(['held', null]);
  lines.onCall({ ...call('connected'), id: 'c2', from: '1004' });
  lines.onCall({ ...call('ended'), id: 'c2', from: '1004' });
  lines.onHold('c1', '1002', false);
  lines.onHold('c1', '1002', true);
  lines.onCall(call('ended'));
  lines.onHold('c1', '1002', true);
  expect(told.filter((line) => line.startsWith('1002'))).toEqual([
    '1002 offHook, held',
    '1002 offHook',
    '1002 offHook, held',
    '1002 offHook',
    '1002 offHook, held',
    '1002 onHook',
  ]);
});
