import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Keyring, SecretStore } from '../../../src-main/app/secret-store.ts';

let folder: string;
let file: string;
let traced: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callback-phone-secrets-'));
  file = join(folder, 'secrets');
  traced = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Seals by turning the text round, under the number of its key. */
class SmallKeyring implements Keyring {
  constructor(
    public key = 1,
    private readonly there = true,
  ) {}
  /** Resolves to go on, or rejects. */
  before: () => Promise<void> = async () => {};

  async available(): Promise<boolean> {
    return this.there;
  }

  async seal(text: string): Promise<Buffer> {
    await this.before();
    return Buffer.from(`${this.key}:${[...text].reverse().join('')}`);
  }

  async open(sealed: Buffer): Promise<{ text: string; stale: boolean }> {
    const [key, ...rest] = sealed.toString().split(':');
    if (!/^\d+$/.test(key ?? '')) throw new Error('not sealed here');
    return { text: [...rest.join(':')].reverse().join(''), stale: Number(key) !== this.key };
  }
}

const open = (keyring: Keyring): Promise<SecretStore> => SecretStore.open(file, keyring, (text) => traced.push(text));

test('kept over a restart, sealed, and for nobody else to read', async () => {
  const store = await open(new SmallKeyring());
  store.set('sip/1001', 'one');
  store.set('sip/1002', 'two');
  store.delete('sip/1001');
  await store.kept();
  expect(readFileSync(file, 'utf8')).not.toContain('two');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const again = await open(new SmallKeyring());
  expect([again.available, again.get('sip/1001'), again.all()]).toEqual([true, undefined, ['two']]);
});

test('a keyring with a newer key has them sealed anew, and they are the same', async () => {
  const store = await open(new SmallKeyring(1));
  store.set('sip/1001', 'one');
  await store.kept();
  const renewed = await open(new SmallKeyring(2));
  await renewed.kept();
  expect(readFileSync(file, 'utf8')).toMatch(/^2:/);
  expect(renewed.get('sip/1001')).toBe('one');
});

test('what is set last stays, though the keyring takes longer for what was set before', async () => {
  const keyring = new SmallKeyring();
  const store = await open(keyring);
  let goOn = (): void => {};
  keyring.before = () =>
    new Promise((resolve) => {
      goOn = resolve;
    });
  store.set('a', '1');
  await new Promise(setImmediate);
  keyring.before = async () => {};
  store.set('a', '2');
  await new Promise(setImmediate);
  expect(existsSync(file)).toBe(false);
  goOn();
  await store.kept();
  expect((await open(keyring)).get('a')).toBe('2');
  expect(readdirSync(folder)).toEqual(['secrets']);
});

test('a keyring that fails is told of, to the log and to whoever waits, and is tried again', async () => {
  const keyring = new SmallKeyring();
  const store = await open(keyring);
  keyring.before = () => Promise.reject(new Error('locked'));
  store.set('a', '1');
  await expect(store.kept()).rejects.toThrow('locked');
  expect(traced).toEqual([`${file} cannot be written: Error: locked`]);
  keyring.before = async () => {};
  store.set('b', '2');
  await store.kept();
  expect((await open(keyring)).all()).toEqual(['1', '2']);
});

test('without a keyring they live in memory alone', async () => {
  const store = await open(new SmallKeyring(1, false));
  store.set('a', '1');
  await store.kept();
  expect([store.available, store.get('a'), readdirSync(folder)]).toEqual([false, '1', []]);
  expect(traced).toEqual([expect.stringContaining('no keyring on this machine')]);
});

test('what cannot be opened is set aside before anything is written over it', async () => {
  writeFileSync(file, 'another keyring has sealed this');
  const store = await open(new SmallKeyring());
  store.set('a', '1');
  await store.kept();
  expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('another keyring has sealed this');
  expect((await open(new SmallKeyring())).all()).toEqual(['1']);
});
