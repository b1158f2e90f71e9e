import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAccountFile } from '../../../src-main/app/open-account-file';
import { WrongUsage } from '../../../src-main/app/options';

let file = '';
let warnings: string[] = [];
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'callback-phone-account-')), 'account.json');
  warnings = [];
});
afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));

const open = () => openAccountFile(file, 'linux', (words) => warnings.push(words));

test('a password that others can read is told of; the account is taken all the same', () => {
  writeFileSync(file, '{"number": "1001", "password": "a-secret"}', { mode: 0o600 });
  expect([open(), warnings]).toEqual([{ number: '1001', password: 'a-secret' }, []]);
  chmodSync(file, 0o644);
  open();
  expect(warnings).toEqual([`others on this machine can read the password in ${file}: chmod 600 ${file}`]);
});

test.each<[name: string, make: () => void, cause: string]>([
  ['nothing', () => {}, 'there is no such file'],
  ['a folder', () => mkdirSync(file), 'this is a folder: name a JSON file'],
  ['a film', () => writeFileSync(file, Buffer.alloc(65_537)), 'this has 65537 bytes, and an account at most 65536'],
  ['an empty file', () => writeFileSync(file, ''), 'it is no JSON: mend it, or write it anew'],
])('%s is refused in words', (_name, make, cause) => {
  make();
  expect(open).toThrow(new WrongUsage(`--account ${file}: ${cause}`));
});
