import { LogLimit } from '../../base/log-limit';
import { redactSip } from '../../sip/redact-sip';

type Time = ConstructorParameters<typeof LogLimit>[0];

/** Lines of each kind that a stranger may cause at once: more than a phone needs to show its password. */
const AT_ONCE = 20;
/** What a log needs of a stranger's message, in characters. */
const MAX_STRANGER_LINE = 2048;

/** All connections that have shown no password, taken together: whoever opens a new one for each message gains nothing. */
export const strangersLimit = (clock: Time): LogLimit => new LogLimit(clock, 200, 20);

/** The log of one connection: whole once its phone has shown its password, and before that as little as a stranger may cause. */
export class ConnectionTrace {
  #isKnown = false;
  readonly #name: string;
  readonly #limit: LogLimit;
  readonly #strangers: LogLimit;
  readonly #trace: (text: string) => void;

  constructor(name: string, clock: Time, strangers: LogLimit, trace: (text: string) => void) {
    this.#name = name;
    this.#limit = new LogLimit(clock, AT_ONCE);
    this.#strangers = strangers;
    this.#trace = trace;
  }

  /** Whoever sends here has shown his password. */
  trust(): void {
    this.#isKnown = true;
  }

  /** @param kind one of few, of our own: what a stranger writes must not make new ones */
  write(kind: string, text: string): void {
    if (this.#isKnown) this.#trace(`${this.#name} ${redactSip(text)}`);
    else this.#limit.write(kind, text, (line) => this.#writeOfStranger(line));
  }

  /** The connection is gone: what was left out is counted. */
  close(): void {
    this.#limit.flush((line) => this.#writeOfStranger(line));
  }

  #writeOfStranger(line: string): void {
    // Redacted while it is whole: half a header is none that could be known.
    this.#strangers.write('connections without a password', line, (allowed) =>
      this.#trace(`${this.#name} ${cut(redactSip(allowed))}`),
    );
  }
}

const cut = (line: string): string =>
  line.length <= MAX_STRANGER_LINE
    ? line
    : `${line.slice(0, MAX_STRANGER_LINE)} … and ${line.length - MAX_STRANGER_LINE} characters more`;
