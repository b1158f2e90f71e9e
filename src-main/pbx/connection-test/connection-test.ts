import type { Clock } from '../../base/clock';
import type { TestReport } from '../../contract/account-settings';
import type { Account, LineCommand, LineEvent } from '../../contract/line-port';
import { LineEvents } from './line-events';
import { LineSteps } from './line-steps';
import type { Probes, Wire } from './probes/probes';
import { Trial } from './trial';
import { openWay, type WayPorts } from './way-to-server';
import { lateWords, NOTHING_IS_TOLD, TOLD, type WatchedPackage } from './words/subscription-words';

export interface ConnectionTestPorts<AnyWire extends Wire> extends Pick<WayPorts<AnyWire>, 'verdictOf'> {
  readonly clock: Clock;
  readonly probes: Probes<AnyWire>;
  /** To the line page. */
  send(command: LineCommand): void;
  report(report: TestReport): void;
}

const REGISTER_LIMIT = 10_000;
const WATCH_LIMIT = 5000;
const NOT_TRIED = 'Not tried.';

/**
 * Tries an account step by step, from the server's name to what it tells of other lines, and says in plain words where it
 * fails and why. One run at a time: the next one ends the one before.
 */
export class ConnectionTest<AnyWire extends Wire> {
  readonly #events = new LineEvents();
  #trial: Trial | null = null;

  readonly #ports: ConnectionTestPorts<AnyWire>;

  constructor(ports: ConnectionTestPorts<AnyWire>) {
    this.#ports = ports;
  }

  /**
   * @param run names the run in its reports; letters, digits and hyphens
   * @param pin fingerprint of the certificate that the user trusts; null = none
   * @returns when the run is over
   */
  async start(run: string, account: Account, pin: string | null): Promise<void> {
    this.end();
    const trial = new Trial(run, this.#ports);
    this.#trial = trial;
    await this.#tryAll(trial, account, pin);
    trial.skipRest(NOT_TRIED);
    trial.end();
  }

  /** Ends the run that is under way, without another report. */
  end(): void {
    this.#trial?.end();
    this.#trial = null;
  }

  onLineEvent(event: LineEvent): void {
    this.#events.tell(event);
  }

  async #tryAll(trial: Trial, account: Account, pin: string | null): Promise<void> {
    if (!(await openWay(trial, new URL(account.server), pin, this.#ports))) return;
    const line = new LineSteps(`test-${trial.run}`, account, (command) => this.#ports.send(command), this.#events);
    try {
      if (!(await this.#register(trial, line, account))) return;
      const dialog = await this.#watch(trial, line, 'dialog', 'Call Back will use the next step in its place.');
      await this.#watch(
        trial,
        line,
        'presence',
        dialog
          ? 'Call Back works all the same, but cannot tell an idle phone from one that is switched off.'
          : NOTHING_IS_TOLD,
      );
    } finally {
      line.end();
    }
  }

  async #register(trial: Trial, line: LineSteps, account: Account): Promise<boolean> {
    const words = {
      limit: REGISTER_LIMIT,
      late: `The server took the WebSocket, but did not answer the registration within ${REGISTER_LIMIT / 1000} seconds.`,
      passed: () => `${account.number} is registered.`,
    };
    const { ok } = await trial.step('register', words, async (signal) => {
      const answer = await line.register(signal);
      return answer.ok ? answer : { ok: false, error: { words: answer.error } };
    });
    return ok;
  }

  /** @param otherwise what it means for Call Back where the server does not do it */
  async #watch(trial: Trial, line: LineSteps, event: WatchedPackage, otherwise: string): Promise<boolean> {
    const words = {
      limit: WATCH_LIMIT,
      late: `${lateWords(event, WATCH_LIMIT / 1000)} ${otherwise}`,
      passed: () => TOLD[event],
      optional: true,
    };
    const { ok } = await trial.step(event, words, async (signal) => {
      const answer = await line.watch(event, signal);
      return answer.ok ? answer : { ok: false, error: { words: `${answer.error} ${otherwise}` } };
    });
    return ok;
  }
}
