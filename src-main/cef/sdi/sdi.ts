import type { Clock } from '../../base/clock';
import type { AlarmConfiguration, TraceLevel } from '../../contract/service-parameters';
import type { SdiSink } from '../ports';

/** SDI Trace and Alarm: one line an event, `time ALARM|TRACE service text`. */
export class Sdi {
  #level: TraceLevel = 'detailed';
  #alarms: AlarmConfiguration = { toLog: true, toEventViewer: true };

  readonly #service: string;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #sink: SdiSink;

  constructor(service: string, clock: Pick<Clock, 'now'>, sink: SdiSink) {
    this.#service = service;
    this.#clock = clock;
    this.#sink = sink;
  }

  setTrace(level: TraceLevel): void {
    this.#level = level;
  }

  setAlarms(configuration: AlarmConfiguration): void {
    this.#alarms = configuration;
  }

  /** What the service does, for whoever looks for a fault. Never a password. */
  trace(text: string): void {
    if (this.#level === 'detailed') this.#sink.write(this.#line('TRACE', text));
  }

  /** What the service could not do, and what it can do without. */
  error(text: string): void {
    if (this.#level !== 'off') this.#sink.write(this.#line('TRACE', text));
  }

  /** Every message of a protocol: too much to watch. */
  detail(text: string): void {
    if (this.#level === 'detailed') this.#sink.writeDetail(this.#line('DETAIL', text));
  }

  /** What an administrator must know: something does not work that users count on. */
  alarm(name: string, text: string): void {
    if (this.#alarms.toLog) this.#sink.write(this.#line('ALARM', `${name}: ${text}`));
    if (this.#alarms.toEventViewer)
      this.#sink.event?.({ at: this.#clock.now(), service: this.#service, name, text: inOneLine(text) });
  }

  /** One event is one line: a text from the network must not look like two. */
  #line(kind: string, text: string): string {
    return `${new Date(this.#clock.now()).toISOString()} ${kind} ${this.#service} ${inOneLine(text)}`;
  }
}

const inOneLine = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line, at, { length }) => {
      const begun = at === 0 ? line : line.trimStart();
      return at === length - 1 ? begun : begun.trimEnd();
    })
    // A line of blanks is none; a break at either end is to be seen.
    .filter((line, at, { length }) => line !== '' || at === 0 || at === length - 1)
    .join(' | ');
