/** Where small secrets are kept: by the system's keyring, or in memory on a machine that has none. */
export interface Secrets {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}
