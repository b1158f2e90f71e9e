import type { Result } from '../base/result';
import type {
  AccountBook,
  AccountSecrets,
  AccountSettings,
  FieldProblem,
  PhoneSystem,
  TestReport,
} from './account-settings';
import type { AdminBook, Removed, Saved } from './admin';
import type { AdminForm, Removal } from './admin-forms';
import type { DemoCommand, DemoView } from './guided-demo';
import type { Key } from './keys';
import type { LineCommand, LineEvent } from './line-port';
import type { PhoneSnapshot } from './phone-snapshot';
import type { PreferenceChange } from './preferences';
import type { ServiceabilityAction, ServiceabilityReport } from './serviceability';
import type { SettingsBook, SoundTest } from './settings';

/** What a preload puts on `window` of a phone's face, and nothing else. */
export interface PhoneBridge {
  press(key: Key): void;
  /** Tells the main process that the face listens; every later change arrives at the listener, the current state at once. */
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): void;
}

/** What a preload puts on `window` of the line page, and nothing else. */
export interface LineBridge {
  report(event: LineEvent): void;
  /** For the log: a SIP message as it is on the wire, credentials and all. */
  trace(text: string): void;
  onCommand(listener: (command: LineCommand) => void): void;
}

/** What a preload puts on `window` of the account page, and nothing else. Secrets go in and never come out. */
export interface AccountBridge {
  load(): Promise<AccountBook>;
  /** Keeps the account, new or changed, and registers its line. */
  save(settings: AccountSettings, secrets: AccountSecrets): Promise<Result<AccountBook, readonly FieldProblem[]>>;
  remove(id: string): Promise<AccountBook>;
  /** Tries the account as it stands in the form. Reports follow; a new test ends the one before. */
  test(run: string, settings: AccountSettings, secrets: AccountSecrets): Promise<Result<null, readonly FieldProblem[]>>;
  onTestReport(listener: (report: TestReport) => void): void;
  /** What the phones shall be connected to. The window closes. */
  choose(system: PhoneSystem): void;
}

/** What a preload puts on `window` of the administration page, and nothing else. */
export interface AdminBridge {
  load(): Promise<AdminBook>;
  /** Changes something, or adds it. */
  save(form: AdminForm): Promise<Saved>;
  remove(removal: Removal): Promise<Removed>;
  /** Whenever the database has changed, whoever has changed it. */
  onBook(listener: (book: AdminBook) => void): void;
}

/** What a preload puts on `window` of the serviceability page, and nothing else. */
export interface ServiceabilityBridge {
  load(): Promise<ServiceabilityReport>;
  act(action: ServiceabilityAction): void;
  /** Whenever something is otherwise. */
  onReport(listener: (report: ServiceabilityReport) => void): void;
}

/** What a preload puts on `window` of the settings page, and nothing else. */
export interface SettingsBridge {
  load(): Promise<SettingsBook>;
  /** What is not in it stays as it is. The change is in force when this is answered. */
  change(change: PreferenceChange): Promise<SettingsBook>;
  /** Lets a sound be heard for a moment; what goes wrong with it is in a later book. */
  testSound(output: SoundTest): void;
  /** @returns what has come of it, in words; null = nothing, as the user has wished */
  exportDiagnostics(): Promise<string | null>;
  /** Whenever something has changed that the page did not change. */
  onBook(listener: (book: SettingsBook) => void): void;
}

/** What a preload puts on `window` of the presenter's page, and nothing else. */
export interface DemoBridge {
  send(command: DemoCommand): void;
  /** The view as it is now at once, and then whenever it is another one. */
  onView(listener: (view: DemoView) => void): void;
}
