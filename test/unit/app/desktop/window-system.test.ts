import { expect, test } from 'vitest';
import { type WindowSystemFacts, windowSystem } from '../../../../src-main/app/desktop/window-system';

const WAYLAND_SESSION = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' };
const X11_SESSION = { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' };

const drawnBy = (
  electron: number,
  environment: WindowSystemFacts['environment'],
  switches: Readonly<Record<string, string>> = {},
  platform: NodeJS.Platform = 'linux',
) => windowSystem({ platform, electron, environment, switchValue: (name) => switches[name] ?? '' });

test.each([
  ['an old Electron in a Wayland session keeps to X11', drawnBy(33, WAYLAND_SESSION), 'other'],
  ['one that is told to uses it', drawnBy(33, WAYLAND_SESSION, { 'ozone-platform': 'wayland' }), 'wayland'],
  ['told to, where the session says nothing', drawnBy(33, {}, { 'ozone-platform': 'wayland' }), 'wayland'],
  ['a hint is followed where Wayland is', drawnBy(33, WAYLAND_SESSION, { 'ozone-platform-hint': 'auto' }), 'wayland'],
  ['and not where it is not', drawnBy(33, X11_SESSION, { 'ozone-platform-hint': 'wayland' }), 'other'],
  ['the environment’s hint', drawnBy(33, { ...WAYLAND_SESSION, ELECTRON_OZONE_PLATFORM_HINT: 'auto' }), 'wayland'],
  ['a new Electron uses it by itself', drawnBy(45, WAYLAND_SESSION), 'wayland'],
  ['a new one in an X11 session', drawnBy(45, X11_SESSION), 'other'],
  ['a new one that is told not to', drawnBy(45, WAYLAND_SESSION, { 'ozone-platform': 'x11' }), 'other'],
  ['it is Linux alone that has it', drawnBy(45, WAYLAND_SESSION, {}, 'darwin'), 'other'],
])('%s', (_what, found, expected) => {
  expect(found).toBe(expected);
});
