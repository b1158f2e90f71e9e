import type { CallFeatures, Destination } from '../../../../src-main/cef/call-back-handler/eligibility';
import type { HandlerEffect, HandlerEvent } from '../../../../src-main/cef/call-back-handler/events';
import { emptyHandler, type HandlerState } from '../../../../src-main/cef/call-back-handler/handler-state';
import { reduceHandler } from '../../../../src-main/cef/call-back-handler/reduce';
import type { CalledOutcome } from '../../../../src-main/contract/cti-messages';
import type { LineStatus } from '../../../../src-main/contract/line-status';
import { DEFAULT_PARAMETERS, type ServiceParameters } from '../../../../src-main/contract/service-parameters';

export const NO_FEATURES: CallFeatures = {
  callWaiting: false,
  forwardAll: null,
  forwardBusy: null,
  forwardNoAnswer: null,
};

export const deviceOf = (number: string): string => `SEP${number}`;

/** The handler in a test, told of what happens in the words of the story, read as a list of what it wants done. */
export class HandlerDriver {
  now = new Date(2026, 10, 22, 14, 5, 0).getTime();
  #state: HandlerState;

  /** Without parameters, nobody is left a while to dial first: the stories say when they mean it. */
  constructor(parameters: Partial<ServiceParameters> = {}) {
    this.#state = emptyHandler({ ...DEFAULT_PARAMETERS, idleGuard: 0, ...parameters });
  }

  #effects: HandlerEffect[] = [];

  event(event: HandlerEvent): this {
    const { state, effects } = reduceHandler(this.#state, event, this.now);
    this.#state = state;
    this.#effects.push(...effects);
    return this;
  }

  /** `calling` presses CallBack on a call to `called` that came to that outcome; on an idle phone without one. */
  callBack(calling: string, called?: string, outcome: CalledOutcome = 'busy', destination?: Destination): this {
    const found = destination ?? { kind: 'found', features: NO_FEATURES };
    return this.event({
      kind: 'callBackPressed',
      device: deviceOf(calling),
      calling,
      called: called === undefined ? null : { number: called, outcome, destination: found },
    });
  }

  /** Lets the time pass, with a tick at its end. */
  after(milliseconds: number): this {
    this.now += milliseconds;
    return this.event({ kind: 'tick' });
  }

  services(calling: string): this {
    return this.event({ kind: 'servicesPressed', device: deviceOf(calling) });
  }

  line(number: string, ...statuses: readonly LineStatus[]): this {
    for (const status of statuses) this.event({ kind: 'lineStatus', number, status });
    return this;
  }

  answers(calling: string, data: 'Dial' | 'Cancel' | 'OK' | 'More' | 'Next' | 'CancelAll', transaction: number): this {
    return this.event({ kind: 'userData', device: deviceOf(calling), transaction, data });
  }

  connected(calling: string, number: string): this {
    return this.event({ kind: 'callConnected', device: deviceOf(calling), number });
  }

  failed(calling: string, number: string, status: number): this {
    return this.event({ kind: 'callFailed', device: deviceOf(calling), number, status });
  }

  get openLines(): readonly string[] {
    return this.#state.lines.keys();
  }

  get requests() {
    return this.#state.requests.values();
  }

  /** What a user or a line would notice of what was done since the last time, one word group an effect. */
  done(): readonly string[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects.flatMap(inWords);
  }

  raw(): readonly HandlerEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }
}

const phoneOf = (device: string): string => device.replace('SEP', '');

function inWords(effect: HandlerEffect): readonly string[] {
  switch (effect.kind) {
    case 'openLine':
      return [`open line ${effect.number}`];
    case 'closeLine':
      return [`close line ${effect.number}`];
    case 'showScreen': {
      const { screen } = effect;
      const numbers = ['xxxx' in screen ? screen.xxxx : '', 'yyyy' in screen ? screen.yyyy : ''].filter(Boolean);
      return [[`${phoneOf(effect.device)} shows ${screen.id}`, ...numbers].join(' ')];
    }
    case 'closeScreen':
      return [`${phoneOf(effect.device)} closes its screen`];
    case 'alert':
      return [`${phoneOf(effect.device)} plays the alert`];
    case 'dial':
      return [`${phoneOf(effect.device)} dials ${effect.number}`];
    case 'ended':
      return [`${effect.request.calling} on ${effect.request.called} ${effect.end}`];
    case 'tell':
      return [`${phoneOf(effect.device)} says ${effect.notice} ${effect.xxxx}`.trim()];
    case 'openDevice':
    case 'closeDevice':
    case 'follow':
    case 'unfollow':
    case 'save':
    case 'remove':
    case 'lookAgainAt':
      return [];
  }
}
