import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const WATCHER = 'org.kde.StatusNotifierWatcher';
/** Milliseconds: a session bus answers at once, or is not there. */
const PATIENCE = 2000;

/** Both come with GLib and D-Bus; one of them is on every desktop that has a tray. */
const ASKERS: readonly (readonly [string, ...string[]])[] = [
  [
    'gdbus',
    'call',
    '--session',
    '--dest=org.freedesktop.DBus',
    '--object-path=/org/freedesktop/DBus',
    '--method=org.freedesktop.DBus.NameHasOwner',
    WATCHER,
  ],
  [
    'dbus-send',
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    `string:${WATCHER}`,
  ],
];

/**
 * Whether icons of running programs are shown anywhere. Windows and macOS always do; on Linux it depends on the desktop, which
 * says so on the session bus. Where nobody can be asked, there is none: an app that hides in a tray that is not there is gone.
 */
export async function hasTray(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder } = environment;
  if (!address && !(folder && existsSync(join(folder, 'bus')))) return false;
  for (const asker of ASKERS) {
    const answer = await ask(asker, environment);
    if (answer !== null) return answer.includes('true');
  }
  return false;
}

const ask = ([program, ...words]: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<string | null> =>
  new Promise((answered) => {
    execFile(program, words, { env, timeout: PATIENCE }, (error, output) => answered(error ? null : output));
  });
