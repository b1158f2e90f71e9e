import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DOMAIN, ha1Of } from '../users.ts';

/** Empty tables of Kamailio's text database, as its Debian package brings them. */
const packaged = '/usr/share/kamailio/dbtext/kamailio';

/** The empty table of users that administrators are given. */
const subscribers = resolve(process.cwd(), 'docs/servers/kamailio/subscriber');

export interface KamailioTables {
  readonly users: string;
  readonly state: string;
}

/** The users, and working tables that are fresh: those of a run before must not come back (docs/servers/kamailio). */
export function writeKamailioTables(folder: string, numbers: readonly string[]): KamailioTables {
  const users = join(folder, 'users');
  const state = join(folder, 'state');
  for (const each of [users, state]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each);
    copyFileSync(join(packaged, 'version'), join(each, 'version'));
  }
  for (const table of ['presentity', 'active_watchers', 'watchers', 'xcap', 'pua']) {
    copyFileSync(join(packaged, table), join(state, table));
  }
  const rows = numbers.map((number) => `${number}:${DOMAIN}:${ha1Of(number)}\n`);
  writeFileSync(join(users, 'subscriber'), readFileSync(subscribers, 'utf8') + rows.join(''));
  return { users, state };
}
