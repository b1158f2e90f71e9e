import type { Clock } from '../../src-main/base/clock.ts';

/** A clock that a test turns by hand. */
export class ManualClock implements Clock {
  #time = 0;
  #waiting: { readonly at: number; readonly callBack: () => void }[] = [];

  /** How many calls it still owes. */
  get pending(): number {
    return this.#waiting.length;
  }

  now(): number {
    return this.#time;
  }

  after(milliseconds: number, callBack: () => void): () => void {
    const entry = { at: this.#time + milliseconds, callBack };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  /** Lets the time pass; what falls due is called in its order. */
  pass(milliseconds: number): void {
    const end = this.#time + milliseconds;
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      const due = next;
      this.#waiting = this.#waiting.filter((other) => other !== due);
      this.#time = due.at;
      due.callBack();
    }
    this.#time = end;
  }

  #nextUntil(end: number) {
    return this.#waiting.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
  }
}
