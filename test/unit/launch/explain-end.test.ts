import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const launch = resolve(import.meta.dirname, '../../../src-main/launch');
interface ExplainEnd {
  explainEnd(
    status: number,
    lines: readonly string[],
    executable: string,
    environment: NodeJS.ProcessEnv,
  ): string | null;
}
// Plain JavaScript: by a path that the compiler does not follow.
const { explainEnd }: ExplainEnd = await import(resolve(launch, 'explain-end.mjs'));

const NO_X = '[25942:1201/142205.627253:ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY';
const NO_WAYLAND = '[1:2/3.4:ERROR:wayland_connection.cc(205)] Failed to connect to Wayland display: No such file (2)';

test.each([
  [139, [NO_X], { DISPLAY: ':999' }, 'No display can be reached: DISPLAY is :999, and'],
  [
    139,
    [NO_WAYLAND],
    { WAYLAND_DISPLAY: 'wayland-7' },
    'No display can be reached: WAYLAND_DISPLAY is wayland-7 in no XDG_RUNTIME_DIR, and',
  ],
  [134, ['a', 'b'], {}, 'Electron crashed (134). Its last words:\na\nb'],
  [133, ['The SUID sandbox helper binary was found'], {}, 'Chromium cannot lock its pages in'],
])('%i after %j is explained', (status, lines, environment, words) => {
  expect(explainEnd(status, lines, '/opt/electron', environment)).toContain(words);
});

test.each([0, 1, 2, 130, 137, 143])('%i needs no word: the app has said why, or somebody has ended it', (status) => {
  expect(explainEnd(status, ['[1:2/3.4:ERROR:x.cc(1)] on a healthy start too'], '/opt/electron', {})).toBeNull();
});
