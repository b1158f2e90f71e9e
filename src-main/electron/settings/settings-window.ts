import type { PreferenceChange } from '../../contract/preferences';
import type { SettingsBook, SoundTest } from '../../contract/settings';
import { FormWindow } from '../pages/form-window';
import { answer, on } from '../pages/messages';

export interface SettingsWindowPorts {
  book(): SettingsBook;
  change(change: PreferenceChange): SettingsBook;
  testSound(output: SoundTest): void;
  /** @returns what has come of it, in words for the user; null = the user has thought better of it */
  exportDiagnostics(): Promise<string | null>;
  trace(text: string): void;
}

/** The window "Settings". */
export class SettingsWindow {
  readonly #window = new FormWindow('settings', { title: 'Settings', width: 720, height: 760 });

  constructor(ports: SettingsWindowPorts) {
    const trace = (text: string): void => ports.trace(text);
    answer('settings:load', trace, () => ports.book());
    answer('settings:change', trace, (change) => ports.change(change));
    answer('settings:exportDiagnostics', trace, () => ports.exportDiagnostics());
    on('settings:testSound', trace, (output) => ports.testSound(output));
  }

  open(): void {
    this.#window.open();
  }

  show(book: SettingsBook): void {
    this.#window.send('settings:book', book);
  }
}
