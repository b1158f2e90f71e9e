import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Saved } from '../../../src-main/contract/admin';
import type { AdminBridge } from '../../../src-main/contract/bridges';
import { type DeviceDraft, formOfDevice, type ParameterDraft, parametersOf } from './draft';
import { firstState, type Opened, type PageState, type Place, told, withOpened } from './page-state';

/** What the administrator can do on the page. What comes of it stands in the store; the main process decides. */
export class AdminPage {
  readonly store: StoreApi<PageState> = createStore<PageState>(() => firstState);

  constructor(private readonly bridge: AdminBridge) {
    bridge.onBook((book) => this.store.setState((state) => told(state, book)));
  }

  async load(): Promise<void> {
    this.store.setState(withOpened(await this.bridge.load(), { device: '' }));
  }

  open(place: Place): void {
    const { shown } = this.store.getState();
    if (shown) this.store.setState(withOpened(shown.book, place));
  }

  editDevice(change: Partial<DeviceDraft>): void {
    this.edit(change, (opened) =>
      opened.kind === 'device' ? { ...opened, draft: { ...opened.draft, ...change } } : opened,
    );
  }

  editParameter(change: Partial<ParameterDraft>): void {
    this.edit(change, (opened) =>
      opened.kind === 'parameters' ? { ...opened, draft: { ...opened.draft, ...change } } : opened,
    );
  }

  async save(): Promise<void> {
    const opened = this.store.getState().shown?.opened;
    if (opened?.kind === 'device') {
      const saved = await this.bridge.saveDevice(formOfDevice(opened.draft));
      this.taken(saved, (name) => ({ device: name }), 'Saved. It counts from the next call.');
    } else if (opened?.kind === 'parameters') {
      const saved = await this.bridge.saveParameters(parametersOf(opened.draft));
      this.taken(saved, () => 'parameters', 'Saved.');
    }
  }

  async removeRoutePoint(): Promise<void> {
    const opened = this.store.getState().shown?.opened;
    if (opened?.kind !== 'device') return;
    const book = await this.bridge.removeRoutePoint(opened.draft.name);
    this.store.setState(withOpened(book, { device: '' }, `The CTI route point ${opened.draft.number} is removed.`));
  }

  private edit(change: object, next: (opened: Opened) => Opened): void {
    this.store.setState(({ shown, problems }) => ({
      shown: shown && { ...shown, opened: next(shown.opened) },
      problems: problems.filter(({ field }) => !(field in change)),
      notice: '',
    }));
  }

  private taken(saved: Saved, placeOf: (name: string) => Place, notice: string): void {
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
