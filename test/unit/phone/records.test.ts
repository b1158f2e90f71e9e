import { is } from 'valibot';
import { expect, test } from 'vitest';
import { callRecordSchema } from '../../../src-main/contract/call-record';
import { PhoneDriver } from './phone-driver';

const OUT = '1001-out-1';
const START = new Date(2026, 10, 22, 14, 5, 0).getTime();
const toBob = { direction: 'out', number: '1002', name: '', line: '1001', startedAt: START } as const;
const fromCarol = { direction: 'in', number: '1003', name: 'Carol', line: '1001', startedAt: START } as const;
const missed = { ...fromCarol, duration: 0, answered: false };

const ringing = (): PhoneDriver => PhoneDriver.registered().rings('in-1', '1003', 'Carol');
const calling = (): PhoneDriver => PhoneDriver.registered().softkey('NewCall').dials('1002').waits(3000);

test.each<[string, () => PhoneDriver, object]>([
  [
    'a call out that was answered, with the length of its conversation',
    () => calling().hears({ kind: 'connected', call: OUT }).waits(65_000).softkey('EndCall'),
    { ...toBob, duration: 65_000, answered: true },
  ],
  ['a call out that is given up', () => calling().softkey('EndCall'), { ...toBob, duration: 0, answered: false }],
  [
    'a busy one, once, though it stays on the screen for a while',
    () => calling().hears({ kind: 'ended', call: OUT, by: 'far', status: 486 }).waits(2000).softkey('EndCall'),
    { ...toBob, duration: 0, answered: false },
  ],
  [
    'a call in that was answered',
    () =>
      ringing()
        .softkey('Answer')
        .hears({ kind: 'connected', call: 'in-1' })
        .waits(5000)
        .hears({ kind: 'ended', call: 'in-1', by: 'far', status: null }),
    { ...fromCarol, duration: 5000, answered: true },
  ],
  ['a missed call', () => ringing().hears({ kind: 'ended', call: 'in-1', by: 'far', status: null }), missed],
  ['a declined call', () => ringing().softkey('EndCall'), missed],
  [
    'a call that the line page has lost',
    () => calling().input({ kind: 'linePageLost' }),
    { ...toBob, duration: 0, answered: false },
  ],
])('the lists of calls are told of %s', (_name, story, record) => {
  const { records } = story();
  expect(records).toEqual([record]);
  expect(records.every((one) => is(callRecordSchema, one))).toBe(true);
});

test('a call that another phone has answered was missed by nobody', () => {
  const { records } = ringing().hears({ kind: 'ended', call: 'in-1', by: 'far', status: 200 });
  expect(records).toEqual([]);
});
