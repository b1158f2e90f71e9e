import { existsSync } from 'node:fs';
import { withoutNewServices } from './no-new-services.mjs';
import { runCommand, wordsOf } from './run-command.mjs';
import { CannotContinue, say } from './say.mjs';

/** What Electron's binary is linked with. Ubuntu 24.04 gave two of them new names (the second of a pair). */
export const electronLibraries = ['libgtk-3-0|libgtk-3-0t64', 'libnss3', 'libasound2|libasound2t64', 'libgbm1'];

/** A display for a machine that has none. */
export const virtualDisplay = ['xvfb'];

/** What the tests of sound and of pages in a browser use. */
export const testPackages = ['chromium', 'pulseaudio', 'pulseaudio-utils'];

/** Real SIP servers and phones: what the stories of test/interop run on loopback. */
export const labPackages = [
  'kamailio',
  'kamailio-websocket-modules',
  'kamailio-presence-modules',
  'kamailio-tls-modules',
  'rtpengine-daemon',
  'baresip-core',
  'sip-tester',
  'twinkle-console',
  'openssl',
];

/** A Linux desktop for the stories of tray and notifications: a session bus without the system's, windows, a panel, notifications. */
export const desktopPackages = [
  'dbus-x11',
  'openbox',
  'xfce4-panel',
  'dunst',
  'xdg-utils',
  'desktop-file-utils',
  'libglib2.0-bin',
  'x11-utils',
];

/** A Wayland desktop on a screen that nobody sees. */
export const waylandPackages = ['weston'];

/** Packages that would start a service of the same name. The tests run these programs themselves. */
const packagesWithService = ['kamailio', 'rtpengine-daemon'];

/**
 * Installs the Debian packages that are missing: as root at once, else by saying which command does it.
 * Other systems have their own ways; there the check of Electron's libraries has the last word.
 * @param {readonly string[]} wanted names; `a|b` means either
 */
export async function installDebianPackages(wanted) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  let missing = await missingOf(wanted);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = (await namesForThisRelease(missing)).join(' ');
    throw new CannotContinue(`Debian packages are missing. Run this, then try again:\n  sudo apt-get install ${names}`);
  }
  say('fetching the list of Debian packages');
  await aptGet(['update']);
  missing = await namesForThisRelease(missing);
  say(`installing Debian packages: ${missing.join(' ')}`);
  const install = () => aptGet(['install', '--yes', '--no-install-recommends', ...missing]);
  const services = packagesWithService.filter((name) => missing.includes(name));
  await (services.length === 0 ? install() : withoutNewServices(services, install));
}

/**
 * Whether all of these packages are installed, or can be without asking anybody.
 * @param {readonly string[]} wanted
 */
export async function canHaveDebianPackages(wanted) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  return process.getuid?.() === 0 || (await missingOf(wanted)).length === 0;
}

/** @param {readonly string[]} wanted */
async function missingOf(wanted) {
  const names = wanted.flatMap((entry) => entry.split('|'));
  const { output } = await runCommand('dpkg-query', ['--status', ...names]);
  const entries = output.matchAll(/^Package: (\S+)\nStatus: .* installed$/gm);
  const installed = new Set(Array.from(entries, ([, name]) => name));
  return wanted.filter((entry) => !entry.split('|').some((name) => installed.has(name)));
}

/** @param {readonly string[]} entries */
async function namesForThisRelease(entries) {
  const names = [];
  for (const entry of entries) {
    const [first = '', second] = entry.split('|');
    const known = second === undefined || (await runCommand('apt-cache', ['show', '--quiet', second])).ok === false;
    names.push(known ? first : second);
  }
  return names;
}

/** @param {readonly string[]} aptArguments */
async function aptGet(aptArguments) {
  // Another apt may be at work, as it is on a machine that has just started: wait for it.
  const result = await runCommand('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...aptArguments], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.ok) return;
  throw new CannotContinue(`apt-get ${aptArguments.join(' ')} failed. Its words:\n${wordsOf(result)}`);
}
