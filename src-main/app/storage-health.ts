import type { Unstored } from '../phone/phone-state';

/** Whether what the app keeps reaches the disk: phones say so where it does not. */
export class StorageHealth {
  readonly #listeners = new Set<(unstored: readonly Unstored[]) => void>();
  #unstored: readonly Unstored[] = [];

  get unstored(): readonly Unstored[] {
    return this.#unstored;
  }

  change(part: Unstored, works: boolean): void {
    if (works === !this.#unstored.includes(part)) return;
    this.#unstored = works ? this.#unstored.filter((other) => other !== part) : [...this.#unstored, part];
    for (const listener of [...this.#listeners]) listener(this.#unstored);
  }

  /** @returns ends the listening */
  onDidChange(listener: (unstored: readonly Unstored[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
