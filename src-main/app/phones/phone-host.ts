import type { Clock } from '../../base/clock';
import { missingCase } from '../../base/missing-case';
import type { CallRecord } from '../../contract/call-record';
import type { Account, LineCommand, ToneName } from '../../contract/line-port';
import type { MemoryChange, PhoneMemory } from '../../contract/phone-memory';
import type { PhoneSnapshot } from '../../contract/phone-snapshot';
import type { StationToCallManager } from '../../contract/station';
import { nextDeadline } from '../../phone/deadline';
import { findSoftkey } from '../../phone/find-softkey';
import { isRegistered, lineInFocus } from '../../phone/lines';
import type { PhoneInformation } from '../../phone/menus/information';
import { lettersOf } from '../../phone/menus/multi-tap';
import type { ServiceAnswer } from '../../phone/menus/service';
import type { ServiceItem } from '../../phone/menus/service-item';
import type { PhoneEffect } from '../../phone/phone-effect';
import type { PhoneInput } from '../../phone/phone-input';
import { initialPhone, type PhoneDevice, type PhoneState } from '../../phone/phone-state';
import { type PhoneStatus, phoneStatus } from '../../phone/phone-status';
import type { Phrasebook } from '../../phone/phrases';
import { reducePhone } from '../../phone/reduce';
import { snapshotOf } from '../../phone/snapshot';
import { ringerGainOf, toneOf, voiceOf } from '../../phone/sounds';

export interface PhoneHostPorts {
  readonly clock: Clock;
  readonly phrases: Phrasebook;
  /** By the line's id; null = its password is not known. */
  account(line: string): Account | null;
  send(command: LineCommand): void;
  /** Which sound the tone is on this phone, for the line page. @param ringType as its user has chosen */
  soundOf(tone: ToneName, ringType: string): string;
  callManager(): StationToCallManager;
  /** Play: of an Execute object, at 0 to 1 of full volume. */
  play(file: string, line: string, gain: number): void;
  /** A ring type, once. */
  tryRing(file: string, line: string, gain: number): void;
  publish(snapshot: PhoneSnapshot): void;
  /** A call of the phone is over. */
  record(record: CallRecord): void;
  /** What the phone knows from before. */
  readonly memory: PhoneMemory;
  remember(change: MemoryChange): void;
  readonly serviceList: readonly ServiceItem[];
  /** The CiscoIPPhone object of a service. */
  openService(url: string): Promise<ServiceAnswer>;
  /** What there is to say of the phone now. */
  information(lines: readonly string[]): PhoneInformation;
}

/** A softkey template has at most sixteen keys, three to a page. */
const MAX_PAGES = 6;

/** Runs one phone: inputs go in one after the other, effects go out, and what changed is told to whom it concerns. */
export class PhoneHost {
  #state: PhoneState;
  #phrases: Phrasebook;
  #version = 0;
  readonly #waiting: PhoneInput[] = [];
  #busy = false;
  #cancelTick: () => void = () => {};
  #sent: { tone: string; voice: string; lifted: string | null } = { tone: '', voice: '', lifted: null };

  readonly #ports: PhoneHostPorts;

  constructor(device: PhoneDevice, ports: PhoneHostPorts) {
    this.#ports = ports;
    const { memory, phrases, serviceList } = ports;
    this.#state = initialPhone(device, { memory, letters: lettersOf(phrases), serviceList });
    this.#phrases = phrases;
    this.#setTick();
  }

