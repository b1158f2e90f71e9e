import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Removed, Saved } from '../../../src-main/contract/admin';
import type { Removal } from '../../../src-main/contract/admin-forms';
import type { AdminBridge } from '../../../src-main/contract/bridges';
import { type Drafts, formOf, type Kind } from './draft';
import { firstState, type Opened, type PageState, type Place, told, withOpened } from './page-state';
import { firstOf, type Section } from './sections';

const SAVED = { device: 'Saved. It counts from the next call.', line: 'Saved. It counts from the next call.' } as const;

/** What the administrator can do on the page. What comes of it stands in the store; the main process decides. */
export class AdminPage {
  readonly store: StoreApi<PageState> = createStore<PageState>(() => firstState);

  readonly #bridge: AdminBridge;

  constructor(bridge: AdminBridge) {
    this.#bridge = bridge;
    bridge.onBook((book) => this.store.setState((state) => told(state, book)));
  }

  async load(): Promise<void> {
    const book = await this.#bridge.load();
    this.store.setState(withOpened(book, firstOf('phone', book)));
  }

  open(place: Place): void {
    const { shown } = this.store.getState();
    if (shown) this.store.setState(withOpened(shown.book, place));
  }

  openSection(section: Section): void {
    const { shown } = this.store.getState();
    if (shown) this.open(firstOf(section, shown.book));
  }

  edit<K extends Kind>(kind: K, change: Partial<Drafts[K]>): void {
    this.store.setState(({ shown, problems }) => ({
      shown:
        shown?.opened.kind === kind
          ? { ...shown, opened: { ...shown.opened, draft: { ...shown.opened.draft, ...change } } as Opened }
          : shown,
      problems: problems.filter(({ field }) => !((field.split('.')[0] ?? field) in change)),
      notice: '',
    }));
  }

  async save(): Promise<void> {
    const opened = this.store.getState().shown?.opened;
    if (!opened) return;
    const saved = await this.#bridge.save(formOf(opened.kind, opened.draft as never));
    const notice = opened.kind === 'device' || opened.kind === 'line' ? SAVED[opened.kind] : 'Saved.';
    this.#taken(saved, (id) => ({ kind: opened.kind, id }), notice);
  }

  /** @param back the page that is open when it is gone */
  async remove(removal: Removal, name: string, back: Section): Promise<void> {
    const removed: Removed = await this.#bridge.remove(removal);
    if (removed.ok) this.store.setState(withOpened(removed.value, firstOf(back, removed.value), `${name} is removed.`));
    else this.store.setState({ notice: removed.error });
  }

  #taken(saved: Saved, placeOf: (name: string) => Place, notice: string): void {
    if (saved.ok) {
      this.store.setState(withOpened(saved.value.book, placeOf(saved.value.name), notice));
      return;
    }
    this.store.setState(({ refusals }) => ({
      problems: saved.error,
      refusals: refusals + 1,
      notice: 'Not done: see the marked fields.',
    }));
  }
}
