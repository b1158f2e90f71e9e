import type { LineCommand, LineEvent } from '../contract/line-port';
import type { ToldStatus } from '../contract/line-status';
import { type PresenceStatus, parsePresence, presenceStatusOf } from '../sip/presence';
import { dialogsIn } from './line-monitor/documents';
import { combined } from './line-state/combine';
import { type DialogTracker, newDialogTracker, sightingOf, trackDialogs } from './line-state/dialog-tracker';
import { PageLines } from './page-lines';

export interface SpeedDialsPorts {
  send(command: LineCommand): void;
  show(number: string, status: ToldStatus): void;
  trace(text: string): void;
}

/** A speed dial, and the line of ours by whose server it is watched. */
export interface WatchedDial {
  readonly line: string;
  readonly number: string;
}

interface DialWatch {
  readonly dial: WatchedDial;
  /** `over`: the server tells nothing of the line. */
  readonly by: 'dialog' | 'presence' | 'over';
  readonly subscription: string;
  readonly dialogs: DialogTracker;
  readonly presence: PresenceStatus;
}

/** Seconds that a subscription is asked to last; it is renewed in time. */
const LASTS = 3600;

/** A call of ours to the line shows there like any other. */
const NO_CALLS_OF_OURS = { callIds: new Set<string>(), identity: null };

/**
 * How the lines stand that the phone's speed dials call, on somebody else's server: by its dialogs (RFC 4235), or by presence
 * where it has none. Less is made of it than for Call Back, which must not miss a line that becomes free: nobody is asked
 * again and again, and what is not known is shown as not known.
 */
export class SpeedDials {
  readonly #lines = new PageLines();
  #dials: readonly WatchedDial[] = [];
  #watches: readonly DialWatch[] = [];
  readonly #shown = new Map<string, ToldStatus>();
  #made = 0;

  readonly #ports: SpeedDialsPorts;

  constructor(ports: SpeedDialsPorts) {
    this.#ports = ports;
  }

  /** The phone's speed dials, anew whenever they have changed. */
  setDials(dials: readonly WatchedDial[]): void {
    this.#dials = dials;
    for (const { dial, subscription, by } of this.#watches)
      if (by !== 'over' && !dials.some((wanted) => isSame(wanted, dial)))
        this.#ports.send({ kind: 'unsubscribe', line: dial.line, subscription });
    this.#keep(({ dial }) => dials.some((wanted) => isSame(wanted, dial)));
  }

  /** A phone has sent its line page a command. */
  sent(command: LineCommand): void {
    const change = this.#lines.sent(command);
    if (change) this.#keep(({ dial }) => dial.line !== change.line);
  }

  linePageLost(): void {
    this.#lines.lost();
    this.#keep(() => false);
  }

  onLineEvent(event: LineEvent): void {
    if (event.kind !== 'subscription' && event.kind !== 'notified') return;
    const watch = this.#watches.find(({ subscription }) => subscription === event.subscription);
    if (!watch) return;
    if (event.kind === 'notified') this.#replace(watch, this.#learn(watch, event.body));
    else if (event.state !== 'refused') this.#replace(watch, forgetful(watch));
    else if (watch.by === 'dialog') this.#replace(watch, this.#begin(watch.dial, 'presence'));
    else {
      this.#ports.trace(`the server tells nothing of the speed dial ${watch.dial.number} (${event.status ?? 'ended'})`);
      this.#replace(watch, { ...forgetful(watch), by: 'over' });
    }
  }

  #keep(stays: (watch: DialWatch) => boolean): void {
    this.#watches = this.#watches.filter(stays);
    const begun = this.#dials
      .filter(({ line }) => this.#lines.has(line))
      .filter((dial) => !this.#watches.some((watch) => isSame(watch.dial, dial)))
      .map((dial) => this.#begin(dial, 'dialog'));
    this.#watches = [...this.#watches, ...begun];
    this.#show();
  }

  #begin(dial: WatchedDial, by: 'dialog' | 'presence'): DialWatch {
    this.#made += 1;
    const subscription = `speed-dial-${this.#made}`;
    const { line, number: target } = dial;
    this.#ports.send({ kind: 'subscribe', line, subscription, target, event: by, expires: LASTS, once: false });
    return { dial, by, subscription, dialogs: newDialogTracker, presence: 'unknown' };
  }

  #learn(watch: DialWatch, body: string): DialWatch {
    if (watch.by === 'dialog') {
      const read = dialogsIn(body);
      const event = read.ok ? ({ kind: 'document', document: read.value } as const) : ({ kind: 'garbled' } as const);
      return { ...watch, dialogs: trackDialogs(watch.dialogs, event) };
    }
    const read = parsePresence(body);
    return { ...watch, presence: read.ok ? presenceStatusOf(read.value) : 'unknown' };
  }

  #replace(watch: DialWatch, next: DialWatch): void {
    this.#watches = this.#watches.map((other) => (other === watch ? next : other));
    this.#show();
  }

  #show(): void {
    for (const number of new Set([...this.#shown.keys(), ...this.#dials.map((dial) => dial.number)])) {
      const status = statusOf(this.#watches.find(({ dial }) => dial.number === number));
      if (status === (this.#shown.get(number) ?? 'unknown')) continue;
      this.#shown.set(number, status);
      this.#ports.show(number, status);
    }
  }
}

const isSame = (one: WatchedDial, other: WatchedDial): boolean =>
  one.line === other.line && one.number === other.number;

/** A subscription that begins anew, or is lost: what was told before is worth nothing. */
const forgetful = (watch: DialWatch): DialWatch => ({
  ...watch,
  dialogs: trackDialogs(watch.dialogs, { kind: 'subscribed' }),
  presence: 'unknown',
});

const statusOf = (watch: DialWatch | undefined): ToldStatus =>
  watch ? combined(sightingOf(watch.dialogs, NO_CALLS_OF_OURS).status, watch.presence) : 'unknown';
