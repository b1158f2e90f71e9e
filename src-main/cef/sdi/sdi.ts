import type { Clock, SdiSink } from '../ports';

/** SDI Trace and Alarm: one line an event, `time ALARM|TRACE service text`. */
export class Sdi {
  constructor(
    private readonly service: string,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly sink: SdiSink,
  ) {}

  /** What the service does, for whoever looks for a fault. Never a password. */
  trace(text: string): void {
    this.sink.write(this.line('TRACE', text));
  }

  /** Every message of a protocol: too much to watch. */
  detail(text: string): void {
    this.sink.writeDetail(this.line('DETAIL', text));
  }

  /** What an administrator must know: something does not work that users count on. */
  alarm(name: string, text: string): void {
    this.sink.write(this.line('ALARM', `${name}: ${text}`));
  }

  /** One event is one line: a text from the network must not look like two. */
  private line(kind: string, text: string): string {
    const time = new Date(this.clock.now()).toISOString();
    return `${time} ${kind} ${this.service} ${text.replace(/\s*[\r\n]+\s*/g, ' | ')}`;
  }
}
