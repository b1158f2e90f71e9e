import { errorWords } from '../base/error-words';
import { missingCase } from '../base/missing-case';
import type { Delivery } from '../contract/cti-applications';
import type { CtiEvent } from '../contract/cti-messages';
import { changedAtOnce } from '../contract/parameter-list';
import type { ServiceParameters } from '../contract/service-parameters';
import type { ServiceCounters } from '../contract/serviceability';
import type { HandlerEffect, HandlerEvent } from './call-back-handler/events';
import { emptyHandler, type HandlerState } from './call-back-handler/handler-state';
import { reduceHandler } from './call-back-handler/reduce';
import { type CallBackRequest, deliveryOf, keyOf } from './call-back-handler/request';
import { showOnce } from './call-back-handler/requests';
import type { CtiLink, CtiLinkListener, RedundantService } from './ports';
import { changesIn, RequestWriter } from './request-writer';
import { counted, noCounters } from './service-counters';
import type { CiscoExtendedFunctionsParts, ServiceStatus } from './service-parts';

/** How often requests are held against the clock, in milliseconds. */
const TICK = 1000;

/**
 * The Cisco Extended Functions service: what the link, the database and the clock say goes into the Call Back Handler, and
 * what the handler wants done goes out again.
 */
export class CiscoExtendedFunctions implements CtiLinkListener, RedundantService {
  #state: HandlerState;
  #active = false;
  #link: CtiLink | null = null;
  #cancelTick: () => void = () => {};
  /** Lines that are being opened, and of which nothing has been heard since. */
  readonly #opening = new Set<string>();
  #counters: ServiceCounters;
  readonly #writer: RequestWriter;

  readonly #parts: CiscoExtendedFunctionsParts;

  constructor(parts: CiscoExtendedFunctionsParts) {
    this.#parts = parts;
    this.#writer = new RequestWriter(parts.store);
    this.#state = emptyHandler(parts.parameters);
    this.#counters = noCounters(parts.clock.now());
  }

  get parameters(): ServiceParameters {
    return this.#state.parameters;
  }

  get status(): ServiceStatus {
    const requests = this.#state.requests.values();
    return {
      requests: requests.length,
      available: requests.filter((request) => deliveryOf(request) !== null).length,
      linesOpen: this.#state.lines.keys().length,
      counters: this.#counters,
    };
  }

  /** Alone at its link: takes up the stored requests. Lines are opened when the link is. */
  start(link: CtiLink): void {
    this.standBy(link);
    this.#takeUp([]);
  }

  /** One of several: nothing is done before it takes over. */
  standBy(link: CtiLink): void {
    this.#link = link;
    this.#tick();
  }

  /** "If this … changes, restart the Cisco Extended Functions service": from here on every parameter counts. */
  restart(parameters: ServiceParameters): void {
    this.#state = emptyHandler(parameters);
    this.#counters = noCounters(this.#parts.clock.now());
  }

  takeOver(delivered: readonly Delivery[]): void {
    this.#takeUp(delivered);
    this.onDidOpen();
  }

  /** What it knew of lines and requests is old as soon as another one works. */
  standDown(): void {
    this.#active = false;
    this.#writer.clear();
    this.#opening.clear();
    this.#state = emptyHandler(this.#state.parameters);
    this.#parts.onDidChange?.();
  }

  stop(): void {
    this.#cancelTick();
    this.standDown();
    this.#link = null;
  }

