import * as v from 'valibot';
import { CHANNELS } from '../../contract/channels';
import { type PreferenceChange, preferenceChangeSchema } from '../../contract/preferences';
import { type SettingsBook, type SoundTest, soundTestSchema } from '../../contract/settings';
import { FormWindow } from '../pages/form-window';
import { onMessage, onRequest } from '../pages/messages';

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
    const { settings } = CHANNELS;
    const trace = (text: string): void => ports.trace(text);
    onRequest('settings', settings.load, v.undefined(), trace, () => ports.book());
    onRequest('settings', settings.change, preferenceChangeSchema, trace, (change) => ports.change(change));
    onRequest('settings', settings.exportDiagnostics, v.undefined(), trace, () => ports.exportDiagnostics());
    onMessage('settings', settings.testSound, soundTestSchema, trace, (output) => ports.testSound(output));
  }

  open(): void {
    this.#window.open();
  }

  show(book: SettingsBook): void {
    this.#window.send(CHANNELS.settings.book, book);
  }
}
