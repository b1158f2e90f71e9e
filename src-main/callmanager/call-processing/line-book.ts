import type { LineDetail, LineStatus } from '../../contract/line-status';
import type { CallEvent } from '../sip-server/sip-server';

/** What is known of one directory number. Phones are named as CallManager names them. */
interface Line {
  /** The phones that are registered with it: several share the line. */
  readonly phones: ReadonlySet<string>;
  readonly lifted: ReadonlySet<string>;
  /** The calls that the line is part of. */
  readonly calls: ReadonlyMap<string, Part>;
  /** Of these calls, those that the line keeps on hold. */
  readonly held: ReadonlySet<string>;
}

/** `device`: the phone that has the call; null = it only rings, on every phone of the line. */
type Part = { readonly kind: 'ringing'; readonly device: null } | { readonly kind: 'offHook'; readonly device: string };

export interface LineBookEvents {
  /** A line has a new status, or detail. Told once. */
  onStatus(number: string, status: LineStatus, detail: LineDetail | null): void;
  /** Other phones than before are off hook on a line. */
  onUse(number: string, devices: readonly string[]): void;
}

const unknownLine: Line = { phones: new Set(), lifted: new Set(), calls: new Map(), held: new Set() };

/** CallManager's own view of every line: registrations, handsets and calls put together into one status each. */
export class LineBook {
  readonly #lines = new Map<string, Line>();
  readonly #undisturbed = new Set<string>();

  readonly #events: LineBookEvents;

  constructor(events: LineBookEvents) {
    this.#events = events;
  }

  statusOf(number: string): LineStatus {
    return this.#statusBy(this.#lines.get(number) ?? unknownLine);
  }

  detailOf(number: string): LineDetail | null {
    return detailBy(this.#lines.get(number) ?? unknownLine);
  }

  /** Lifted, and not (yet) for a call. */
  isLifted(number: string, device: string): boolean {
    return this.#lines.get(number)?.lifted.has(device) ?? false;
  }

  /** @returns the phones that are off hook on the line, or hold a call there */
  usersOf(number: string): readonly string[] {
    return usersBy(this.#lines.get(number) ?? unknownLine);
  }

  setPhones(number: string, devices: readonly string[]): void {
    this.#update(number, { phones: new Set(devices) });
  }

  /** A phone has one handset: lifted on one line, it is on hook on the others. @param number null = on hook */
  setLifted(device: string, number: string | null): void {
    for (const other of [...this.#lines.keys()]) if (other !== number) this.#lift(other, device, false);
    if (number !== null) this.#lift(number, device, true);
  }

  setDoNotDisturb(device: string, on: boolean): void {
    const before = new Map([...this.#lines].map(([number, line]) => [number, this.#statusBy(line)]));
    if (on) this.#undisturbed.add(device);
    else this.#undisturbed.delete(device);
    for (const [number, line] of this.#lines) {
      const status = this.#statusBy(line);
      if (status !== before.get(number)) this.#events.onStatus(number, status, detailBy(line));
    }
  }

  refusesCalls(device: string): boolean {
    return this.#undisturbed.has(device);
  }

  onCall({ state, id, from, to, fromDevice, toDevice }: CallEvent): void {
    const over = state === 'ended';
    this.#setCall(from, id, over ? null : { kind: 'offHook', device: fromDevice });
    this.#setCall(to, id, over || state === 'forwarded' ? null : calledPart(state, toDevice));
  }

  onHold(call: string, number: string, on: boolean): void {
    const { calls, held } = this.#lines.get(number) ?? unknownLine;
    if (!calls.has(call)) return;
    const after = new Set(held);
    if (on) after.add(call);
    else after.delete(call);
    this.#update(number, { held: after });
  }

  #lift(number: string, device: string, lifted: boolean): void {
    const before = this.#lines.get(number)?.lifted ?? unknownLine.lifted;
    if (before.has(device) === lifted) return;
    const after = new Set(before);
    if (lifted) after.add(device);
    else after.delete(device);
    this.#update(number, { lifted: after });
  }

  #setCall(number: string, id: string, part: Part | null): void {
    const calls = new Map(this.#lines.get(number)?.calls);
    if (part) calls.set(id, part);
    else if (!calls.delete(id)) return;
    const held = new Set([...(this.#lines.get(number)?.held ?? [])].filter((call) => calls.has(call)));
    this.#update(number, { calls, held });
  }

  #update(number: string, change: Partial<Line>): void {
    const before = this.#lines.get(number) ?? unknownLine;
    const after = { ...before, ...change };
    if (isUnknown(after)) this.#lines.delete(number);
    else this.#lines.set(number, after);
    const status = this.#statusBy(after);
    const detail = detailBy(after);
    if (status !== this.#statusBy(before) || detail !== detailBy(before)) this.#events.onStatus(number, status, detail);
    const users = usersBy(after);
    if (users.join() !== usersBy(before).join()) this.#events.onUse(number, users);
  }

  /** "When Phone B becomes available (on hook)": of a shared line, when all of its phones are. */
  #statusBy({ phones, lifted, calls }: Line): LineStatus {
    if (phones.size === 0) return 'offline';
    const parts = [...calls.values()];
    if (lifted.size > 0 || parts.some(({ kind }) => kind === 'offHook')) return 'offHook';
    if (parts.length > 0) return 'ringing';
    return [...phones].every((device) => this.#undisturbed.has(device)) ? 'doNotDisturb' : 'onHook';
  }
}

const calledPart = (state: CallEvent['state'], toDevice: string | null): Part =>
  state === 'connected' ? { kind: 'offHook', device: toDevice ?? '' } : { kind: 'ringing', device: null };

/** All that goes on there is on hold. */
function detailBy({ calls, held }: Line): LineDetail | null {
  const standing = [...calls].filter(([, { kind }]) => kind === 'offHook');
  return standing.length > 0 && standing.every(([call]) => held.has(call)) ? 'held' : null;
}

const usersBy = ({ lifted, calls }: Line): readonly string[] =>
  [...new Set([...lifted, ...[...calls.values()].flatMap(({ device }) => device ?? [])])].sort();

const isUnknown = ({ phones, lifted, calls }: Line): boolean =>
  phones.size === 0 && lifted.size === 0 && calls.size === 0;
