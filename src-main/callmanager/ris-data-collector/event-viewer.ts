import type { AlarmEvent } from '../../contract/serviceability';

const MAX = 200;

/** "The libraries generate trace and alarms to the Event Viewer": the alarms of this run, the latest of them. */
export class EventViewer {
  #events: readonly AlarmEvent[] = [];
  #count = 0;
  readonly #listeners = new Set<() => void>();

  add(event: Omit<AlarmEvent, 'number'>): void {
    this.#count += 1;
    this.#events = [{ ...event, number: this.#count }, ...this.#events].slice(0, MAX);
    for (const listener of [...this.#listeners]) listener();
  }

  /** The latest first. */
  list(): readonly AlarmEvent[] {
    return this.#events;
  }

  /** @returns ends the listening */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
