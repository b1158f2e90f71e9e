import type { SafeStorage } from 'electron';
import { expect, test } from 'vitest';
import { electronKeyring } from '../../../src-main/electron/electron-keyring.ts';

const sealed = (text: string): Buffer => Buffer.from(`sealed ${text}`);
const opened = (bytes: Buffer): string => bytes.toString().replace('sealed ', '');

/** As Electron 33 has it. */
const SYNCHRONOUS = {
  isEncryptionAvailable: () => true,
  encryptString: sealed,
  decryptString: opened,
};
/** As Electron 45 has it, whose deprecated calls must not be needed. */
const ASYNCHRONOUS = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => sealed(text),
  decryptStringAsync: async (bytes: Buffer) => ({ result: opened(bytes), shouldReEncrypt: true }),
};

test.each([
  ['older', SYNCHRONOUS, false],
  ['newer', ASYNCHRONOUS, true],
])('an %s Electron seals and opens by the calls that it has', async (_age, calls, stale) => {
  const keyring = electronKeyring(calls as unknown as SafeStorage);
  expect([await keyring.available(), await keyring.open(await keyring.seal('secret'))]).toEqual([
    true,
    { text: 'secret', stale },
  ]);
});
