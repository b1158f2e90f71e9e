/** A list of what has happened, which a test can wait on: it never sleeps, it waits for a fact. */
export class Facts<Fact> {
  readonly all: Fact[] = [];
  /** Who waits, each with the timer that would say that it was in vain. */
  readonly #waiting = new Map<() => void, NodeJS.Timeout>();

  add(fact: Fact): void {
    this.all.push(fact);
    for (const look of [...this.#waiting.keys()]) look();
  }

  /** The first fact, past or to come, from the given place on, that is so. */
  until(isSo: (fact: Fact) => boolean, from = 0): Promise<Fact> {
    return new Promise((resolve, reject) => {
      const seen = () => JSON.stringify(this.all.slice(from)).slice(0, 2_000);
      const timer = setTimeout(() => finish(() => reject(new Error(`Never came: ${isSo}\nSeen: ${seen()}`))), 20_000);
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        settle();
      };
      const look = () => {
        const found = this.all.slice(from).find(isSo);
        if (found !== undefined) finish(() => resolve(found));
      };
      this.#waiting.set(look, timer);
      look();
    });
  }

  /** Nothing more will happen: what a test has not waited for to its end is no failure of the next one. */
  close(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  /** The next fact that is so, not one of the past. */
  next(isSo: (fact: Fact) => boolean = () => true): Promise<Fact> {
    return this.until(isSo, this.all.length);
  }
}
