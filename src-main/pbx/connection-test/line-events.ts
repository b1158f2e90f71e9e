import type { LineEvent } from '../../contract/line-port';

type Listener = (event: LineEvent) => void;

/** Hands what the line page says to whoever waits for it. */
export class LineEvents {
  readonly #listeners = new Set<Listener>();

  tell(event: LineEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** The first event that `pick` makes something of. Settles never where the signal is aborted before. */
  next<Fact>(pick: (event: LineEvent) => Fact | undefined, signal: AbortSignal): Promise<Fact> {
    return new Promise((resolve) => {
      const listener: Listener = (event) => {
        const fact = pick(event);
        if (fact === undefined) return;
        this.#listeners.delete(listener);
        resolve(fact);
      };
      this.#listeners.add(listener);
      signal.addEventListener('abort', () => this.#listeners.delete(listener));
    });
  }
}
