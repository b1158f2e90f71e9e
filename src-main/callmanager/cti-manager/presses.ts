import type { Clock } from '../../base/clock';
import type { CtiPress } from '../../contract/cti-messages';

/**
 * How long a key press waits for an application, in milliseconds. One that takes over needs far less; and a phone that has had no
 * answer for five seconds says that the service does not work: after that nobody may answer any more.
 */
const WAITS = 4000;

interface Waiting {
  readonly press: CtiPress;
  /** The instance of the application that has it; null = nobody has. */
  takenBy: string | null;
  readonly cancel: () => void;
}

/**
 * The keys that were pressed and not answered yet.
 *
 * ```
 *            take                  something is done at its phone
 *   waiting ──────> with the active ─────────────────────────────> answered, gone
 *    │   ^                │
 *    │   └── it is gone ──┘
 *    └──── its time is over ──> lost
 * ```
 * Each is handed to one application. One that hangs asks for none, and has nothing that it could answer when it wakes up.
 */
export class Presses {
  #waiting: Waiting[] = [];

  readonly #clock: Pick<Clock, 'after'>;
  readonly #onLost: (press: CtiPress) => void;

  /** @param onLost told of a press that nobody has taken in time */
  constructor(clock: Pick<Clock, 'after'>, onLost: (press: CtiPress) => void) {
    this.#clock = clock;
    this.#onLost = onLost;
  }

  /** The same key pressed again while it waits says nothing new. */
  add(press: CtiPress): void {
    this.#drop(({ press: other, takenBy }) => takenBy === null && JSON.stringify(other) === JSON.stringify(press));
    const waiting: Waiting = { press, takenBy: null, cancel: this.#clock.after(WAITS, () => this.#overdue(waiting)) };
    this.#waiting.push(waiting);
  }

  /** In the order in which they were pressed. */
  take(instance: string): CtiPress[] {
    const untaken = this.#waiting.filter(({ takenBy }) => takenBy === null);
    for (const waiting of untaken) waiting.takenBy = instance;
    return untaken.map(({ press }) => press);
  }

  /** The application shows the phone something, or has it call. */
  answered(device: string): void {
    this.#drop(({ press, takenBy }) => press.device === device && takenBy !== null);
  }

  /** What it has taken and not answered waits for the next one. */
  giveBack(instance: string): void {
    for (const waiting of this.#waiting) if (waiting.takenBy === instance) waiting.takenBy = null;
  }

  /** The phone is no longer there. */
  forget(device: string): void {
    this.#drop(({ press }) => press.device === device);
  }

  stop(): void {
    this.#drop(() => true);
  }

  #overdue(waiting: Waiting): void {
    this.#drop((other) => other === waiting);
    if (waiting.takenBy === null) this.#onLost(waiting.press);
  }

  #drop(which: (waiting: Waiting) => boolean): void {
    for (const gone of this.#waiting.filter(which)) gone.cancel();
    this.#waiting = this.#waiting.filter((waiting) => !which(waiting));
  }
}
