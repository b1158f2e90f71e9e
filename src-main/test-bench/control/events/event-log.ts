import { Listeners } from '../../../base/listeners';

/** Something that has happened, with its number: what `GET /v1/events` tells. */
export interface BenchEvent {
  /** Rises by one with each, from 1. */
  readonly sequence: number;
  readonly kind: BenchFact['kind'];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly fact: BenchFact;
}

export type BenchFact =
  /** A phone shows something else, or sounds otherwise; `report` is what GET /v1/phones/{number} would answer. */
  | { readonly kind: 'phone'; readonly number: string; readonly report: object }
  | { readonly kind: 'keys'; readonly number: string; readonly keys: readonly string[] }
  | { readonly kind: 'dialled'; readonly number: string; readonly called: string }
  | { readonly kind: 'typed'; readonly number: string; readonly text: string }
  | { readonly kind: 'reset' };

/** For whoever comes back after a lost connection. */
const MAX_KEPT = 1000;

/** The last events, in their order. */
export class EventLog {
  readonly #now: () => number;
  readonly #added = new Listeners<[BenchEvent]>();
  #events: readonly BenchEvent[] = [];
  #sequence = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(fact: BenchFact): void {
    this.#sequence += 1;
    const event: BenchEvent = { sequence: this.#sequence, kind: fact.kind, at: this.#now(), fact };
    this.#events = [...this.#events.slice(1 - MAX_KEPT), event];
    this.#added.tell(event);
  }

  /** The number of the last one; 0 = there was none. */
  get last(): number {
    return this.#sequence;
  }

  /** Those that are kept and came after that number, and then each as it comes. @returns ends the listening */
  follow(after: number, listener: (event: BenchEvent) => void): () => void {
    for (const event of this.#events) if (event.sequence > after) listener(event);
    return this.#added.add(listener);
  }
}
