import { expect, test } from 'vitest';
import { trayStateOf } from '../../../../src-main/app/desktop/desk-view';
import { tooltipOf, trayMenuOf } from '../../../../src-main/app/desktop/tray-menu';
import { call, desk, missed, phone, waits } from './desk';

const labels = (view: Parameters<typeof trayMenuOf>[0]) =>
  trayMenuOf(view).map(({ label, checked }) => (checked ? `[x] ${label}` : label || '—'));

test.each([
  ['idle', desk()],
  ['offline', desk({ phones: [phone('1001', 'Alice', { registered: false })] })],
  ['waiting', desk({ callBacks: [waits('1001', '1002')] })],
  ['available', desk({ callBacks: [waits('1001', '1002'), waits('1001', '1003', 5)] })],
  [
    'call',
    desk({
      phones: [phone('1001', 'Alice', { calls: [call('held', 'Bob (1002)')] })],
      callBacks: [waits('1', '2', 5)],
    }),
  ],
  ['offline', desk({ phones: [] })],
])('the icon says %s', (state, view) => {
  expect(trayStateOf(view)).toBe(state);
});

test('the menu of an idle desk', () => {
  const view = desk({
    phones: [phone('1001', 'Alice', { doNotDisturb: true }), phone('4711', '4711', { registered: false })],
  });
  expect(labels(view)).toEqual([
    'Show Phones',
    '—',
    '1001 Alice: do not disturb',
    '4711: not registered',
    '—',
    '[x] Do Not Disturb 1001',
    'Do Not Disturb 4711',
    '—',
    'Settings…',
    'Quit Callback Phone',
  ]);
});

test('the menu has what can be done about calls, Call Backs and missed calls', () => {
  const view = desk({
    phones: [
      phone('1001', 'Alice', { calls: [call('ringIn', 'Bob (1002)')] }),
      phone('1003', 'Carol', { calls: [call('connected', 'Dan (1004)'), call('ringIn', '1005')], muted: true }),
    ],
    callBacks: [waits('1001', '1002'), waits('1003', '1002', 7)],
    missed: [missed('1009'), missed('1009', 2)],
  });
  expect(labels(view)).toEqual([
    'Show Phones',
    '—',
    'Answer Bob (1002)',
    'Decline Bob (1002)',
    'Hang Up Dan (1004)',
    'Microphone On',
    'Answer 1005',
    '—',
    '1001 waits for 1002',
    '1002 has become available for 1003',
    '2 missed calls',
    '—',
    '1001 Alice: Bob (1002) calls',
    '1003 Carol: talks to Dan (1004)',
    '—',
    'Do Not Disturb 1001',
    'Do Not Disturb 1003',
    '—',
    'Settings…',
    'Quit Callback Phone',
  ]);
  expect(trayMenuOf(view).find(({ label }) => label.startsWith('Decline'))?.action).toEqual({
    kind: 'wish',
    device: 'SEP1001',
    wish: 'hangUp',
  });
});

test('the tooltip says what is worth saying, and is never too long for Windows', () => {
  expect(tooltipOf(desk())).toBe('Callback Phone');
  const busy = desk({
    phones: [phone('1001', 'Alice', { calls: [call('ringOut', '1002')] }), phone('1002', 'Bob', { registered: false })],
    callBacks: [waits('1001', '1003', 7)],
    missed: [missed('1009')],
  });
  expect(tooltipOf(busy)).toBe(
    'Callback Phone\n1 of 2 phones registered\n1001 calls 1002\n1003 has become available\n1 missed call',
  );
  const crowd = desk({ callBacks: Array.from({ length: 20 }, (_, index) => waits('1001', `20${index}`)) });
  expect(tooltipOf(crowd).length).toBe(120);
});
