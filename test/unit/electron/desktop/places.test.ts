import { expect, test } from 'vitest';
import { systemClock } from '../../../../src-main/base/system-clock';
import { SessionBus } from '../../../../src-main/electron/desktop/bus/session-bus';
import { desktopEntry } from '../../../../src-main/electron/desktop/desktop-entry';
import { hasTray } from '../../../../src-main/electron/desktop/tray/tray-host';
import { firstPlace } from '../../../../src-main/electron/pages/first-place';
import { onScreen } from '../../../../src-main/electron/pages/on-screen';

const LEFT = { x: 0, y: 30, width: 1920, height: 1050 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 720, height = 560) => ({ x, y, width, height });

test.each([
  ['on the first display', at(10, 40), [LEFT], at(10, 40)],
  ['on the second', at(2000, 10), [LEFT, RIGHT], at(2000, 10)],
  ['on a second that is gone', at(2000, 10), [LEFT], null],
  ['mostly beside it, its bar within reach', at(1800, 40), [LEFT], at(1800, 40)],
  ['no more than a corner of it', at(1900, 40), [LEFT], null],
  ['its bar above the top', at(10, 0), [LEFT], null],
  ['its bar below the end', at(10, 1060), [LEFT], null],
  ['larger than the display is now', at(0, 30, 3000, 2000), [LEFT], at(0, 30, 1920, 1050)],
])('a window is opened where it was: %s', (_name, bounds, areas, expected) => {
  expect(onScreen(bounds, areas)).toEqual(expected);
});

test.each([
  [
    'a laptop',
    { x: 0, y: 0, width: 1366, height: 768 },
    [
      [0, 53, 455],
      [455, 53, 455],
      [910, 53, 455],
      [0, 354, 455],
    ],
  ],
  [
    'a large display',
    LEFT,
    [
      [0, 104, 640],
      [640, 104, 640],
      [1280, 104, 640],
      [0, 523, 640],
    ],
  ],
  [
    'less than there is room for',
    { x: 0, y: 0, width: 400, height: 300 },
    [
      [0, 0, 432],
      [0, 0, 432],
      [0, 0, 432],
    ],
  ],
])(
  'phones that were never moved stand side by side, and the second row leaves the displays of the first to see: %s',
  (_name, area, places) => {
    expect(places.map((_place, at) => firstPlace(at, area)).map(({ x, y, width }) => [x, y, width])).toEqual(places);
  },
);

test('a command that starts at log-in is quoted as the specification has it', () => {
  expect(desktopEntry(['/opt/Callback Phone/app', '/home/a"b', '100%', '$x'])).toContain(
    'Exec="/opt/Callback Phone/app" "/home/a\\\\"b" "100%%" "\\\\$x"\n',
  );
});

test('where nobody can be asked for a tray there is none; Windows and macOS always have one', async () => {
  expect([
    await hasTray('linux', new SessionBus({}, systemClock)),
    await hasTray('linux', new SessionBus({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }, systemClock)),
    await hasTray('win32', new SessionBus({}, systemClock)),
    await hasTray('darwin', new SessionBus({}, systemClock)),
  ]).toEqual([false, false, true, true]);
});