  get registered(): boolean {
    return isRegistered(this.#state);
  }

  get lines(): readonly string[] {
    return this.#state.device.lines.map(({ id }) => id);
  }

  /** The line page is there and knows nothing: the line, its tone and its voice are sent again. */
  attach(): void {
    for (const line of this.lines) this.#register(line);
    this.#inform();
    this.#sent = { ...this.#sent, tone: '', voice: '' };
    this.#tellChanges();
  }

  /** A first call must not wait until the line page has been sent how the phone rings. */
  prepareRing(): void {
    for (const ring of ['ring', 'ringOutside'] as const) this.#ports.soundOf(ring, this.#state.settings.ringType);
  }

  /** Says everything in other words from now on. */
  speak(phrases: Phrasebook): void {
    this.#phrases = phrases;
    this.input({ kind: 'letters', letters: lettersOf(phrases) });
    this.#inform();
  }

  /** The line page takes an account that has not changed for the line that it has already. */
  change(lines: PhoneDevice['lines']): void {
    const gone = this.lines.filter((line) => !lines.some(({ id }) => id === line));
    for (const line of gone) this.#ports.send({ kind: 'removeLine', line });
    this.input({ kind: 'lines', lines });
    for (const line of this.lines) this.#register(line);
    this.#inform();
  }

  dispose(): void {
    this.#cancelTick();
    for (const line of this.lines) this.#ports.send({ kind: 'removeLine', line });
    this.#ports.callManager().hookChanged(this.#state.device.name, null);
  }

  input(input: PhoneInput): void {
    this.#waiting.push(input);
    // What an effect causes in its turn waits until the step before it is whole.
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) this.#take(next);
    } finally {
      this.#busy = false;
    }
  }

  snapshot(): PhoneSnapshot {
    return snapshotOf(this.#state, this.#phrases, this.#ports.clock.now(), this.#version);
  }

  /** Presses a softkey by what it means, and `more` before it where it has to. @returns false if the phone does not offer it */
  pressSoftkey(meaning: string): boolean {
    for (let page = 0; page < MAX_PAGES; page++) {
      const found = findSoftkey(this.#state, meaning);
      if (!found) return false;
      this.input({ kind: 'key', key: { kind: 'softkey', position: found.position } });
      if (!found.more) return true;
    }
    return false;
  }

  /** As far as it is shown elsewhere. */
  status(): PhoneStatus {
    return phoneStatus(this.#state);
  }

  /** The phone's own sounds are no line's: they go by the first. */
  get #mainLine(): string {
    return this.#state.device.lines[0].id;
  }

  #inform(): void {
    this.input({ kind: 'information', information: this.#ports.information(this.lines) });
  }

  #register(line: string): void {
    const account = this.#ports.account(line);
    if (account) this.#ports.send({ kind: 'addLine', line, account });
    else this.input({ kind: 'trouble', line, trouble: 'passwordNeeded' });
  }

  #take(input: PhoneInput): void {
    const { state, effects } = reducePhone(this.#state, input, this.#ports.clock.now());
    this.#state = state;
    this.#version += 1;
    this.#tellChanges();
    for (const effect of effects) this.#obey(effect);
    this.#ports.publish(this.snapshot());
    this.#setTick();
  }

  #obey(effect: PhoneEffect): void {
    const { name } = this.#state.device;
    switch (effect.kind) {
      case 'line':
        this.#ports.send(effect.command);
        break;
      case 'callBackPressed':
        if (!this.#ports.callManager().callBackPressed(name, effect.line, effect.called))
          this.input({ kind: 'serviceNotAvailable' });
        break;
      case 'servicesPressed':
        if (!this.#ports.callManager().servicesPressed(name)) this.input({ kind: 'serviceNotAvailable' });
        break;
      case 'userData':
        this.#ports.callManager().userData(name, effect.message);
        break;
      case 'setForwardAll':
        if (!this.#ports.callManager().setForwardAll(name, effect.number)) this.input({ kind: 'forwardRefused' });
        break;
      case 'setForwards':
        if (!this.#ports.callManager().setForwards(name, effect.forwards)) this.input({ kind: 'forwardRefused' });
        break;
      case 'setCallWaiting':
        this.#ports.callManager().setCallWaiting(name, effect.on);
        break;
      case 'setDoNotDisturb':
        this.#ports.callManager().setDoNotDisturb(name, effect.on);
        break;
      case 'callRecorded':
        this.#ports.record(effect.record);
        break;
      case 'remember':
        this.#ports.remember(effect.change);
        break;
      case 'openService':
        void this.#ports
          .openService(effect.url)
          .then((answer) => this.input({ kind: 'service', url: effect.url, answer }));
        break;
      case 'pressKey':
        this.input({ kind: 'serviceKey', key: effect.key });
        break;
      case 'play':
        this.#ports.play(effect.file, this.#mainLine, ringerGainOf(this.#state));
        break;
      case 'tryRing':
        this.#ports.tryRing(effect.file, this.#mainLine, ringerGainOf(this.#state));
        break;
      default:
        missingCase(effect);
    }
  }

  /** Tone, voice and hook follow from the state: they are told when they are not as they were. */
  #tellChanges(): void {
    const { tone, gain } = toneOf(this.#state);
    const voice = voiceOf(this.#state);
    const lifted = this.#state.hook === 'onHook' ? null : lineInFocus(this.#state);
    const played = tone && { name: tone, sound: this.#ports.soundOf(tone, this.#state.settings.ringType) };
    const next = { tone: `${played?.sound} ${gain}`, voice: JSON.stringify(voice), lifted };
    if (next.tone !== this.#sent.tone) this.#ports.send({ kind: 'playTone', line: this.#mainLine, tone: played, gain });
    if (next.voice !== this.#sent.voice)
      for (const line of this.lines) this.#ports.send({ kind: 'setVoice', line, ...voice });
    if (lifted !== this.#sent.lifted) this.#ports.callManager().hookChanged(this.#state.device.name, lifted);
    this.#sent = next;
  }

  #setTick(): void {
    const { clock } = this.#ports;
    this.#cancelTick();
    const now = clock.now();
    this.#cancelTick = clock.after(Math.max(0, nextDeadline(this.#state, now) - now), () =>
      this.input({ kind: 'tick' }),
    );
  }
}
