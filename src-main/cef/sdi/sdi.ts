import type { Clock } from '../../base/clock';
import { LogLimit } from '../../base/log-limit';
import type { AlarmConfiguration, TraceLevel } from '../../contract/service-parameters';
import type { SdiSink } from '../ports';

/** More than any honest message has; what lies beyond is counted. In characters. */
const MAX_LINE = 16_384;
/** Alarms of one name: an app that starts may find a dozen files that are bad. */
const ALARMS_AT_ONCE = 20;

const cut = (text: string): string =>
  text.length <= MAX_LINE ? text : `${text.slice(0, MAX_LINE)} … and ${text.length - MAX_LINE} characters more`;

/** SDI Trace and Alarm: one line an event, `time ALARM|TRACE service text`. */
export class Sdi {
  #level: TraceLevel = 'detailed';
  #alarms: AlarmConfiguration = { toLog: true, toEventViewer: true };

  readonly #service: string;
  readonly #clock: Pick<Clock, 'now'> & Partial<Pick<Clock, 'after'>>;
  readonly #sink: SdiSink;
  readonly #alarmLimit: LogLimit;

  constructor(service: string, clock: Pick<Clock, 'now'> & Partial<Pick<Clock, 'after'>>, sink: SdiSink) {
    this.#service = service;
    this.#clock = clock;
    this.#sink = sink;
    this.#alarmLimit = new LogLimit(clock, ALARMS_AT_ONCE);
  }

  setTrace(level: TraceLevel): void {
    this.#level = level;
  }

  setAlarms(configuration: AlarmConfiguration): void {
    this.#alarms = configuration;
  }

  /** What the service does, for whoever looks for a fault. Never a password. */
  trace(text: string): void {
    if (this.#level === 'detailed') this.#sink.write('trace', this.#line('TRACE', text));
  }

  /** What the service could not do, and what it can do without. */
  error(text: string): void {
    if (this.#level !== 'off') this.#sink.write('error', this.#line('TRACE', text));
  }

  /** Every message of a protocol: too much to watch. */
  detail(text: string): void {
    if (this.#level === 'detailed') this.#sink.write('detail', this.#line('DETAIL', text));
  }

  /** What an administrator must know: something does not work that users count on. */
  alarm(name: string, text: string): void {
    this.#alarmLimit.write(name, `${name}: ${text}`, (line) => this.#raise(name, line));
  }

  #raise(name: string, line: string): void {
    const text = line.slice(name.length + 2);
    if (this.#alarms.toLog) this.#sink.write('alarm', this.#line('ALARM', line));
    if (this.#alarms.toEventViewer)
      this.#sink.event?.({ at: this.#clock.now(), service: this.#service, name, text: inOneLine(cut(text)) });
  }

  /** One event is one line: a text from the network must not look like two. */
  #line(kind: string, text: string): string {
    return `${new Date(this.#clock.now()).toISOString()} ${kind} ${this.#service} ${inOneLine(cut(text))}`;
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
