import { errorWords } from '../base/error-words';
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
  /** What is not in the store yet, in its order; of each request at most its removal and what it is now. */
  #unwritten: readonly Change[] = [];

  constructor(store: RequestStore) {
    this.#store = store;
  }

  get isBehind(): boolean {
    return this.#unwritten.length > 0;
  }

  write(changes: readonly Change[]): Writing {
    const all = [...this.#unwritten, ...changes];
    if (all.length === 0) return { kind: 'written', caughtUp: 0 };
    try {
      this.#store.together(() => {
        for (const change of all)
          if (change.kind === 'save') this.#store.save(change.request);
          else this.#store.remove(change.device, change.called);
      });
    } catch (error) {
      const cause = errorWords(error);
      if (error instanceof NotTheWriter) return { kind: 'notWriter', cause };
      this.#unwritten = changes.reduce(withLatest, this.#unwritten);
      return { kind: 'kept', cause };
    }
    const caughtUp = this.#unwritten.length;
    this.#unwritten = [];
    return { kind: 'written', caughtUp };
  }

  /** What was to be kept is not wanted any more: the request that it was about is not made. */
  forget(changes: readonly Change[]): void {
    const keys = changes.map(keyOfChange);
    this.#unwritten = this.#unwritten.filter((change) => !keys.includes(keyOfChange(change)));
  }

  /** Another service has taken over, or this one begins anew. */
  clear(): void {
    this.#unwritten = [];
  }
}

export const changesIn = (effects: readonly HandlerEffect[]): readonly Change[] =>
  effects.filter((effect): effect is Change => effect.kind === 'save' || effect.kind === 'remove');

/** A request that is gone needs nothing of what it was; one that is saved again keeps its place among the others. */
function withLatest(unwritten: readonly Change[], change: Change): readonly Change[] {
  const key = keyOfChange(change);
  if (change.kind === 'remove') return [...unwritten.filter((one) => keyOfChange(one) !== key), change];
  const at = unwritten.findLastIndex((one) => keyOfChange(one) === key);
  return unwritten[at]?.kind === 'save' ? unwritten.with(at, change) : [...unwritten, change];
}

const keyOfChange = (change: Change): string =>
  change.kind === 'save' ? keyOf(change.request.device, change.request.called) : keyOf(change.device, change.called);
