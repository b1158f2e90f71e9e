import { expect, test } from 'vitest';
import { Closing } from '../../../../src-main/app/desktop/closing';
import { questionBeforeQuit } from '../../../../src-main/app/desktop/quitting';
import { DEFAULT_PREFERENCES } from '../../../../src-main/contract/preferences';
import { call, desk, phone, waits } from './desk';

interface Scene {
  readonly tray?: boolean;
  readonly closeToTray?: boolean;
  readonly answer?: boolean;
  readonly explained?: boolean;
  readonly minimized?: boolean;
}

function scene({ tray = true, closeToTray = true, answer = true, explained = false, minimized = false }: Scene) {
  const done: string[] = [];
  const known = { closingExplained: explained, explained: () => done.push('explained') };
  const closing = new Closing({
    preferences: () => ({ ...DEFAULT_PREFERENCES, closeToTray }),
    tray: async () => tray,
    known,
    explain: async ({ detail }) => {
      done.push(detail.split('.')[0] ?? '');
      return answer;
    },
    quit: () => done.push('quit'),
  });
  const window = {
    isMinimized: () => minimized,
    minimize: () => done.push('minimized'),
    destroy: () => done.push('closed'),
  };
  return { done, close: () => closing.lastWindow(window) };
}

const IN_TRAY = 'Its icon is among those of running programs: a click there shows the phones again';
const IN_TASKBAR = 'This desktop shows no icons of running programs, so the window stays in the taskbar';

test.each<[string, Scene, readonly string[]]>([
  ['told once, then closed', {}, [IN_TRAY, 'explained', 'closed']],
  ['told before', { explained: true }, ['closed']],
  ['told, and rather quit', { answer: false }, [IN_TRAY, 'quit']],
  ['no tray', { tray: false }, [IN_TASKBAR, 'explained', 'minimized']],
  ['no tray, told before', { tray: false, explained: true }, ['minimized']],
  ['no tray, and in the taskbar already', { tray: false, minimized: true }, [IN_TASKBAR, 'explained']],
  ['closing means quitting', { closeToTray: false }, ['quit']],
])('the last window is closed: %s', async (_name, given, expected) => {
  const { done, close } = scene(given);
  await close();
  expect(done).toEqual(expected);
});

test('who closes twice is asked once', async () => {
  const { done, close } = scene({});
  await Promise.all([close(), close()]);
  expect(done).toEqual([IN_TRAY, 'explained', 'closed']);
});

test('nothing is asked where nothing is lost; a Call Back is named with its numbers, and what becomes of it', () => {
  expect(questionBeforeQuit(desk())).toBeNull();
  expect(questionBeforeQuit(desk({ callBacks: [waits('1001', '1002'), waits('1003', '1002', 7)] }))).toEqual({
    message: '2 Call Backs are active: 1001 waits for 1002, 1003 waits for 1002.',
    detail:
      'They are kept, and go on when Callback Phone is started again. Until then you are not told when a number is free.',
  });
  const talking = [phone('1001', 'Alice', { calls: [call('connected', '1002')] })];
  expect(questionBeforeQuit(desk({ phones: talking, callBacks: [waits('1001', '1003')] }))).toEqual({
    message: '1 Call Back is active: 1001 waits for 1003.',
    detail:
      '1 phone is in a call, which would end. It is kept, and goes on when Callback Phone is started again. Until then you are not told when the number is free.',
  });
  expect(questionBeforeQuit(desk({ phones: talking }))?.message).toBe('Quit in the middle of a call?');
});
