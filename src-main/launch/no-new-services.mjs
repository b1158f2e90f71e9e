import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { runCommand } from './run-command.mjs';

/** Debian asks this program before it starts or restarts any service on behalf of a package (invoke-rc.d(8)). */
const policy = '/usr/sbin/policy-rc.d';
const aside = `${policy}.before-callback-phone`;
/** 101: forbidden. */
const forbidAll = '#!/bin/sh\n# Written by Callback Phone for the time of one installation.\nexit 101\n';

/**
 * Runs an installation during which no service is started, stopped or restarted. Afterwards the services that it has
 * brought are not started at the next boot either, and all else is as it was before.
 * @param {readonly string[]} services that come with the packages
 * @param {() => Promise<void>} install
 */
export async function withoutNewServices(services, install) {
  const putBack = () => {
    // Nothing to do a second time, and what somebody else has put there since is theirs.
    if (existsSync(policy) && readFileSync(policy, 'utf8') !== forbidAll) return;
    rmSync(policy, { force: true });
    if (existsSync(aside)) renameSync(aside, policy);
  };
  putBack(); // after a run that was ended by force
  if (existsSync(policy)) renameSync(policy, aside);
  writeFileSync(policy, forbidAll, { mode: 0o755 });
  process.once('exit', putBack);
  try {
    await install();
    for (const service of services) await runCommand('update-rc.d', [service, 'disable']);
  } finally {
    putBack();
    process.off('exit', putBack);
  }
}
