import { missingCase } from '../base/missing-case';
import type { LineRefusal } from '../contract/cti-messages';
import type { LineCommand, LineEvent } from '../contract/line-port';
import type { LineDetail, ToldStatus } from '../contract/line-status';
import type { WatchMeans } from '../contract/station';
import {
  type LineMonitor,
  type MonitorEffect,
  type MonitorEvent,
  type MonitorOrder,
  methodOf,
  newLineMonitor,
} from './line-monitor/line-monitor';
import { withMode } from './line-monitor/methods';
import { reduceLineMonitor } from './line-monitor/reduce';

export interface LineMonitorsPorts {
  /** Milliseconds since the epoch. */
  now(): number;
  send(command: LineCommand): void;
  report(number: string, status: ToldStatus, detail: LineDetail | null): void;
  refuse(number: string, screen: LineRefusal): void;
  show(number: string, means: WatchMeans, askEvery: number): void;
  trace(text: string): void;
}

type MonitorReport = Extract<LineEvent, { kind: 'subscription' | 'notified' | 'published' | 'asked' }>;

/** All the monitors that are kept, by the number of the line. */
export class LineMonitors {
  readonly #monitors = new Map<string, LineMonitor>();
  #callIds: ReadonlySet<string> = new Set();
  #idsMade = 0;

  readonly #ports: LineMonitorsPorts;

  constructor(ports: LineMonitorsPorts) {
    this.#ports = ports;
  }

  /** Begins to watch; a number that is watched already goes on being watched as it is. */
  open(order: MonitorOrder): void {
    if (this.#monitors.has(order.number)) return;
    this.#monitors.set(order.number, newLineMonitor(order, this.#callIds, this.#idsMade));
    this.#apply(order.number, { kind: 'start' });
  }

  close(number: string): void {
    this.#apply(number, { kind: 'stop' });
    this.#monitors.delete(number);
  }

  has(number: string): boolean {
    return this.#monitors.has(number);
  }

  numbers(): readonly string[] {
    return [...this.#monitors.keys()];
  }

  statusOf(number: string): ToldStatus {
    return this.#monitors.get(number)?.told ?? 'unknown';
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
    return this.#monitors.get(number)?.methods['call-completion'].kind === 'active';
  }

  /** Whom to call when the watched line is ready, or null: the number itself. */
  addressOf(number: string): string | null {
    const { completion = null, order } = this.#monitors.get(number) ?? {};
    if (completion?.state !== 'ready' || completion.address === null) return null;
    // A server knows the call in turn by the mode, and lets it go before others.
    return order?.offer ? withMode(completion.address, order.offer.mode) : completion.address;
  }

  onReport(event: MonitorReport): void {
    for (const [number, watch] of this.#monitors) if (isAbout(watch, event)) this.#apply(number, event);
  }

  ownCalls(callIds: ReadonlySet<string>): void {
    this.#callIds = callIds;
    for (const number of this.#monitors.keys()) this.#apply(number, { kind: 'ownCalls', callIds });
  }

  ownLine(line: string, idle: boolean): void {
    this.#forLine(line, { kind: 'ownLine', idle });
  }

  /** The line page has lost what it had for the line: every watch by it begins anew, knowing nothing. */
  beginAnew(line: string): void {
    for (const [number, { order, told }] of [...this.#monitors]) {
      if (order.line !== line) continue;
      this.#apply(number, { kind: 'stop' });
      this.#monitors.set(number, newLineMonitor(order, this.#callIds, this.#idsMade));
      if (told !== 'unknown') this.#ports.report(number, 'unknown', null);
      this.#apply(number, { kind: 'start' });
    }
  }

  registered(line: string): void {
    this.#forLine(line, { kind: 'registered' });
  }

  tick(): void {
    for (const number of this.#monitors.keys()) this.#apply(number, { kind: 'tick' });
  }

  #forLine(line: string, event: MonitorEvent): void {
    for (const [number, watch] of this.#monitors) if (watch.order.line === line) this.#apply(number, event);
  }

  #apply(number: string, event: MonitorEvent): void {
    const before = this.#monitors.get(number);
    if (!before) return;
    const { watch, effects } = reduceLineMonitor(before, event, this.#ports.now());
    this.#monitors.set(number, watch);
    this.#idsMade = Math.max(this.#idsMade, watch.idsMade);
    for (const effect of effects) this.#obey(watch, effect);
  }

  #obey({ order: { number, askEvery } }: LineMonitor, effect: MonitorEffect): void {
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
        this.#monitors.delete(number);
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

function isAbout(watch: LineMonitor, event: MonitorReport): boolean {
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
