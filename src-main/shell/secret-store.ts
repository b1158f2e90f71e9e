import { readFileSync, writeFileSync } from 'node:fs';
import { safeStorage } from 'electron';

/**
 * Keeps small secrets over a restart, in a file that only the system's keyring can open. On a machine with no keyring they
 * live in memory for this run, and no file is written. Must not be used before the app is ready.
 */
export class SecretStore {
  private readonly secrets: Map<string, string>;

  constructor(
    private readonly file: string,
    private readonly trace: (text: string) => void,
  ) {
    this.secrets = new Map(Object.entries(this.read()));
  }

  get(name: string): string | undefined {
    return this.secrets.get(name);
  }

  set(name: string, value: string): void {
    this.secrets.set(name, value);
    if (!safeStorage.isEncryptionAvailable()) return;
    const text = JSON.stringify(Object.fromEntries(this.secrets));
    writeFileSync(this.file, safeStorage.encryptString(text), { mode: 0o600 });
  }

  private read(): Readonly<Record<string, string>> {
    if (!safeStorage.isEncryptionAvailable()) {
      this.trace('no keyring on this machine: passwords are made anew for this run and kept in memory alone');
      return {};
    }
    try {
      return JSON.parse(safeStorage.decryptString(readFileSync(this.file)));
    } catch (error) {
      // The first run has no file. One that another user's keyring sealed is as good as none.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.trace(`${this.file} cannot be opened: passwords are made anew`);
      return {};
    }
  }
}
