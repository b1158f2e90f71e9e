import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const launch = resolve(import.meta.dirname, '../../../src-main/launch');
// Plain JavaScript: by a path that the compiler does not follow.
const { displaySwitches }: { displaySwitches(words: readonly string[], env: NodeJS.ProcessEnv): readonly string[] } =
  await import(resolve(launch, 'display.mjs'));

const WAYLAND = { WAYLAND_DISPLAY: 'wayland-0' };

test.each([
  ['Wayland alone', [], WAYLAND, ['--ozone-platform=wayland']],
  ['both: Electron chooses', [], { ...WAYLAND, DISPLAY: ':0' }, []],
  ['an empty DISPLAY is none', [], { ...WAYLAND, DISPLAY: '' }, ['--ozone-platform=wayland']],
  ['X11 alone', [], { DISPLAY: ':0' }, []],
  ['the user has chosen', ['--ozone-platform-hint=auto'], WAYLAND, []],
])('%s', (_what, words, environment, switches) => {
  expect(displaySwitches(words, environment)).toEqual(switches);
});
