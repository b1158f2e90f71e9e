import type { HandlerEffect } from './call-back-handler/events';
import { keyOf } from './call-back-handler/request';
import { NotTheWriter, type RequestStore } from './ports';

type Change = Extract<HandlerEffect, { kind: 'save' | 'remove' }>;

/**
 * - `written`    all of it is on the disk, with whatever could not be written before
 * - `kept`       the disk takes nothing at the moment: it is written once it does
 * - `notWriter`  another service works by now
 */
export type Writing =
  | { readonly kind: 'written'; readonly caughtUp: number }
  | { readonly kind: 'kept' | 'notWriter'; readonly cause: string };

/** Brings to the store what the handler wants kept, in its order; what a full disk has refused is tried again with whatever comes next. */
export class RequestWriter {
  readonly #store: RequestStore;
  /** The latest change of each request that is not in the store. */
  readonly #unwritten = new Map<string, Change>();

  constructor(store: RequestStore) {
    this.#store = store;
  }

  get isBehind(): boolean {
    return this.#unwritten.size > 0;
  }

  write(changes: readonly Change[]): Writing {
    const before = [...this.#unwritten.values()];
    const all = new Map(this.#unwritten);
    for (const change of changes) {
      const key = keyOfChange(change);
      // To the end: an order of its own would let one request take the place of another that is gone.
      all.delete(key);
      all.set(key, change);
    }
    if (all.size === 0) return { kind: 'written', caughtUp: 0 };
    try {
      this.#store.together(() => {
        for (const change of all.values())
          if (change.kind === 'save') this.#store.save(change.request);
          else this.#store.remove(change.device, change.called);
      });
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      if (error instanceof NotTheWriter) return { kind: 'notWriter', cause };
      for (const [key, change] of all) this.#unwritten.set(key, change);
      return { kind: 'kept', cause };
    }
    this.#unwritten.clear();
    return { kind: 'written', caughtUp: before.length };
  }

  /** What was to be kept is not wanted any more: the request that it was about is not made. */
  forget(changes: readonly Change[]): void {
    for (const change of changes) this.#unwritten.delete(keyOfChange(change));
  }

  /** Another service has taken over, or this one begins anew. */
  clear(): void {
    this.#unwritten.clear();
  }
}

export const changesIn = (effects: readonly HandlerEffect[]): readonly Change[] =>
  effects.filter((effect): effect is Change => effect.kind === 'save' || effect.kind === 'remove');

const keyOfChange = (change: Change): string =>
  change.kind === 'save' ? keyOf(change.request.device, change.request.called) : keyOf(change.device, change.called);
