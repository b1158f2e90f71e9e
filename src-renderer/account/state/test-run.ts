import {
  type CertificateFacts,
  TEST_STEPS,
  type TestReport,
  type TestStepName,
} from '../../../src-main/contract/account-settings';

export interface ShownStep {
  readonly name: TestStepName;
  readonly state: TestReport['state'] | 'waiting';
  readonly words: string;
}

/** A connection test as far as it has been told. */
export interface TestRun {
  readonly run: string;
  readonly steps: readonly ShownStep[];
  /** The certificate that nobody vouches for, or that is not the trusted one. */
  readonly certificate: CertificateFacts | null;
}

export const beginTest = (run: string): TestRun => ({
  run,
  steps: TEST_STEPS.map((name) => ({ name, state: 'waiting', words: '' })),
  certificate: null,
});

/** A report of an earlier run changes nothing. */
export function withReport(test: TestRun | null, report: TestReport): TestRun | null {
  if (test?.run !== report.run) return test;
  const { step, state, words, certificate } = report;
  return {
    run: test.run,
    steps: test.steps.map((shown) => (shown.name === step ? { name: step, state, words } : shown)),
    certificate: certificate ?? test.certificate,
  };
}

export const isUnderWay = ({ steps }: TestRun): boolean =>
  steps.some(({ state }) => state === 'waiting' || state === 'running');
