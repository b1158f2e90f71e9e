import type { DesktopIntegration } from '../app/desktop/desktop-integration';
import type { MemoryStore } from '../app/phones/memory-store';
import type { PhoneConfiguration } from '../app/phones/phones';
import type { StorageHealth } from '../app/storage-health';
import type { Clock } from '../base/clock';
import type { Sdi } from '../cef/sdi/sdi';
import type { Account, LineCommand, LineEvent } from '../contract/line-port';
import type { PhoneSnapshot } from '../contract/phone-snapshot';
import type { StationToCallManager } from '../contract/station';

/** Hears what the phones of a desk show and have played, beside those for whom it is. */
export interface DeskTap {
  published(device: string, snapshot: PhoneSnapshot): void;
  sent(command: LineCommand): void;
}

/** What the phones of a desk need of the system that they belong to. */
export interface DeskParts {
  readonly assets: string;
  readonly clock: Clock;
  readonly sdi: Sdi;
  readonly audioFileName: string;
  /** Where users put sound files of their own: they go before ours of the same name. */
  readonly soundFolder: string;
  /** The folders with the words of each locale: ours, and then the one in which users put more. */
  readonly dictionaries: readonly [string, ...string[]];
  readonly desktopIntegration: DesktopIntegration;
  /** Whether what is to be kept reaches the disk. */
  readonly storage: StorageHealth;
  /** What the phones are connected to beside SIP. Asked for only once they are plugged in. */
  callManager(): StationToCallManager;
  /** How a line reaches its SIP server; null = not yet, its password is not known. */
  accountOf(line: string): Account | null;
  readonly memory: MemoryStore;
  /** The phones in the order of their places on the desk. */
  devices(): readonly PhoneConfiguration[];
  readonly tap: DeskTap | null;
  /** A last look at what a phone wants of its line page. */
  route?(command: LineCommand): LineCommand;
  /** A phone has sent its line page a command. */
  onSent?(command: LineCommand): void;
  onLineEvent?(event: LineEvent): void;
  /** A SIP message of a line whose account is traced, with its credentials. */
  onTraced?(text: string): void;
  /** The line page has crashed. It comes back, and every line is added again. */
  onLinePageLost?(): void;
}
