import { expect, test } from 'vitest';
import type { DeskView } from '../../../../src-main/app/desktop/desk-view';
import { Notifications } from '../../../../src-main/app/desktop/notifications';
import type { NotificationAction } from '../../../../src-main/app/desktop/wanted-notifications';
import { call, desk, missed, phone, waits } from './desk';

function watched() {
  const log: string[] = [];
  const press = new Map<string, (action: NotificationAction) => void>();
  const notifications = new Notifications({
    show: ({ title, buttons }, act) => {
      log.push(`+ ${title}${buttons.map(({ label }) => ` [${label}]`).join('')}`);
      press.set(title, act);
      return { close: () => log.push(`- ${title}`) };
    },
    act: (device, action) => log.push(`${device} ${action}`),
  });
  const told = (view: DeskView, mayShow = true): readonly string[] => {
    notifications.update(view, mayShow);
    return log.splice(0);
  };
  return { told, press, log };
}

const ringing = desk({ phones: [phone('1001', 'Alice', { calls: [call('ringIn', 'Bob (1002)')] })] });

test('a call is notified of once, and no longer than it rings', () => {
  const { told } = watched();
  expect(told(ringing)).toEqual(['+ Bob (1002) calls [Answer] [Decline]']);
  expect(told(ringing)).toEqual([]);
  expect(told(desk({ missed: [missed('Bob (1002)')] }))).toEqual(['- Bob (1002) calls', '+ Missed call: Bob (1002)']);
  expect(told(desk())).toEqual(['- Missed call: Bob (1002)']);
});

test('who has a phone in front is not notified, neither then nor afterwards', () => {
  const { told } = watched();
  expect(told(ringing, false)).toEqual([]);
  expect(told(ringing)).toEqual([]);
  const available = desk({ callBacks: [waits('1001', '1002', 5)] });
  expect(told(available)).toEqual(['+ 1002 has become available [Dial]']);
  expect(told(available, false)).toEqual(['- 1002 has become available']);
  expect(told(available)).toEqual([]);
  expect(told(desk({ callBacks: [waits('1001', '1002', 9)] }))).toEqual(['+ 1002 has become available [Dial]']);
});

test('a button does what it says, and its notification is gone', () => {
  const { told, press, log } = watched();
  told(ringing);
  press.get('Bob (1002) calls')?.('decline');
  expect(log.splice(0)).toEqual(['SEP1001 decline']);
  expect(told(desk())).toEqual([]);
});
