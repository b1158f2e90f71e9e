import type { Clock } from '../../base/clock';
import type { SqlDatabase } from '../../base/sql-database';
import type { CallRecord } from '../../contract/call-record';
import type { PhoneStatus } from '../../phone/phone-status';
import { RequestTable } from '../../store/request-table';
import type { ActiveCallBack, DeskView, MissedCall } from './desk-view';

/** Milliseconds in which several changes are told as one. */
const GATHER = 50;

/** The phone system that is running, one after the other. */
export interface WatchedSystems {
  /** null = between two of them. */
  readonly desk: { readonly phones: { status(): readonly PhoneStatus[] } } | null;
  isOurs(device: string): boolean;
}

/** The desk as tray and notifications see it, and when it is another one. */
export class DeskWatch {
  #callBacks: readonly ActiveCallBack[] = [];
  #missed: readonly MissedCall[] = [];
  #cancel: (() => void) | null = null;
  readonly #requests: RequestTable;

  readonly #systems: WatchedSystems;
  readonly #clock: Clock;
  readonly #onDidChange: (view: DeskView) => void;

  constructor(systems: WatchedSystems, clock: Clock, onDidChange: (view: DeskView) => void, database: SqlDatabase) {
    this.#systems = systems;
    this.#clock = clock;
    this.#onDidChange = onDidChange;
    // Whoever works with the requests reports what cannot be read.
    this.#requests = new RequestTable(
      database,
      (device) => systems.isOurs(device),
      () => {},
    );
  }

  get view(): DeskView {
    return { phones: this.#systems.desk?.phones.status() ?? [], callBacks: this.#callBacks, missed: this.#missed };
  }

  /** Told soon, and once for all that happens together. */
  changed(): void {
    this.#cancel ??= this.#clock.after(GATHER, () => {
      this.#cancel = null;
      this.#onDidChange(this.view);
    });
  }

  readRequests(): void {
    this.#callBacks = this.#requests.load().map(({ device, calling, called, phase }) => ({
      device,
      calling,
      called,
      availableSince: phase.kind === 'available' ? phase.since : null,
    }));
    this.changed();
  }

  recorded(device: string, { direction, answered, name, number, startedAt }: CallRecord): void {
    if (direction === 'out' || answered) return;
    const phone = this.#systems.desk?.phones.status().find((one) => one.name === device);
    const party = name && name !== number ? `${name} (${number})` : number;
    this.#missed = [...this.#missed, { device, number: phone?.number ?? '', party, at: startedAt }];
    this.changed();
  }

  /** Calls that end meanwhile are ended by their user, who has not missed them. */
  knowingly(work: () => void): void {
    const missed = this.#missed;
    work();
    this.#missed = missed;
  }

  /** The user has looked at the phones. */
  seen(): void {
    if (this.#missed.length === 0) return;
    this.#missed = [];
    this.changed();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = () => {};
  }
}