  /** What the DB Change Notifier reports. */
  parametersChanged(changed: ServiceParameters): void {
    this.#parts.sdi.trace('service parameters changed');
    const parameters = changedAtOnce(this.#state.parameters, changed);
    if (this.#active) this.#apply({ kind: 'parametersChanged', parameters });
    else this.#state = emptyHandler(parameters);
  }

  onDidOpen(): void {
    this.#parts.sdi.trace('CTIManager link open');
    this.#apply({ kind: 'linkOpened' });
  }

  onDidClose(): void {
    this.#parts.sdi.alarm('CtiLinkDown', 'the link to CTIManager is lost; what was known of any line is forgotten');
    this.#apply({ kind: 'linkLost' });
  }

  onEvent(event: CtiEvent): void {
    if (event.kind === 'lineStatus') this.#opening.delete(event.number);
    if (event.kind !== 'callBackPressed') {
      this.#apply(event);
      return;
    }
    const { called } = event;
    // "The Cisco Extended Functions service determines the destination device by using the Cisco CallManager Database Interface."
    const known = called && { ...called, destination: this.#parts.database.findDestination(called.number) };
    this.#apply({ ...event, called: known });
  }

  #apply(event: HandlerEvent, obey = true): void {
    const { recorder, clock } = this.#parts;
    const now = clock.now();
    if (event.kind !== 'tick') recorder?.heard(event, now);
    const before = this.#state;
    const { state, effects } = reduceHandler(before, event, now);
    // Most ticks change nothing, and would fill a file with nothing.
    if (event.kind === 'tick' && state !== this.#state) recorder?.heard(event, now);
    this.#state = state;
    if (!obey || !this.#write(effects, before)) return;
    this.#counters = counted(this.#counters, effects, before.lastTransaction);
    if (state !== before) this.#parts.onDidChange?.();
    for (const effect of effects) this.#obey(effect);
  }

  #takeUp(delivered: readonly Delivery[]): void {
    const { store, sdi } = this.#parts;
    let requests: readonly CallBackRequest[] = [];
    try {
      store.takeOver();
      requests = store.load();
    } catch (error) {
      sdi.alarm('RequestsNotTakenUp', errorWords(error));
    }
    const has = (device: string, delivery: string | null): boolean =>
      delivered.some((one) => one.device === device && one.delivery === delivery);
    const offered = requests
      .filter((one) => has(one.device, deliveryOf(one)))
      .map((one) => keyOf(one.device, one.called));
    this.#state = emptyHandler(this.#state.parameters);
    this.#active = true;
    this.#parts.recorder?.started(this.#state.parameters, this.#parts.clock.now());
    this.#apply({ kind: 'restored', requests, ...(offered.length > 0 ? { offered } : {}) }, false);
  }

  /**
   * What one event changes in the store goes to the disk at once and before anything is shown, dialled or played: nobody is
   * told what a power cut may still undo, and no cut finds one request gone and the one in its place not there yet. A disk
   * that takes nothing is tried again with each tick.
   *
   * @returns false if nothing more is to be done about the event
   */
  #write(effects: readonly HandlerEffect[], before: HandlerState): boolean {
    const changes = changesIn(effects);
    if (changes.length === 0 && !this.#writer.isBehind) return true;
    const { sdi } = this.#parts;
    const writing = this.#writer.write(changes);
    if (writing.kind === 'written') {
      if (writing.caughtUp > 0) sdi.error(`the store has room again: ${writing.caughtUp} changes are written`);
      return true;
    }
    if (writing.kind === 'notWriter') {
      sdi.alarm('AnotherIsActive', `${writing.cause}; this one stops working`);
      this.standDown();
      return false;
    }
    if (changes.length === 0) return true;
    const made = changes.find(
      (change) => change.kind === 'save' && !before.requests.get(keyOf(change.request.device, change.request.called)),
    );
    if (made?.kind !== 'save') {
      sdi.alarm(
        'RequestNotKept',
        `${writing.cause}; it is written once there is room, and a restart before that forgets it`,
      );
      return true;
    }
    // "When Phone A tries to activate Call Back and the Cisco Extended Functions service is not working": what is not kept does not stand.
    sdi.alarm('RequestNotKept', `${writing.cause}; Call Back on ${made.request.called} is not activated`);
    this.#writer.forget(changes);
    this.#state = { ...before, lastTransaction: this.#state.lastTransaction };
    for (const effect of showOnce(this.#state, made.request.device, { id: 'serviceNotAvailable' }).effects)
      this.#obey(effect);
    return false;
  }

  #obey(effect: HandlerEffect): void {
    const { screenSaver, database, sdi } = this.#parts;
    switch (effect.kind) {
      case 'openLine':
        void this.#openLine(effect.number);
        break;
      case 'closeLine':
        void this.#ask('line/close', { number: effect.number });
        break;
      case 'openDevice':
        void this.#ask('device/open', { device: effect.device });
        break;
      case 'closeDevice':
        void this.#ask('device/close', { device: effect.device });
        break;
      case 'follow':
        void this.#ask('callBack/follow', { device: effect.device });
        break;
      case 'unfollow':
        void this.#ask('callBack/unfollow', { device: effect.device });
        break;
      case 'showScreen':
        this.#send(effect.device, screenSaver.build(effect.screen, database.localeOf(effect.device)));
        break;
      case 'closeScreen':
        this.#send(effect.device, screenSaver.buildClose());
        break;
      case 'alert':
        this.#send(effect.device, screenSaver.buildAlert(this.#state.parameters.audioFileName), effect.delivery);
        break;
      case 'dial':
        void this.#ask('call/make', { device: effect.device, calling: effect.calling, number: effect.number });
        break;
      case 'save':
      case 'remove':
        break;
      case 'tell':
        void this.#ask('device/showPrompt', {
          device: effect.device,
          text: screenSaver.buildNotice(effect.notice, effect.xxxx, database.localeOf(effect.device)),
        });
        break;
      case 'lookAgainAt':
        this.#parts.clock.after(Math.max(0, effect.at - this.#parts.clock.now()), () => {
          if (this.#active) this.#apply({ kind: 'tick' });
        });
        break;
      case 'ended':
        sdi.trace(`Call Back of ${effect.request.calling} on ${effect.request.called} ended: ${effect.end}`);
        break;
      default:
        missingCase(effect);
    }
  }

  readonly #ask: CtiLink['request'] = async (name, parameters) => {
    const answer = await (this.#link?.request(name, parameters) ?? {
      ok: false as const,
      error: 'the service is stopped',
    });
    if (!answer.ok) this.#parts.sdi.error(`${name} ${JSON.stringify(parameters)}: ${answer.error}`);
    return answer;
  };

  async #openLine(number: string): Promise<void> {
    this.#opening.add(number);
    const answer = await this.#ask('line/open', { number });
    // A report that came meanwhile is newer than the answer.
    if (!this.#opening.delete(number)) return;
    // A line that cannot be opened is not there; when the link is lost, all of them are opened again with it.
    if (answer.ok || this.#link)
      this.#apply({ kind: 'lineStatus', number, ...(answer.ok ? answer.value : { status: 'offline' as const }) });
  }

  #send(device: string, xml: string, delivery?: string): void {
    void this.#ask('device/sendData', { device, xml, delivery });
  }

  #tick(): void {
    this.#cancelTick = this.#parts.clock.after(TICK, () => {
      if (this.#active) this.#apply({ kind: 'tick' });
      this.#tick();
    });
  }
}
