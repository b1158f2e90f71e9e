import type { AccountsPorts } from '../../src-main/app/accounts.ts';
import type { AccountSettings, PhoneSystem } from '../../src-main/contract/account-settings.ts';
import type { Account } from '../../src-main/contract/line-port.ts';

/** What accounts are kept in, in memory: tables, keyring, and a connection test that ends when it is told. */
export class MemoryAccounts implements AccountsPorts {
  readonly rows = new Map<string, AccountSettings>();
  readonly kept = new Map<string, string>();
  /** What the accounts had others do, in order. */
  readonly told: string[] = [];
  readonly setting: { system: PhoneSystem | null } = { system: null };
  lastRun = '';
  lastTested: Account | null = null;
  endRun: () => void = () => {};

  readonly table = {
    load: (): readonly AccountSettings[] => [...this.rows.values()],
    save: (settings: AccountSettings): void => void this.rows.set(settings.id, settings),
    remove: (id: string): void => void this.rows.delete(id),
  };

  readonly secrets = {
    available: true,
    get: (name: string): string | undefined => this.kept.get(name),
    set: (name: string, value: string): void => void this.kept.set(name, value),
    delete: (name: string): void => void this.kept.delete(name),
  };

  readonly test = {
    start: (run: string, account: Account): Promise<void> => {
      this.lastRun = run;
      this.lastTested = account;
      return new Promise((over) => {
        this.endRun = over;
      });
    },
    end: (): void => this.endRun(),
  };

  onSaved({ id }: AccountSettings, { number }: Account): void {
    this.told.push(`saved ${id} ${number}`);
  }

  onRemoved(id: string): void {
    this.told.push(`removed ${id}`);
  }
}
