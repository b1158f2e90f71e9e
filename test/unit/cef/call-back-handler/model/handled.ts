import type { HandlerEffect, HandlerEvent, Screen } from '../../../../../src-main/cef/call-back-handler/events';
import { emptyHandler, type HandlerState } from '../../../../../src-main/cef/call-back-handler/handler-state';
import { reduceHandler } from '../../../../../src-main/cef/call-back-handler/reduce';
import type { CallBackRequest } from '../../../../../src-main/cef/call-back-handler/request';
import type { LineStatus } from '../../../../../src-main/contract/line-status';
import type { ServiceParameters } from '../../../../../src-main/contract/service-parameters';

export interface Shown {
  readonly phone: string;
  readonly words: string;
  /** Of the screen; null = it was no screen with keys of its own. */
  readonly transaction: number | null;
}

const phoneOf = (device: string): string => device.replace('SEP', '');

/** The handler under test, with what stands around it: store, link, and the lines as they truly are. */
export class Handled {
  now = 0;
  isLinked = true;
  state: HandlerState;
  readonly store = new Map<string, CallBackRequest>();
  readonly truth = new Map<string, LineStatus>();
  /** What is open at the other side of the link. */
  readonly lines = new Set<string>();
  readonly devices = new Set<string>();
  readonly followed = new Set<string>();
  /** When the handler wants to be woken. */
  readonly wakes = new Set<number>();
  /** Lines that were opened, and whose answer is on its way. */
  unanswered: string[] = [];
  said: Shown[] = [];
  ends: string[] = [];
  /** What should never have been: the effect, and why not. */
  readonly faults: string[] = [];

  readonly #parameters: ServiceParameters;

  constructor(parameters: ServiceParameters) {
    this.#parameters = parameters;
    this.state = emptyHandler(parameters);
  }

  truthOf(number: string): LineStatus {
    return this.truth.get(number) ?? 'onHook';
  }

  event(event: HandlerEvent): void {
    const { state, effects } = reduceHandler(this.state, event, this.now);
    this.state = state;
    for (const effect of effects) this.#obey(effect);
  }

  loseLink(): void {
    this.isLinked = false;
    this.#closeAll();
    this.event({ kind: 'linkLost' });
  }

  openLink(): void {
    this.isLinked = true;
    this.#closeAll();
    this.event({ kind: 'linkOpened' });
  }

  /** Nothing is left but what was saved. */
  restart(): void {
    this.isLinked = false;
    this.#closeAll();
    this.wakes.clear();
    const requests = [...this.store.values()];
    this.state = reduceHandler(emptyHandler(this.#parameters), { kind: 'restored', requests }, this.now).state;
  }

  #closeAll(): void {
    for (const open of [this.lines, this.devices, this.followed]) open.clear();
    this.unanswered = [];
  }

  #obey(effect: HandlerEffect): void {
    switch (effect.kind) {
      case 'openLine':
        if (this.lines.has(effect.number)) this.faults.push(`${effect.number} is opened twice`);
        this.lines.add(effect.number);
        this.unanswered.push(effect.number);
        break;
      case 'closeLine':
        if (!this.lines.delete(effect.number) && this.isLinked) this.faults.push(`${effect.number} is closed twice`);
        break;
      case 'openDevice':
        this.devices.add(effect.device);
        break;
      case 'closeDevice':
        this.devices.delete(effect.device);
        break;
      case 'follow':
        this.followed.add(effect.device);
        break;
      case 'unfollow':
        this.followed.delete(effect.device);
        break;
      case 'showScreen':
        this.#says(
          effect.device,
          wordsOf(effect.screen),
          'transaction' in effect.screen ? effect.screen.transaction : null,
        );
        break;
      case 'closeScreen':
        this.#says(effect.device, 'closed');
        break;
      case 'tell':
        this.#says(effect.device, `${effect.notice} ${effect.xxxx}`.trim());
        break;
      case 'alert':
        this.#alert(effect.device);
        break;
      case 'dial':
        this.said.push({ phone: phoneOf(effect.device), words: `dials ${effect.number}`, transaction: null });
        break;
      case 'save':
        this.store.set(`${effect.request.device} ${effect.request.called}`, effect.request);
        break;
      case 'remove':
        this.store.delete(`${effect.device} ${effect.called}`);
        break;
      case 'ended':
        this.ends.push(`${effect.request.calling} on ${effect.request.called} ${effect.end}`);
        break;
      case 'lookAgainAt':
        this.wakes.add(effect.at);
        break;
    }
  }

  #says(device: string, words: string, transaction: number | null = null): void {
    if (this.isLinked && !this.devices.has(device)) this.faults.push(`${device} is not open for "${words}"`);
    this.said.push({ phone: phoneOf(device), words, transaction });
  }

  /** Nobody is to be called to the phone for a line that is not free in truth, or while talking. */
  #alert(device: string): void {
    const phone = phoneOf(device);
    const called = this.said.findLast((one) => one.phone === phone)?.words.split(' ')[1] ?? '';
    if (this.truthOf(called) !== 'onHook') this.faults.push(`${phone} is told of ${called}, which is not on hook`);
    if (!['onHook', 'doNotDisturb'].includes(this.truthOf(phone))) this.faults.push(`${phone} is told while it talks`);
    this.#says(device, 'twinkle');
  }
}

function wordsOf(screen: Screen): string {
  switch (screen.id) {
    case 'available':
      return `available ${screen.xxxx} since ${screen.since}`;
    case 'alreadyActive':
      return `alreadyActive ${screen.xxxx} ${screen.yyyy}`;
    case 'request':
      return `request ${screen.xxxx} ${screen.place} of ${screen.count}`;
    default:
      return 'xxxx' in screen ? `${screen.id} ${screen.xxxx}` : screen.id;
  }
}
