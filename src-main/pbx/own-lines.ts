import type { CtiEvent } from '../contract/cti-messages';
import type { LineEvent } from '../contract/line-port';
import type { LineStatus } from '../contract/line-status';
import { type CallReport, isSentOn, type OwnCall, type OwnCalls, sipCallIds, withReport } from './calls/own-calls';

/** An account, as far as the watch on other lines needs it. */
export interface PbxLine {
  /** Towards the line page. */
  readonly id: string;
  readonly number: string;
  /** Its address of record, `sip:number@domain`. */
  readonly identity: string;
  readonly lastResort: 'never' | 'options' | 'invite';
  /** Seconds. */
  readonly askEvery: number;
}

/** How a call of ours went, without the phone, which is always the same. */
type CallOutcomeEvent = Extract<CtiEvent, { kind: 'callConnected' | 'callFailed' }>;
type OutcomeOfCall =
  | Omit<Extract<CallOutcomeEvent, { kind: 'callConnected' }>, 'device'>
  | Omit<Extract<CallOutcomeEvent, { kind: 'callFailed' }>, 'device'>;

export interface OwnLinesListener {
  changed(line: string, number: string, status: LineStatus): void;
  /** The Call-IDs of our own calls, also of those that have just ended. */
  callIds(ids: ReadonlySet<string>): void;
  outcome(event: OutcomeOfCall): void;
}

/** The status that a call of ours failed with where no server has said one: we gave it up, or the network did. */
const GIVEN_UP = 487;
const UNREACHED = 503;

/** The lines of this phone: registered or not, lifted or not, and the calls on them. */
export class OwnLines {
  #known: readonly PbxLine[] = [];
  readonly #registered = new Set<string>();
  readonly #told = new Map<string, LineStatus>();
  #lifted = false;
  #kept: OwnCalls = [];

  readonly #listener: OwnLinesListener;

  constructor(listener: OwnLinesListener) {
    this.#listener = listener;
  }

  get lines(): readonly PbxLine[] {
    return this.#known;
  }

  get calls(): OwnCalls {
    return this.#kept;
  }

  setLines(lines: readonly PbxLine[]): void {
    this.#known = lines;
    this.#tellChanges();
  }

  /** undefined = no account has that number. */
  statusOf(number: string): LineStatus | undefined {
    const line = this.#known.find((candidate) => candidate.number === number);
    return line && this.#statusOfLine(line.id);
  }

  numberOf(id: string): string | undefined {
    return this.#known.find((line) => line.id === id)?.number;
  }

  setLifted(lifted: boolean): void {
    this.#lifted = lifted;
    this.#tellChanges();
  }

  /** Whatever it had is gone with the page that had it. */
  lineAdded(line: string): void {
    this.#registered.delete(line);
    this.#kept = this.#kept.map((call) => (call.line === line ? { ...call, state: 'over' } : call));
    this.#tellChanges();
  }

  onLineEvent(event: LineEvent): void {
    switch (event.kind) {
      case 'registration':
        if (event.state === 'registered') this.#registered.add(event.line);
        else this.#registered.delete(event.line);
        break;
      case 'placed':
      case 'incoming':
        this.#take(event);
        this.#listener.callIds(sipCallIds(this.#kept));
        break;
      case 'response':
      case 'connected':
      case 'ended':
        this.#tellOutcome(event);
        this.#take(event);
        break;
      default:
        return;
    }
    this.#tellChanges();
  }

  #take(event: CallReport): void {
    this.#kept = withReport(this.#kept, event);
  }

  #tellOutcome(event: CallReport): void {
    const call = this.#kept.find(({ id, line }) => id === event.call && line === event.line);
    if (event.kind === 'connected' && call) this.#tellConnected(call);
    if (event.kind !== 'ended' || call?.direction !== 'out' || call.state !== 'calling') return;
    const status = (isSentOn(call) ? call.status : event.status) ?? (event.by === 'near' ? GIVEN_UP : UNREACHED);
    this.#listener.outcome({ kind: 'callFailed', number: call.number, status });
  }

  /** A number that has passed the call on was not reached, whoever answers it in the end. */
  #tellConnected(call: OwnCall): void {
    const { number, status } = call;
    if (isSentOn(call) && status !== null) this.#listener.outcome({ kind: 'callFailed', number, status });
    else this.#listener.outcome({ kind: 'callConnected', number });
  }

  #statusOfLine(id: string): LineStatus {
    if (!this.#registered.has(id)) return 'offline';
    if (this.#lifted) return 'offHook';
    const calls = this.#kept.filter((call) => call.line === id && call.state !== 'over');
    if (calls.length === 0) return 'onHook';
    return calls.every((call) => call.direction === 'in' && call.state === 'calling') ? 'ringing' : 'offHook';
  }

  #tellChanges(): void {
    for (const { id, number } of this.#known) {
      const status = this.#statusOfLine(id);
      if (this.#told.get(id) === status) continue;
      this.#told.set(id, status);
      this.#listener.changed(id, number, status);
    }
  }
}
