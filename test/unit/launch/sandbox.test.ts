import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const launch = resolve(import.meta.dirname, '../../../src-main/launch');
interface Sandbox {
  endedForSandbox(code: number, words: string): boolean;
  sandboxRemedies(executable: string, restricted: boolean): string;
}
// Plain JavaScript: by a path that the compiler does not follow.
const { endedForSandbox, sandboxRemedies }: Sandbox = await import(join(launch, 'sandbox.mjs'));

const SUID_WORDS =
  '[7:0101/000000.1:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but is not configured correctly.';

test.each([
  [133, SUID_WORDS, true],
  [133, '[7:0101/000000.1:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox! Update your kernel', true],
  [133, 'Trace/breakpoint trap', false],
  [0, SUID_WORDS, false],
])('an Electron that ends with %d and says %j has no sandbox: %s', (code, words, answer) => {
  expect(endedForSandbox(code, words)).toBe(answer);
});

test('where AppArmor restricts, its user reads of the profile for this Electron and of the setting for all', () => {
  const remedies = sandboxRemedies('/home/me/phone/electron', true);
  expect(remedies).toContain(
    'profile callback-phone-electron "/home/me/phone/electron" flags=(unconfined) { userns, }',
  );
  expect(remedies).toContain('kernel.apparmor_restrict_unprivileged_userns=0');
});

test('where it is something else, no profile is offered', () => {
  const remedies = sandboxRemedies('/home/me/phone/electron', false);
  expect(remedies).not.toContain('AppArmor profile');
  expect(remedies).toContain('user.max_user_namespaces');
});

/** Runs a command as an ordinary user of a user namespace, in which none may be made any more. The machine's own settings stay. */
const whereRefused = (...command: readonly string[]) =>
  spawnSync(
    'unshare',
    [
      ...['--user', '--map-root-user', 'sh', '-c', 'echo 1 > /proc/sys/user/max_user_namespaces && exec "$@"', 'sh'],
      ...['unshare', '--user', '--map-user=1000', '--map-group=1000', ...command],
    ],
    { encoding: 'utf8' },
  );

/** How a start goes there. */
function startWhereRefused(...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const script = `
    const { checkSandbox } = await import(${JSON.stringify(join(launch, 'sandbox.mjs'))});
    const { runMain } = await import(${JSON.stringify(join(launch, 'say.mjs'))});
    await runMain(async () => (await checkSandbox('/nowhere/electron', ${JSON.stringify(words)}), 0));`;
  const { status, stderr } = whereRefused(process.execPath, '--input-type=module', '-e', script);
  return { status, said: stderr };
}

// Where not even the first namespace can be made, this test has nothing to stand on.
test.runIf(whereRefused('true').status === 0)(
  'an ordinary user who is refused one is told, and never goes without by himself',
  () => {
    expect(startWhereRefused('--demo')).toEqual({ status: 1, said: expect.stringContaining('sudo sysctl') });
    expect(startWhereRefused('--no-sandbox')).toEqual({ status: 0, said: '' });
  },
);
