import type { LineStatus } from '../../contract/line-status';
import type { CallEvent } from '../sip-server/sip-server';

/** What is known of one directory number. */
interface Line {
  readonly contacts: number;
  readonly lifted: boolean;
  readonly doNotDisturb: boolean;
  /** The calls that the line is part of, and whether it only rings there. */
  readonly calls: ReadonlyMap<string, 'ringing' | 'offHook'>;
}

const unknownLine: Line = { contacts: 0, lifted: false, doNotDisturb: false, calls: new Map() };

/** CallManager's own view of every line: registrations, handsets and calls put together into one status each. */
export class LineBook {
  private readonly lines = new Map<string, Line>();

  /** @param onDidChange told of each new status, once */
  constructor(private readonly onDidChange: (number: string, status: LineStatus) => void) {}

  statusOf(number: string): LineStatus {
    return statusOf(this.lines.get(number) ?? unknownLine);
  }

  /** Lifted, and not (yet) for a call. */
  isLifted(number: string): boolean {
    return this.lines.get(number)?.lifted ?? false;
  }

  setContacts(number: string, contacts: number): void {
    this.update(number, { contacts });
  }

  setLifted(number: string, lifted: boolean): void {
    this.update(number, { lifted });
  }

  setDoNotDisturb(number: string, doNotDisturb: boolean): void {
    this.update(number, { doNotDisturb });
  }

  onCall({ state, id, from, to }: CallEvent): void {
    const over = state === 'ended';
    this.setCall(from, id, over ? null : 'offHook');
    this.setCall(to, id, over || state === 'forwarded' ? null : state === 'connected' ? 'offHook' : 'ringing');
  }

  private setCall(number: string, id: string, part: 'ringing' | 'offHook' | null): void {
    const calls = new Map(this.lines.get(number)?.calls);
    if (part) calls.set(id, part);
    else if (!calls.delete(id)) return;
    this.update(number, { calls });
  }

  private update(number: string, change: Partial<Line>): void {
    const before = this.lines.get(number) ?? unknownLine;
    const after = { ...before, ...change };
    if (isUnknown(after)) this.lines.delete(number);
    else this.lines.set(number, after);
    const status = statusOf(after);
    if (status !== statusOf(before)) this.onDidChange(number, status);
  }
}

const isUnknown = ({ contacts, lifted, doNotDisturb, calls }: Line): boolean =>
  contacts === 0 && !lifted && !doNotDisturb && calls.size === 0;

function statusOf(line: Line): LineStatus {
  if (line.contacts === 0) return 'offline';
  const parts = [...line.calls.values()];
  if (line.lifted || parts.includes('offHook')) return 'offHook';
  if (parts.length > 0) return 'ringing';
  return line.doNotDisturb ? 'doNotDisturb' : 'onHook';
}
