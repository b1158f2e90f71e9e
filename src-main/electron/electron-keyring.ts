import type { SafeStorage } from 'electron';
import type { Keyring } from '../app/secret-store';

/**
 * Electron's way to the system's keyring: its asynchronous calls where it has them, and in an older one those that it has come to
 * call deprecated. What was sealed by these is opened by those. Must not be asked before the app is ready.
 */
export function electronKeyring(storage: SafeStorage): Keyring {
  if (typeof storage.encryptStringAsync === 'function')
    return {
      available: () => storage.isAsyncEncryptionAvailable(),
      seal: (text) => storage.encryptStringAsync(text),
      open: async (sealed) => {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(sealed);
        return { text: result, stale: shouldReEncrypt };
      },
    };
  return {
    available: async () => storage.isEncryptionAvailable(),
    seal: async (text) => storage.encryptString(text),
    open: async (sealed) => ({ text: storage.decryptString(sealed), stale: false }),
  };
}
