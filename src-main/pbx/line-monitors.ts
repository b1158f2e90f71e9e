import { missingCase } from '../base/missing-case';
import type { LineRefusal } from '../contract/cti-messages';
import type { LineCommand, LineEvent } from '../contract/line-port';
import type { LineDetail, ToldStatus } from '../contract/line-status';
import type { WatchMeans } from '../contract/station';
import {
  type LineMonitor,
  methodOf,
  newWatch,
  type WatchEffect,
  type WatchEvent,
  type WatchOrder,
} from './line-monitor/line-monitor';
import { withMode } from './line-monitor/methods';
import { reduceWatch } from './line-monitor/reduce';

export interface WatchesPorts {
  /** Milliseconds since the epoch. */
  now(): number;
  send(command: LineCommand): void;
  report(number: string, status: ToldStatus, detail: LineDetail | null): void;
  refuse(number: string, screen: LineRefusal): void;
  show(number: string, means: WatchMeans, askEvery: number): void;
  trace(text: string): void;
}

type WatchReport = Extract<LineEvent, { kind: 'subscription' | 'notified' | 'published' | 'asked' }>;

/** All the watches that are kept, by the number that is watched. */
export class Watches {
  readonly #watches = new Map<string, LineMonitor>();
  #callIds: ReadonlySet<string> = new Set();
  #idsMade = 0;

  readonly #ports: WatchesPorts;

  constructor(ports: WatchesPorts) {
    this.#ports = ports;
  }

  /** Begins to watch; a number that is watched already goes on being watched as it is. */
  open(order: WatchOrder): void {
    if (this.#watches.has(order.number)) return;
    this.#watches.set(order.number, newWatch(order, this.#callIds, this.#idsMade));
    this.#apply(order.number, { kind: 'start' });
  }

  close(number: string): void {
    this.#apply(number, { kind: 'stop' });
    this.#watches.delete(number);
  }

  has(number: string): boolean {
    return this.#watches.has(number);
  }

  numbers(): readonly string[] {
    return [...this.#watches.keys()];
  }

  statusOf(number: string): ToldStatus {
    return this.#watches.get(number)?.told ?? 'unknown';
  }

  /** It is about to be called, because it was told to be free. */
  recall(number: string): void {
    this.#apply(number, { kind: 'recall' });
  }

  /** It was called, and did not answer. */
  again(number: string): void {
    this.#apply(number, { kind: 'again' });
  }

  /** Whoever leaves the queue of a far server before the call has gone through loses the place in it. */
  isQueued(number: string): boolean {
    return this.#watches.get(number)?.methods['call-completion'].kind === 'active';
  }

  /** Whom to call when the watched line is ready, or null: the number itself. */
  addressOf(number: string): string | null {
    const { completion = null, order } = this.#watches.get(number) ?? {};
    if (completion?.state !== 'ready' || completion.address === null) return null;
    // A server knows the call in turn by the mode, and lets it go before others.
    return order?.offer ? withMode(completion.address, order.offer.mode) : completion.address;
  }

  onReport(event: WatchReport): void {
    for (const [number, watch] of this.#watches) if (isAbout(watch, event)) this.#apply(number, event);
  }

  ownCalls(callIds: ReadonlySet<string>): void {
    this.#callIds = callIds;
    for (const number of this.#watches.keys()) this.#apply(number, { kind: 'ownCalls', callIds });
  }

  ownLine(line: string, idle: boolean): void {
    this.#forLine(line, { kind: 'ownLine', idle });
  }

  /** The line page has lost what it had for the line: every watch by it begins anew, knowing nothing. */
  beginAnew(line: string): void {
    for (const [number, { order, told }] of [...this.#watches]) {
      if (order.line !== line) continue;
      this.#apply(number, { kind: 'stop' });
      this.#watches.set(number, newWatch(order, this.#callIds, this.#idsMade));
      if (told !== 'unknown') this.#ports.report(number, 'unknown', null);
      this.#apply(number, { kind: 'start' });
    }
  }

  registered(line: string): void {
    this.#forLine(line, { kind: 'registered' });
  }

  tick(): void {
    for (const number of this.#watches.keys()) this.#apply(number, { kind: 'tick' });
  }

  #forLine(line: string, event: WatchEvent): void {
    for (const [number, watch] of this.#watches) if (watch.order.line === line) this.#apply(number, event);
  }

  #apply(number: string, event: WatchEvent): void {
    const before = this.#watches.get(number);
    if (!before) return;
    const { watch, effects } = reduceWatch(before, event, this.#ports.now());
    this.#watches.set(number, watch);
    this.#idsMade = Math.max(this.#idsMade, watch.idsMade);
    for (const effect of effects) this.#obey(watch, effect);
  }

  #obey({ order: { number, askEvery } }: LineMonitor, effect: WatchEffect): void {
    switch (effect.kind) {
      case 'send':
        this.#ports.send(effect.command);
        break;
      case 'report':
        this.#ports.report(number, effect.status, effect.detail);
        break;
      case 'show':
        this.#ports.show(number, effect.means, askEvery);
        break;
      case 'refuse':
        this.#watches.delete(number);
        this.#ports.refuse(number, effect.screen);
        break;
      case 'trace':
        this.#ports.trace(effect.text);
        break;
      default:
        missingCase(effect);
    }
  }
}

function isAbout(watch: LineMonitor, event: WatchReport): boolean {
  switch (event.kind) {
    case 'subscription':
    case 'notified':
      return methodOf(watch, event.subscription) !== undefined || watch.check?.id === event.subscription;
    case 'asked':
      return watch.polling?.question === event.question;
    case 'published':
      return false;
    default:
      return missingCase(event);
  }
}
