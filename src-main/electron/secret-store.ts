import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { safeStorage } from 'electron';

/**
 * Keeps small secrets over a restart, in a file that only the system's keyring can open. On a machine with no keyring they
 * live in memory for this run, and no file is written. Must not be used before the app is ready.
 */
export class SecretStore {
  readonly #secrets: Map<string, string>;

  readonly #file: string;
  readonly #trace: (text: string) => void;

  constructor(file: string, trace: (text: string) => void) {
    this.#file = file;
    this.#trace = trace;
    this.#secrets = new Map(Object.entries(this.#read()));
  }

  /** Secrets outlive this run. */
  get available(): boolean {
    return safeStorage.isEncryptionAvailable();
  }

  get(name: string): string | undefined {
    return this.#secrets.get(name);
  }

  /** Every one of them, for whoever must see to it that none gets out. */
  all(): readonly string[] {
    return [...this.#secrets.values()];
  }

  set(name: string, value: string): void {
    this.#secrets.set(name, value);
    this.#write();
  }

  delete(name: string): void {
    if (this.#secrets.delete(name)) this.#write();
  }

  #write(): void {
    if (!this.available) return;
    const text = JSON.stringify(Object.fromEntries(this.#secrets));
    writeFileSync(this.#file, safeStorage.encryptString(text), { mode: 0o600 });
  }

  #read(): Readonly<Record<string, string>> {
    if (!this.available) {
      this.#trace('no keyring on this machine: passwords are kept in memory alone, and are gone when the app is quit');
      return {};
    }
    try {
      return JSON.parse(safeStorage.decryptString(readFileSync(this.#file)));
    } catch (error) {
      // The first run has no file.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#setAside();
      return {};
    }
  }

  /** What another user's keyring sealed, or one that is locked, may be opened again one day: it must not be written over. */
  #setAside(): void {
    const aside = `${this.#file}.unreadable`;
    this.#trace(`${this.#file} cannot be opened: passwords must be given again; it is kept as ${aside}`);
    try {
      copyFileSync(this.#file, aside);
    } catch (error) {
      this.#trace(`${aside} cannot be written: ${String(error)}`);
    }
  }
}
