import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { CannotContinue } from './say.mjs';

/** Where AppArmor keeps what the kernel is to allow to which program. */
const PROFILES = '/etc/apparmor.d';
const RESTRICTION = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
/** Set-user-ID: it runs as its owner. */
const SETUID = 0o4000;

/**
 * Chromium locks its pages in with a user namespace, and ends at once where an ordinary user may make none, as on Ubuntu from
 * 23.10 on. To go on without that lock is for the user to say, never for us.
 * @param {string} executable Electron's
 * @param {readonly string[]} appArguments
 * @throws CannotContinue with the remedies
 */
export async function checkSandbox(executable, appArguments) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  if (appArguments.includes('--no-sandbox') || hasHelper(executable) || hasProfile(executable)) return;
  const probe = await runCommand('unshare', ['--user', '--map-root-user', 'true']);
  // Without the program nothing is known: Electron itself then tells, and its end is explained.
  if (probe.ok || probe.code === null) return;
  throw new CannotContinue(sandboxRemedies(executable));
}

/**
 * Did Electron end because it could make no sandbox? It then says so, and traps.
 * @param {number} code its exit code
 * @param {string} words what it has written
 */
export function endedForSandbox(code, words) {
  return code === 133 && /SUID sandbox|No usable sandbox|unprivileged user namespace/i.test(words);
}

/**
 * @param {string} executable
 * @param {boolean} restricted by AppArmor, or by something else
 */
export function sandboxRemedies(executable, restricted = isRestricted()) {
  const forAll = restricted
    ? 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'
    : 'sudo sysctl -w user.max_user_namespaces=10000 (and kernel.unprivileged_userns_clone=1, where there is such a setting)';
  const profile = [
    "  sudo tee /etc/apparmor.d/callback-phone-electron > /dev/null <<'END'",
    '  abi <abi/4.0>,',
    '  include <tunables/global>',
    `  profile callback-phone-electron "${executable}" flags=(unconfined) { userns, }`,
    '  END',
    '  sudo apparmor_parser --replace /etc/apparmor.d/callback-phone-electron',
  ];
  return [
    'Chromium cannot lock its pages in (its sandbox): this system lets no ordinary user make a user namespace, as Ubuntu from 23.10 on.',
    'Do one of these, then try again:',
    ...(restricted
      ? [
          '- Allow it to this Electron alone, with an AppArmor profile, as the .deb of Callback Phone installs one:',
          ...profile,
        ]
      : []),
    '- Allow it to every program until the next boot:',
    `  ${forAll}`,
    '- Give Chromium its own helper, which root must own:',
    `  sudo chown root '${helperOf(executable)}' && sudo chmod 4755 '${helperOf(executable)}'`,
    'Or run the phones without a sandbox, if you trust everything that they show: npm start -- --no-sandbox',
  ].join('\n');
}

/** @param {string} executable */
const helperOf = (executable) => join(dirname(executable), 'chrome-sandbox');

/** @param {string} executable */
function hasHelper(executable) {
  const helper = statSync(process.env.CHROME_DEVEL_SANDBOX || helperOf(executable), { throwIfNoEntry: false });
  return helper?.uid === 0 && (helper.mode & SETUID) !== 0;
}

function isRestricted() {
  return contentOf(RESTRICTION).trim() === '1';
}

/**
 * Such a profile allows to the one program what the probe may not do.
 * @param {string} executable
 */
function hasProfile(executable) {
  return isRestricted() && namesIn(PROFILES).some((name) => contentOf(join(PROFILES, name)).includes(executable));
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
