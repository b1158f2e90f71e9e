import type { Target } from './target.ts';

/** What an attack has found: how much was tried, and of it whatever did not come out as it must. */
export interface Outcome {
  readonly tried: number;
  /** One line for each case that went wrong; empty where all was survived. */
  readonly faults: readonly string[];
}

/** Something hostile that is done to the running app. */
export interface Attack {
  /** As the closing table names it. */
  readonly name: string;
  /** Part of the short form, which is part of `npm test`. */
  readonly isShort: boolean;
  /**
   * Needs nobody's password: nothing of it may hold the app up, which is measured. False for what the machine itself does, such
   * as a process that is killed; it may use all the phones.
   */
  readonly isUnauthenticated: boolean;
  /** Where it says false, the attack is reported as skipped: only root may mount a disk. */
  isPossible?(): boolean;
  run(target: Target, form: Form): Promise<Outcome>;
}

/** The short form does less of the same. */
export type Form = 'short' | 'whole';
