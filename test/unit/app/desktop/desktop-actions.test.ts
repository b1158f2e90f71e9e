import { expect, test } from 'vitest';
import type { DeskView } from '../../../../src-main/app/desktop/desk-view';
import { DesktopActions } from '../../../../src-main/app/desktop/desktop-actions';
import { call, desk, phone } from './desk';

function obeying(view: DeskView, front = 'SEP1001') {
  const done: string[] = [];
  const desktopActions = new DesktopActions({
    desk: () => ({
      phones: { wish: (device, wish) => void done.push(`${device} ${wish}`) },
      front,
      show: (device) => void done.push(`show ${device}`),
      showAll: () => void done.push('show all'),
    }),
    view: () => view,
    seen: () => void done.push('seen'),
    knowingly: (work) => work(),
    openSettings: () => void done.push('settings'),
    quit: () => void done.push('quit'),
  });
  return { desktopActions, done };
}

test('the keys that work everywhere find the phone that is meant', () => {
  const [alice, bob] = ['SEP1001', 'SEP1002'];
  const ringing = call('ringIn', '1009');
  const both = desk({
    phones: [phone('1001', 'Alice', { calls: [ringing] }), phone('1002', 'Bob', { calls: [ringing] })],
  });
  for (const [view, front, expected] of [
    [both, bob, [`${bob} answer`, `${bob} hangUp`]],
    [both, alice, [`${alice} answer`, `${alice} hangUp`]],
    [
      desk({
        phones: [
          phone('1001', 'Alice', { calls: [ringing] }),
          phone('1002', 'Bob', { calls: [call('connected', '1')] }),
        ],
      }),
      alice,
      [`${alice} answer`, `${bob} mute`, `${bob} hangUp`],
    ],
    [desk(), alice, []],
  ] as const) {
    const { desktopActions, done } = obeying(view, front);
    for (const name of ['answer', 'mute', 'hangUp'] as const) desktopActions.shortcut(name);
    expect(done).toEqual(expected);
  }
});

test('tray and notifications', () => {
  const { desktopActions, done } = obeying(desk());
  desktopActions.tray({ kind: 'showAll' });
  desktopActions.tray({ kind: 'wish', device: 'SEP1002', wish: 'doNotDisturb' });
  desktopActions.tray({ kind: 'settings' });
  desktopActions.tray({ kind: 'quit' });
  desktopActions.notification('SEP1001', 'decline');
  desktopActions.notification('SEP1001', 'dial');
  desktopActions.notification('SEP1001', 'show');
  expect(done).toEqual([
    'show all',
    'seen',
    'SEP1002 doNotDisturb',
    'settings',
    'quit',
    'SEP1001 hangUp',
    'show SEP1001',
    'SEP1001 dial',
    'show SEP1001',
  ]);
});
