import type { Clock } from '../../base/clock';
import { failure, type Result } from '../../base/result';
import { type CertificateFacts, TEST_STEPS, type TestReport, type TestStepName } from '../../contract/account-settings';

export interface TrialPorts {
  readonly clock: Clock;
  report(report: TestReport): void;
}

interface StepWords<Value> {
  /** Milliseconds. */
  readonly limit: number;
  /** Said where the limit passes first. */
  readonly late: string;
  passed(value: Value): string;
  /** Without this step, Call Back goes on with less. */
  readonly optional?: boolean;
}

export interface StepFailure {
  readonly words: string;
  readonly certificate?: CertificateFacts;
}

/**
 * One run of the connection test: its reports, its limits and its end. Each step goes
 *
 *     running ---> passed | failed | lacking
 *
 * and what no step has touched when the run is over is skipped. Nothing is reported after `end`.
 */
export class Trial {
  readonly #ending = new AbortController();
  readonly #done = new Set<TestStepName>();

  readonly #ports: TrialPorts;

  constructor(
    readonly run: string,
    ports: TrialPorts,
  ) {
    this.#ports = ports;
  }

  get over(): boolean {
    return this.#ending.signal.aborted;
  }

  end(): void {
    this.#ending.abort();
  }

  /** @returns the value that the step was for, or null where it was not reached */
  async step<Value>(
    name: TestStepName,
    words: StepWords<Value>,
    work: (signal: AbortSignal) => Promise<Result<Value, StepFailure>>,
  ): Promise<Result<Value, null>> {
    this.#report(name, 'running', '');
    const result = await this.#within(words.limit, words.late, work);
    if (result.ok) {
      this.#report(name, 'passed', words.passed(result.value));
      return result;
    }
    const { words: cause, certificate } = result.error;
    this.#report(name, words.optional ? 'lacking' : 'failed', cause, certificate);
    return failure(null);
  }

  skip(name: TestStepName, words: string): void {
    this.#report(name, 'skipped', words);
  }

  skipRest(words: string): void {
    for (const step of TEST_STEPS) if (!this.#done.has(step)) this.skip(step, words);
  }

  async #within<Value>(
    limit: number,
    late: string,
    work: (signal: AbortSignal) => Promise<Result<Value, StepFailure>>,
  ): Promise<Result<Value, StepFailure>> {
    const attempt = new AbortController();
    const { signal } = attempt;
    const abort = (): void => attempt.abort();
    this.#ending.signal.addEventListener('abort', abort);
    const cancelLimit = this.#ports.clock.after(limit, abort);
    const aborted = new Promise<Result<Value, StepFailure>>((resolve) => {
      signal.addEventListener('abort', () => resolve(failure({ words: late })));
    });
    if (this.over) attempt.abort();
    try {
      return await Promise.race([work(signal), aborted]);
    } finally {
      cancelLimit();
      this.#ending.signal.removeEventListener('abort', abort);
    }
  }

  #report(
    step: TestStepName,
    state: TestReport['state'],
    words: string,
    certificate: CertificateFacts | null = null,
  ): void {
    if (this.over) return;
    this.#done.add(step);
    this.#ports.report({ run: this.run, step, state, words, certificate });
  }
}
