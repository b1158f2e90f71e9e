import type { DesktopIntegration } from '../app/desktop/desktop-integration';
import type { StoryRecorder } from '../app/recording/story-recorder';
import type { SecretStore } from '../app/secret-store';
import type { StorageHealth } from '../app/storage-health';
import type { SqlDatabase } from '../base/sql-database';
import type { EventViewer } from '../callmanager/ris-data-collector/event-viewer';
import type { Sdi } from '../cef/sdi/sdi';
import type { PhoneSystem } from '../contract/account-settings';
import type { LineEvent } from '../contract/line-port';
import type { ParameterTable } from '../store/parameter-table';
import type { PhoneMemoryTable } from '../store/phone-memory-table';
import type { Desk } from './desk';
import type { DeskTap } from './desk-parts';

/** What both phone systems stand on. */
export interface Machine {
  readonly assets: string;
  /** Where users put sound files of their own. */
  readonly soundFolder: string;
  /** The folders with the words of each locale: ours, and then the one in which users put more. */
  readonly dictionaries: readonly [string, ...string[]];
  readonly database: SqlDatabase;
  readonly parameters: ParameterTable;
  readonly memory: PhoneMemoryTable;
  readonly storage: StorageHealth;
  /** Not before the app is ready. */
  readonly secrets: () => SecretStore;
  /** Trace and alarm of a service. */
  sdiOf(service: string): Sdi;
  /** The alarms of all services. */
  readonly eventViewer: EventViewer;
  /** Writes down all that the Call Back service hears, where the command line has asked for it. */
  readonly recorder: StoryRecorder | null;
  /** What is around the phones on this computer: windows, menu, tray. */
  readonly desktopIntegration: DesktopIntegration;
  /** Hears what the phones show and have played, where the control API has been asked for. */
  readonly tap: DeskTap | null;
  /** Hears what the line page reports, beside the phones. */
  onLineEvent(event: LineEvent): void;
}

/** The phones of this desk, connected to something. */
export interface RunningSystem {
  readonly kind: PhoneSystem;
  /** The user's accounts are others now. */
  accountsChanged(): void;
  /** A server, as host:port, has shown a certificate that nobody trusts. */
  certificateRefused(server: string): void;
  readonly desk: Desk;
  /** The phones whose Call Backs are this system's. */
  isOurs(device: string): boolean;
  stop(): Promise<void>;
}
