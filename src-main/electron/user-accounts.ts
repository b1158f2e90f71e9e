import { randomUUID } from 'node:crypto';
import { Accounts } from '../app/accounts';
import { WrongUsage } from '../app/options';
import type { SecretStore } from '../app/secret-store';
import { systemClock } from '../base/system-clock';
import type { LineEvent } from '../contract/line-port';
import type { AccountFile } from '../pbx/account/file/read-account-file';
import { ConnectionTest } from '../pbx/connection-test/connection-test';
import { nodeProbes } from '../pbx/connection-test/probes/node-probes';
import type { AccountTable } from '../store/account-table';
import type { SettingTable } from '../store/setting-table';
import { AccountWindow } from './accounts/account-window';
import { ChromiumVerdict } from './accounts/chromium-verdict';
import type { PhoneSystems } from './phone-systems';

export interface UserAccountsParts {
  readonly table: AccountTable;
  readonly setting: SettingTable;
  readonly secrets: SecretStore;
  readonly systems: PhoneSystems;
  trace(text: string): void;
}

/** The user's own accounts on other people's servers: kept, tested, and changed in their window. */
export interface UserAccounts {
  readonly accounts: Accounts;
  readonly window: AccountWindow;
  /**
   * Takes the account of a file without asking. Done when it would outlive a power cut.
   * @throws WrongUsage if something is wrong with it, or missing
   */
  accept(file: AccountFile): Promise<void>;
  /** Opens the window with the account of a file, for the user to save. */
  offer(file: AccountFile): void;
  onLineEvent(event: LineEvent): void;
}

/** The app must be ready. */
export function openUserAccounts({ table, setting, secrets, systems, trace }: UserAccountsParts): UserAccounts {
  let verdict: ChromiumVerdict | undefined;
  const test = new ConnectionTest({
    clock: systemClock,
    probes: nodeProbes,
    verdictOf: (server, fingerprint) => {
      verdict ??= new ChromiumVerdict();
      return verdict.of(server, fingerprint);
    },
    send: (command) => systems.send(command),
    report: (report) => window.report(report),
  });
  const accounts = new Accounts({
    table,
    setting,
    secrets,
    test,
    onSaved: () => void systems.accountsChanged(),
    onRemoved: () => void systems.accountsChanged(),
  });
  const window = new AccountWindow({
    book: () => accounts.book(),
    save: async (form, given) => {
      const saved = accounts.save(form, given);
      await secrets.kept();
      return saved;
    },
    remove: async (id) => {
      const book = accounts.remove(id);
      await secrets.kept();
      return book;
    },
    test: (run, form, given) => accounts.test(run, form, given),
    endTest: () => accounts.endTest(),
    choose: async (system) => {
      accounts.choose(system);
      await systems.change(system);
    },
    trace,
  });
  return {
    accounts,
    window,
    accept: async (file) => {
      const accepted = accounts.accept(file, randomUUID());
      if (!accepted.ok)
        throw new WrongUsage(`--account: ${accepted.error.map(({ field, words }) => `${field}: ${words}`).join(' ')}`);
      await secrets.kept();
    },
    offer: (file) => {
      accounts.offer(file, randomUUID());
      window.open();
    },
    onLineEvent: (event) => test.onLineEvent(event),
  };
}
