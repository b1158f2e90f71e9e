import type { LineEvent } from '../../contract/line-port';

/** One refusal of a SIP server, or a server that did not answer (status null). */
export interface Refusal {
  /** ISO 8601. */
  readonly at: string;
  readonly line: string;
  readonly of: 'registration' | 'call';
  readonly status: number | null;
}

const MAX = 50;

/** The last refusals, for whoever looks for a fault. */
export class Refusals {
  #list: readonly Refusal[] = [];

  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get last(): readonly Refusal[] {
    return this.#list;
  }

  onLineEvent(event: LineEvent): void {
    if (event.kind === 'registration' && event.state === 'unregistered')
      this.#add(event.line, 'registration', event.status);
    else if (event.kind === 'ended' && event.status !== null) this.#add(event.line, 'call', event.status);
    else if (event.kind === 'ended' && event.by === 'network') this.#add(event.line, 'call', null);
  }

  #add(line: string, of: Refusal['of'], status: number | null): void {
    const at = new Date(this.#now()).toISOString();
    this.#list = [...this.#list, { at, line, of, status }].slice(-MAX);
  }
}
