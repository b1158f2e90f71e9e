import { useEffect, useRef } from 'react';
import type { TestStepName } from '../../../src-main/contract/account-settings';
import { usePage } from '../state/page-context';
import { isTestStale } from '../state/page-state';
import { isUnderWay, type ShownStep } from '../state/test-run';
import { CertificateQuestion } from './certificate-question';
import { StateIcon } from './state-icon';

const NAMES: Readonly<Record<TestStepName, string>> = {
  name: 'Find the server',
  tcp: 'Connect',
  tls: 'Secure the connection (TLS)',
  webSocket: 'Open the WebSocket',
  register: 'Register the number',
  dialog: 'Ask for the calls of a line',
  presence: 'Ask for presence',
};

const STATES: Readonly<Record<ShownStep['state'], string>> = {
  waiting: 'waiting',
  running: 'running',
  passed: 'good',
  lacking: 'lacking',
  failed: 'failed',
  skipped: 'skipped',
};

/** The connection test, step by step, as it goes on. */
export function TestView() {
  const test = usePage((state) => state.test);
  const stale = usePage(isTestStale);
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows with every report
  useEffect(() => {
    // No shorter: newer Chromium returns a promise here, and React takes what an effect returns for its clean-up.
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [test]);
  if (test === null) return null;
  return (
    <section ref={section} className="test" aria-labelledby="test-heading">
      <h2 id="test-heading">Connection test</h2>
      {stale && <p className="hint">The form has changed since this test.</p>}
      <ol aria-live="polite" aria-busy={isUnderWay(test)}>
        {test.steps.map(({ name, state, words }) => (
          <li key={name} data-state={state}>
            <StateIcon state={state} />
            <div>
              <p className="step-name">
                {NAMES[name]}: <span className="step-state">{STATES[state]}</span>
              </p>
              {words && <p className="step-words">{words}</p>}
            </div>
          </li>
        ))}
      </ol>
      {test.certificate && !stale && !isUnderWay(test) && <CertificateQuestion certificate={test.certificate} />}
      <p role="status" className="notice">
        {isUnderWay(test) ? '' : summary(test.steps)}
      </p>
    </section>
  );
}

function summary(steps: readonly ShownStep[]): string {
  const states = new Map(steps.map(({ name, state }) => [name, state]));
  if ([...states.values()].includes('failed')) return 'The account does not work yet.';
  const watches = [states.get('dialog'), states.get('presence')];
  if (watches.includes('passed')) return 'The account works, and so does Call Back.';
  return 'The account works. Call Back needs the last resort.';
}
