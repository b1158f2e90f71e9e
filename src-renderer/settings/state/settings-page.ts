import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingsBridge } from '../../../src-main/contract/bridges';
import type { PreferenceChange } from '../../../src-main/contract/preferences';
import type { SettingsBook, SoundTest } from '../../../src-main/contract/settings';

/** Everything that the page shows. */
export interface PageState {
  /** null = the main process has not answered yet. */
  readonly book: SettingsBook | null;
  /** What happened last, said to everybody. */
  readonly notice: string;
}

/** What the user can do on the page. Each change is the main process's at once, and what it says is shown. */
export class SettingsPage {
  readonly store: StoreApi<PageState> = createStore<PageState>(() => ({ book: null, notice: '' }));

  readonly #bridge: SettingsBridge;

  constructor(bridge: SettingsBridge) {
    this.#bridge = bridge;
    bridge.onBook((book) => this.store.setState({ book }));
  }

  async load(): Promise<void> {
    this.store.setState({ book: await this.#bridge.load() });
  }

  async change(change: PreferenceChange): Promise<void> {
    this.store.setState({ book: await this.#bridge.change(change), notice: '' });
  }

  testSound(output: SoundTest): void {
    this.#bridge.testSound(output);
  }

  async exportDiagnostics(): Promise<void> {
    const words = await this.#bridge.exportDiagnostics();
    this.store.setState({ notice: words ?? '' });
  }
}
