import type { CallRef, LineEvent } from '../../../src-main/contract/line-port';
import type { Voice } from '../voice';
import { Mix, type MixContext } from './mix';

interface Conference {
  readonly calls: readonly CallRef[];
  readonly mix: Mix;
}

/** The mixes of all phones, by the first line of each. */
export class Conferences {
  readonly #byLine = new Map<string, Conference>();

  readonly #voiceOf: (call: CallRef) => Voice | undefined;
  readonly #createContext: () => MixContext;
  readonly #report: (event: LineEvent) => void;

  constructor(
    voiceOf: (call: CallRef) => Voice | undefined,
    createContext: () => MixContext,
    report: (event: LineEvent) => void,
  ) {
    this.#voiceOf = voiceOf;
    this.#createContext = createContext;
    this.#report = report;
  }

  /** The mix of that phone is of these calls from now on; of fewer than two there is none. */
  join(line: string, wanted: readonly CallRef[]): void {
    this.#byLine.get(line)?.mix.end();
    this.#byLine.delete(line);
    const calls = wanted.filter((call) => this.#voiceOf(call) !== undefined);
    const voices = calls.flatMap((call) => this.#voiceOf(call) ?? []);
    if (voices.length > 1) this.#byLine.set(line, { calls, mix: new Mix(this.#createContext, voices) });
    this.#report({ kind: 'joined', line, calls: voices.length > 1 ? [...calls] : [] });
  }

  /** A call is over: whoever is left of its mix goes on without it. */
  leave(gone: CallRef): void {
    for (const [line, { calls }] of [...this.#byLine]) {
      const left = calls.filter(({ line: other, call }) => other !== gone.line || call !== gone.call);
      if (left.length < calls.length) this.join(line, left);
    }
  }
}
