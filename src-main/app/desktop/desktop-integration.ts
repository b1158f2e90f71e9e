import type { Bounds } from '../../contract/bounds';
import type { CallRecord } from '../../contract/call-record';
import type { LineCommand } from '../../contract/line-port';
import type { MenuActions } from './menu-actions';

/** What is around the phones of a desk on this computer, whatever they are connected to. */
export interface DesktopIntegration {
  readonly menu: MenuActions;
  readonly places: WindowPlaces;
  /** How the windows of the phones are there at the start. */
  readonly opening: 'shown' | 'hidden' | 'minimized';
  readonly alwaysOnTop: boolean;
  /** The casing of all phones; null = each its own. */
  readonly casing: 'light' | 'dark' | null;
  /** Of the ring device, 0 to 1. */
  readonly ringGain: number;
  /** What a line page is told when it is there. */
  firstCommands(): readonly LineCommand[];
  /** A phone shows something else than before. */
  onPhoneChanged(): void;
  /** Its user has pressed a key of it, or closed its window. */
  onHandled(device: string): void;
  onCallRecorded(device: string, record: CallRecord): void;
  /** A Call Back was activated, has come a step further, or ended. */
  onRequestsChanged(): void;
}

/** Where the windows of the phones were left. */
export interface WindowPlaces {
  placeOf(phone: string): Bounds | undefined;
  keepPlace(phone: string, bounds: Bounds): void;
}
