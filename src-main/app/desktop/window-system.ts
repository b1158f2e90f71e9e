/** What draws the windows. Wayland lets no program say where its windows stand or keep them in front, and gives it no keys of its own. */
export type WindowSystem = 'wayland' | 'other';

export interface WindowSystemFacts {
  readonly platform: NodeJS.Platform;
  /** Of Electron: from 38 on it uses Wayland by itself wherever it is there. */
  readonly electron: number;
  /** A switch of Chromium's on the command line; empty = it is not there. */
  readonly switchValue: (name: string) => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const FIRST_WITH_WAYLAND = 38;

/** Which of them Chromium has taken: a Wayland session has X11 as well, and what counts is what our windows are drawn by. */
export function windowSystem({ platform, electron, switchValue, environment }: WindowSystemFacts): WindowSystem {
  if (platform !== 'linux') return 'other';
  const forced = switchValue('ozone-platform');
  if (forced && forced !== 'auto') return forced === 'wayland' ? 'wayland' : 'other';
  const asked = forced || switchValue('ozone-platform-hint') || hintOf(electron, environment);
  if (asked === 'wayland') return environment.WAYLAND_DISPLAY ? 'wayland' : 'other';
  return asked === 'auto' && environment.XDG_SESSION_TYPE === 'wayland' ? 'wayland' : 'other';
}

/** Electron read a hint from the environment until it used Wayland by itself. */
const hintOf = (electron: number, environment: WindowSystemFacts['environment']): string =>
  electron < FIRST_WITH_WAYLAND ? (environment.ELECTRON_OZONE_PLATFORM_HINT ?? '') : 'auto';
