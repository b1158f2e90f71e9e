import type { Clock } from '../../../src-renderer/line/clock';

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  #now = 0;
  #timers: readonly { readonly at: number; readonly action: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, action: () => void): () => void {
    const timer = { at: this.#now + milliseconds, action };
    this.#timers = [...this.#timers, timer];
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Milliseconds until each action that is still to come. */
  get waiting(): readonly number[] {
    return this.#timers.map(({ at }) => at - this.#now);
  }

  /** Lets time pass, action by action, and gives promises their turn in between. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.action();
      await settled();
    }
    this.#now = end;
  }
}

/** Everything that only waits for promises has happened. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
