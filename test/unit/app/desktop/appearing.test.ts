import { expect, test } from 'vitest';
import { Appearing } from '../../../../src-main/app/desktop/appearing';
import type { DeskView } from '../../../../src-main/app/desktop/desk-view';
import { call, desk, missed, phone, waits } from './desk';

function hiddenApp() {
  const shown: string[] = [];
  const appearing = new Appearing((device) => shown.push(device));
  return (view: DeskView, hidden = true): readonly string[] => {
    appearing.update(view, hidden);
    return shown.splice(0);
  };
}

const ringing = desk({ phones: [phone('1001', 'Alice', { calls: [call('ringIn', 'Bob (1002)')] })] });

test('a hidden phone that rings is shown once, and may be hidden again while it rings', () => {
  const told = hiddenApp();
  expect([told(desk()), told(ringing), told(ringing), told(desk()), told(ringing)]).toEqual([
    [],
    ['SEP1001'],
    [],
    [],
    ['SEP1001'],
  ]);
});

test('so is one whose Call Back may be dialled; one that waits, or has missed a call, is not', () => {
  const told = hiddenApp();
  const waiting = desk({ callBacks: [waits('1001', '1002')], missed: [missed('Bob (1002)')] });
  expect([told(waiting), told(desk({ callBacks: [waits('1001', '1002', 5)] }))]).toEqual([[], ['SEP1001']]);
});

test('where phones have windows, none is opened, also not once they are closed', () => {
  const told = hiddenApp();
  expect([told(ringing, false), told(ringing)]).toEqual([[], []]);
});
