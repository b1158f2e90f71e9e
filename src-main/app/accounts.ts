import { type Result, success } from '../base/result';
import type { AccountForm } from '../contract/account-form';
import type {
  AccountBook,
  AccountOffer,
  AccountSecrets,
  AccountSettings,
  FieldProblem,
  PhoneSystem,
} from '../contract/account-settings';
import type { Account } from '../contract/line-port';
import { accountOf } from '../pbx/account/account-of';
import { checkAccount } from '../pbx/account/check-account';
import { accountFromFile } from '../pbx/account/file/account-from-file';
import type { AccountFile } from '../pbx/account/file/read-account-file';
import { isTurn } from '../pbx/account/ice-servers';
import { type CertificatePins, pinnedServer } from './certificate-pins';

/** What outlives the run in the system's keyring, or is kept in memory where there is none. */
interface Secrets {
  readonly available: boolean;
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
}

export interface AccountsPorts {
  readonly table: {
    load(): readonly AccountSettings[];
    save(settings: AccountSettings): void;
    remove(id: string): void;
  };
  readonly setting: { system: PhoneSystem | null };
  readonly secrets: Secrets;
  readonly test: { start(run: string, account: Account, pin: string | null): Promise<void>; end(): void };
  /** An account is new, or another than before. */
  onSaved(settings: AccountSettings, account: Account): void;
  onRemoved(id: string): void;
}

/** The user's accounts with their secrets: what the account window shows and changes, and the phone's lines are made from. */
export class Accounts {
  #accounts: readonly AccountSettings[];
  /** The account that is being tested, as it stands in the form. */
  #tested: AccountSettings | null = null;
  /** From an administrator's file, until the user saves it. */
  #offer: AccountOffer | undefined;

  readonly #ports: AccountsPorts;

  constructor(ports: AccountsPorts) {
    this.#ports = ports;
    this.#accounts = ports.table.load();
  }

  get system(): PhoneSystem | null {
    return this.#ports.setting.system;
  }

  /** Every account as the line page needs it; its password is empty where it is not known in this run. */
  list(): readonly { readonly settings: AccountSettings; readonly account: Account }[] {
    return this.#accounts.map((settings) => ({ settings, account: this.#accountOf(settings, NOTHING_NEW) }));
  }

  book(): AccountBook {
    const { secrets } = this.#ports;
    return {
      system: this.system,
      keyring: secrets.available,
      accounts: this.#accounts.map((settings) => ({ settings, ...this.#kept(settings.id) })),
      offer: this.#offer,
    };
  }

  save(form: AccountForm, secrets: AccountSecrets): Result<AccountBook, readonly FieldProblem[]> {
    const checked = this.#check(form, secrets);
    if (!checked.ok) return checked;
    const settings = checked.value;
    if (secrets.password) this.#ports.secrets.set(nameOf(settings.id, 'password'), secrets.password);
    if (!settings.iceServers.some(({ url }) => isTurn(url))) this.#ports.secrets.delete(nameOf(settings.id, 'turn'));
    else if (secrets.turn) this.#ports.secrets.set(nameOf(settings.id, 'turn'), secrets.turn);
    this.#ports.table.save(settings);
    const known = this.#accounts.some(({ id }) => id === settings.id);
    this.#accounts = known
      ? this.#accounts.map((other) => (other.id === settings.id ? settings : other))
      : [...this.#accounts, settings];
    if (this.#offer?.settings.id === settings.id) this.#offer = undefined;
    this.#ports.onSaved(settings, this.#accountOf(settings, NOTHING_NEW));
    return success(this.book());
  }

  remove(id: string): AccountBook {
    this.#ports.table.remove(id);
    for (const what of SECRET_KINDS) this.#ports.secrets.delete(nameOf(id, what));
    const known = this.#accounts.some((account) => account.id === id);
    this.#accounts = this.#accounts.filter((account) => account.id !== id);
    if (known) this.#ports.onRemoved(id);
    return this.book();
  }

  /** Shows the account of a file in the form, where the user looks through it and saves it. */
  offer(file: AccountFile, newId: string): void {
    this.#offer = accountFromFile(file, this.#accounts, newId);
  }

  /** Takes the account of a file as it is, and its phone system. Whoever names an address without TLS there agrees to it. */
  accept(file: AccountFile, newId: string): Result<AccountBook, readonly FieldProblem[]> {
    const { settings, password } = accountFromFile(file, this.#accounts, newId);
    const saved = this.save({ ...settings, plainAgreed: true }, { password, turn: null });
    if (saved.ok) this.choose('accounts');
    return saved;
  }

  /** Begins the connection test; its reports come from the test itself. */
  test(run: string, form: AccountForm, secrets: AccountSecrets): Result<null, readonly FieldProblem[]> {
    const checked = this.#check(form, secrets);
    if (!checked.ok) return checked;
    const settings = checked.value;
    this.#tested = settings;
    const account = this.#accountOf(settings, secrets);
    void this.#ports.test.start(run, account, settings.certificate).finally(() => {
      if (this.#tested === settings) this.#tested = null;
    });
    return success(null);
  }

  endTest(): void {
    this.#ports.test.end();
  }

  choose(system: PhoneSystem): void {
    this.#ports.setting.system = system;
  }

  /** What the line page may connect to although no authority vouches for it. */
  pins(): CertificatePins {
    const pins = new Map<string, Set<string>>();
    for (const { server, certificate } of this.#tested ? [...this.#accounts, this.#tested] : this.#accounts) {
      if (certificate === null) continue;
      const key = pinnedServer(server);
      pins.set(key, (pins.get(key) ?? new Set()).add(certificate));
    }
    return pins;
  }

  #check(form: AccountForm, secrets: AccountSecrets): Result<AccountSettings, readonly FieldProblem[]> {
    const others = this.#accounts.filter(({ id }) => id !== form.id);
    return checkAccount(form, secrets, { ...this.#kept(form.id), others });
  }

  #kept(id: string): { readonly hasPassword: boolean; readonly hasTurn: boolean } {
    const has = (what: SecretKind): boolean => this.#ports.secrets.get(nameOf(id, what)) !== undefined;
    return { hasPassword: has('password'), hasTurn: has('turn') };
  }

  #accountOf(settings: AccountSettings, { password, turn }: AccountSecrets): Account {
    const kept = (what: SecretKind): string => this.#ports.secrets.get(nameOf(settings.id, what)) ?? '';
    return accountOf(settings, { password: password || kept('password'), turn: turn || kept('turn') });
  }
}

const SECRET_KINDS = ['password', 'turn'] as const;
type SecretKind = (typeof SECRET_KINDS)[number];
const NOTHING_NEW: AccountSecrets = { password: null, turn: null };

const nameOf = (id: string, what: SecretKind): string => `account/${id}/${what}`;
