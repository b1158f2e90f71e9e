import type { LineEvent } from '../contract/line-port';
import type { PreferenceChange, Preferences } from '../contract/preferences';
import type { SettingsBook } from '../contract/settings';
import type { WindowSystem } from './desktop/window-system';

export interface SettingsPorts {
  readonly table: { get(): Preferences; change(change: PreferenceChange): void };
  /** Makes the system do what it is to do. @returns what it does not, by field, in words for the user */
  obey(preferences: Preferences, before: Preferences): Readonly<Record<string, string>>;
  tray(): boolean;
  notifications(): boolean;
  windowSystem(): WindowSystem;
  /** The book is another one. */
  onBook(book: SettingsBook): void;
}

/** The line that the sounds of a test are played on: no phone has it. */
export const SOUND_TEST_LINE = 'sound-test';

/** The settings as their page sees them: each change is in force when it has been answered. */
export class Settings {
  #devices: SettingsBook['devices'] = { microphones: [], outputs: [] };
  #problems: Readonly<Record<string, string>> = {};
  #soundProblems: Readonly<Record<string, string>> = {};
  #tested: 'ringOutput' | 'voiceOutput' = 'ringOutput';

  readonly #ports: SettingsPorts;

  constructor(ports: SettingsPorts) {
    this.#ports = ports;
  }

  /** What was chosen in an earlier run. */
  start(): void {
    const preferences = this.#ports.table.get();
    this.#problems = this.#ports.obey(preferences, preferences);
  }

  book(): SettingsBook {
    const { table, tray, notifications, windowSystem } = this.#ports;
    const allowsAll = windowSystem() !== 'wayland';
    return {
      preferences: table.get(),
      devices: this.#devices,
      problems: { ...this.#problems, ...this.#soundProblems },
      tray: tray(),
      notifications: notifications(),
      keepsInFront: allowsAll,
      globalShortcuts: allowsAll,
    };
  }

  change(change: PreferenceChange): SettingsBook {
    const { table, obey } = this.#ports;
    const before = table.get();
    table.change(change);
    for (const field of ['ringOutput', 'voiceOutput']) if (field in change) this.#forget(field);
    this.#problems = obey(table.get(), before);
    return this.book();
  }

  /** A sound is about to be tried. */
  testing(output: 'ring' | 'voice'): void {
    this.#tested = `${output}Output`;
    this.#forget(this.#tested);
    this.#ports.onBook(this.book());
  }

  onLineEvent(event: LineEvent): void {
    if (event.kind === 'devices') this.#devices = { microphones: event.microphones, outputs: event.outputs };
    else if (event.kind === 'outputLost')
      this.#complain(
        `${event.output}Output`,
        `This device cannot be used, the system’s own is instead: ${event.cause}`,
      );
    else if (event.kind === 'toneFailed' && event.line === SOUND_TEST_LINE)
      this.#complain(this.#tested, `Nothing was heard: ${event.cause}`);
    else return;
    this.#ports.onBook(this.book());
  }

  #complain(field: string, words: string): void {
    this.#soundProblems = { ...this.#soundProblems, [field]: words };
  }

  #forget(field: string): void {
    const { [field]: _gone, ...others } = this.#soundProblems;
    this.#soundProblems = others;
  }
}
