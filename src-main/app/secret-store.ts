import { copyFileSync, readFileSync } from 'node:fs';
import { writePrivateFile } from '../base/write-private-file';

/** The system's keyring: what it has sealed, it alone opens. */
export interface Keyring {
  available(): Promise<boolean>;
  seal(text: string): Promise<Buffer>;
  /** `stale`: it wants the text sealed anew, by a newer key. Rejects what it has not sealed, or as long as it is locked. */
  open(sealed: Buffer): Promise<{ readonly text: string; readonly stale: boolean }>;
}

/**
 * Keeps small secrets over a restart, in a file that only the system's keyring can open. On a machine with no keyring they
 * live in memory for this run, and no file is written.
 */
export class SecretStore {
  readonly #file: string;
  readonly #keyring: Keyring;
  readonly #trace: (text: string) => void;
  readonly #secrets = new Map<string, string>();
  #available = false;
  #kept: Promise<void> = Promise.resolve();

  private constructor(file: string, keyring: Keyring, trace: (text: string) => void) {
    this.#file = file;
    this.#keyring = keyring;
    this.#trace = trace;
  }

  static async open(file: string, keyring: Keyring, trace: (text: string) => void): Promise<SecretStore> {
    const store = new SecretStore(file, keyring, trace);
    await store.#read();
    return store;
  }

  /** Secrets outlive this run. */
  get available(): boolean {
    return this.#available;
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
    this.#keep();
  }

  delete(name: string): void {
    if (this.#secrets.delete(name)) this.#keep();
  }

  /** Resolves once all that was set is in the file; rejects if it could not be written. */
  kept(): Promise<void> {
    return this.#kept;
  }

  /** One after the other: what is sealed last is written last. */
  #keep(): void {
    if (!this.#available) return;
    const write = (): Promise<void> => this.#write();
    this.#kept = this.#kept.then(write, write);
    this.#kept.catch((error) => this.#trace(`${this.#file} cannot be written: ${String(error)}`));
  }

  async #write(): Promise<void> {
    const sealed = await this.#keyring.seal(JSON.stringify(Object.fromEntries(this.#secrets)));
    writePrivateFile(this.#file, sealed);
  }

  async #read(): Promise<void> {
    this.#available = await this.#keyring.available();
    if (!this.#available) {
      this.#trace('no keyring on this machine: passwords are kept in memory alone, and are gone when the app is quit');
      return;
    }
    try {
      const { text, stale } = await this.#keyring.open(readFileSync(this.#file));
      for (const [name, value] of Object.entries<string>(JSON.parse(text))) this.#secrets.set(name, value);
      if (stale) this.#keep();
    } catch (error) {
      // The first run has no file.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#setAside();
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
