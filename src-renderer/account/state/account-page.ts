import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountSecrets, FieldProblem, PhoneSystem } from '../../../src-main/contract/account-settings';
import type { AccountBridge } from '../../../src-main/contract/bridges';
import { type Draft, settingsOf } from './draft';
import { firstState, formOf, offeredForm, type PageState } from './page-state';
import { beginTest, isUnderWay, withReport } from './test-run';

/** What the user can do on the page. What comes of it stands in the store; the main process decides. */
export class AccountPage {
  readonly store: StoreApi<PageState>;

  readonly #bridge: AccountBridge;
  readonly #newId: () => string;

  constructor(bridge: AccountBridge, newId: () => string) {
    this.#bridge = bridge;
    this.#newId = newId;
    this.store = createStore<PageState>(() => firstState(newId()));
    bridge.onTestReport((report) => this.store.setState(({ test }) => ({ test: withReport(test, report) })));
  }

  /** @param first begin with the choice of the first run */
  async load(first: boolean): Promise<void> {
    const book = await this.#bridge.load();
    if (book.offer) {
      this.store.setState({ view: 'accounts', book, ...offeredForm(book, book.offer) });
      return;
    }
    const view = first && book.system === null ? 'welcome' : 'accounts';
    this.store.setState({ view, book, ...formOf(book, book.accounts[0]?.settings.id ?? this.#newId()) });
  }

  show(view: 'welcome' | 'accounts'): void {
    this.store.setState({ view });
  }

  open(id: string): void {
    this.store.setState(({ book }) => formOf(book, id));
  }

  openNew(): void {
    this.open(this.#newId());
  }

  edit(change: Partial<Draft>): void {
    this.store.setState(({ draft, problems }) => ({
      draft: { ...draft, ...change },
      problems: problems.filter(({ field }) => !Object.keys(change).includes(field.split('.')[0] ?? '')),
      notice: '',
    }));
  }

  editSecret(change: Partial<PageState['secrets']>): void {
    this.store.setState(({ secrets, problems }) => ({
      secrets: { ...secrets, ...change },
      problems: problems.filter(({ field }) => !(field in change)),
      notice: '',
    }));
  }

  async save(): Promise<void> {
    const { draft } = this.store.getState();
    const result = await this.#bridge.save(settingsOf(draft), this.#secrets());
    if (!result.ok) {
      this.#refuse(result.error);
      return;
    }
    const book = result.value;
    const { test, tested } = this.store.getState();
    const next = book.system === 'accounts' ? '' : ' Choose “Use my phone system” to connect the phone with it.';
    this.store.setState({ book, ...formOf(book, draft.id), test, tested, notice: `Saved.${next}` });
  }

  async remove(): Promise<void> {
    const { draft } = this.store.getState();
    const book = await this.#bridge.remove(draft.id);
    const next = formOf(book, book.accounts[0]?.settings.id ?? this.#newId());
    this.store.setState({ book, ...next, notice: `The account ${draft.number} is removed.` });
  }

  async test(): Promise<void> {
    const { draft } = this.store.getState();
    const run = this.#newId();
    this.store.setState({ test: beginTest(run), tested: draft, problems: [], notice: '' });
    const result = await this.#bridge.test(run, settingsOf(draft), this.#secrets());
    if (result.ok) return;
    this.store.setState({ test: null, tested: null });
    this.#refuse(result.error);
  }

  /** Trusts the certificate that the test has met, and tests again. Kept when the account is saved. */
  async trust(): Promise<void> {
    const { test, draft } = this.store.getState();
    if (!test?.certificate || isUnderWay(test)) return;
    this.edit({ certificate: test.certificate.fingerprint, certificateServer: draft.server });
    await this.test();
  }

  forgetCertificate(): void {
    this.edit({ certificate: null });
  }

  choose(system: PhoneSystem): void {
    this.#bridge.choose(system);
  }

  #refuse(problems: readonly FieldProblem[]): void {
    this.store.setState(({ refusals }) => ({
      problems,
      refusals: refusals + 1,
      notice: 'Not done: see the marked fields.',
    }));
  }

  #secrets(): AccountSecrets {
    const { password, turn } = this.store.getState().secrets;
    return { password: password || null, turn: turn || null };
  }
}
