/** Who wants to hear of something. */
export class Listeners<Heard extends readonly unknown[] = []> {
  readonly #listeners = new Set<(...heard: Heard) => void>();

  /** @returns ends the listening */
  add(listener: (...heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One that begins or ends to listen meanwhile changes nothing for the others. */
  tell(...heard: Heard): void {
    for (const listener of [...this.#listeners]) listener(...heard);
  }
}
