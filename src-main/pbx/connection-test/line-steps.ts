import { failure, type Result, success } from '../../base/result';
import type { Account, LineCommand, LineEvent } from '../../contract/line-port';
import type { LineEvents } from './line-events';
import { registrationWords } from './words/registration-words';
import { refusalWords, type WatchedPackage } from './words/subscription-words';

/** Seconds. */
const SUBSCRIPTION_EXPIRES = 600;

/** The steps that need a SIP user agent: a line of its own on the line page, that is there for one test only. */
export class LineSteps {
  readonly #line: string;
  readonly #account: Account;
  readonly #send: (command: LineCommand) => void;
  readonly #events: LineEvents;

  constructor(line: string, account: Account, send: (command: LineCommand) => void, events: LineEvents) {
    this.#line = line;
    this.#account = account;
    this.#send = send;
    this.#events = events;
  }

  register(signal: AbortSignal): Promise<Result<null, string>> {
    const answer = this.#events.next((event) => this.#registrationOf(event), signal);
    this.#send({ kind: 'addLine', line: this.#line, account: this.#account });
    return answer;
  }

  /**
   * Watches our own line, the one number that there surely is, until the first notification: just as Call Back will watch
   * others. Not a mere question (`once`), whose Expires of 0 some servers refuse that have nothing against watching.
   */
  async watch(event: WatchedPackage, signal: AbortSignal): Promise<Result<null, string>> {
    const line = this.#line;
    const subscription = `${line}-${event}`;
    const answer = this.#events.next((told) => this.#watchOf(told, subscription, event), signal);
    const leave = (): void => this.#send({ kind: 'unsubscribe', line, subscription });
    signal.addEventListener('abort', leave);
    this.#send({
      kind: 'subscribe',
      line,
      subscription,
      target: this.#account.number,
      event,
      expires: SUBSCRIPTION_EXPIRES,
      once: false,
    });
    const result = await answer;
    signal.removeEventListener('abort', leave);
    leave();
    return result;
  }

  /** Leaves no registration behind. */
  end(): void {
    this.#send({ kind: 'removeLine', line: this.#line });
  }

  #registrationOf(event: LineEvent): Result<null, string> | undefined {
    if (event.kind !== 'registration' || event.line !== this.#line || event.state === 'registering') return undefined;
    return event.state === 'registered' ? success(null) : failure(registrationWords(event.status));
  }

  #watchOf(told: LineEvent, subscription: string, event: WatchedPackage): Result<null, string> | undefined {
    const lost = this.#registrationOf(told);
    if (lost?.ok === false) return lost;
    if (!('subscription' in told) || told.subscription !== subscription) return undefined;
    if (told.kind === 'notified') return success(null);
    // What is refused for a time is tried again, but the answer is what the user wants to know.
    const refused = told.state === 'refused' || (told.state === 'lost' && told.status !== null);
    return refused ? failure(refusalWords(event, told.status)) : undefined;
  }
}
