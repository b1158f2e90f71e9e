import { readPhoneDictionary, readSoftkeyTemplate } from '../../../src-main/app/phones/read-assets';
import type { CallRecord } from '../../../src-main/contract/call-record';
import type { Digit, Key } from '../../../src-main/contract/keys';
import type { LineEvent } from '../../../src-main/contract/line-port';
import { NOTHING_REMEMBERED, type PhoneMemory } from '../../../src-main/contract/phone-memory';
import type { PhoneFeatures } from '../../../src-main/contract/station';
import { nextDeadline } from '../../../src-main/phone/deadline';
import { lettersOf } from '../../../src-main/phone/menus/multi-tap';
import type { PhoneEffect } from '../../../src-main/phone/phone-effect';
import type { PhoneInput } from '../../../src-main/phone/phone-input';
import { type Beginnings, initialPhone, type PhoneDevice } from '../../../src-main/phone/phone-state';
import { phoneStatus } from '../../../src-main/phone/phone-status';
import type { Phrasebook } from '../../../src-main/phone/phrases';
import { reducePhone } from '../../../src-main/phone/reduce';
import { snapshotOf } from '../../../src-main/phone/snapshot';
import { toneOf } from '../../../src-main/phone/sounds';
import { NO_FEATURES } from '../../support/no-features';

const phrases: Phrasebook = readPhoneDictionary('assets/dictionaries', 'English_United_States');
const template = readSoftkeyTemplate('assets/softkey-templates/standard-user-for-call-back.json');

const LINE = '1001';

type WithoutLine<Event> = Event extends { line: string } ? Omit<Event, 'line'> : never;

/** A phone in a test: pressed by the labels on its keys, read as its user reads it. 14:05 on 22 November 2026, local time. */
export class PhoneDriver {
  now = new Date(2026, 10, 22, 14, 5, 0).getTime();
  /** Everything else that the phone wanted done since it was last asked. */
  #effects: PhoneEffect[] = [];
  /** The calls that are over, as the lists of calls remember them. */
  readonly records: CallRecord[] = [];
  /** What the phone wanted to know again when it starts again. */
  memory: PhoneMemory;
  #state;

  constructor(device: Partial<PhoneDevice> = {}, beginnings: Beginnings = {}) {
    this.memory = beginnings.memory ?? NOTHING_REMEMBERED;
    this.#state = initialPhone(
      {
        name: 'SEP000000001001',
        lines: [{ id: LINE, number: LINE, displayName: 'Alice' }],
        speedDials: [],
        template,
        completeAfterDigits: 4,
        ringTypes: [],
        ...device,
      },
      { letters: lettersOf(phrases), ...beginnings },
    );
  }

  static registered(device: Partial<PhoneDevice> = {}, beginnings: Beginnings = {}): PhoneDriver {
    const phone = new PhoneDriver(device, beginnings);
    for (const { id } of phone.#state.device.lines)
      phone.hears({ kind: 'registration', state: 'registered', status: null }, id);
    return phone;
  }

  input(input: PhoneInput): this {
    const { state, effects } = reducePhone(this.#state, input, this.now);
    this.#state = state;
    for (const effect of effects)
      if (effect.kind === 'callRecorded') this.records.push(effect.record);
      else if (effect.kind === 'remember') this.memory = { ...this.memory, [effect.change.part]: effect.change.value };
      else this.#effects.push(effect);
    return this;
  }

  key(key: Key): this {
    return this.input({ kind: 'key', key });
  }

  /** Presses the softkey with that label. */
  softkey(label: string): this {
    const position = this.softkeys.indexOf(label) + 1;
    if (position < 1) throw new Error(`no softkey ${label} among ${this.softkeys.join(', ')}`);
    return this.key({ kind: 'softkey', position: position as 1 | 2 | 3 | 4 });
  }

  dials(number: string): this {
    for (const digit of number) this.key({ kind: 'digit', digit: digit as Digit });
    return this;
  }

  hears(event: WithoutLine<LineEvent>, line = LINE): this {
    return this.input({ kind: 'line', event: { ...event, line } as LineEvent });
  }

  rings(call: string, number: string, name = '', line = LINE, source: 'inside' | 'outside' | null = null): this {
    const caller = { number, name, sipCallId: `sip-${call}`, autoAnswer: false, source };
    return this.hears({ kind: 'incoming', call, ...caller }, line);
  }

  /** Lets the time pass as the clock would: the phone is told at each moment that it asked for. */
  waits(milliseconds: number): this {
    const end = this.now + milliseconds;
    for (let next = nextDeadline(this.#state, this.now); next <= end; next = nextDeadline(this.#state, this.now)) {
      this.now = next;
      this.input({ kind: 'tick' });
    }
    this.now = end;
    return this;
  }

  get snapshot() {
    return snapshotOf(this.#state, phrases, this.now, 1);
  }

  get status() {
    return phoneStatus(this.#state);
  }

  get softkeys() {
    return this.snapshot.display.softkeys;
  }

  /** What its user sees and hears, in one piece. */
  get face() {
    const { display, hook, lamps } = this.snapshot;
    const { plane, prompt, softkeys } = display;
    const shown =
      plane.kind === 'services'
        ? { text: plane.text }
        : plane.kind !== 'calls'
          ? { plane }
          : {
              rows: plane.calls.map((row) => `${row.icon} ${row.text}${row.timer ? ` ${row.timer}` : ''}`),
              entry: plane.entry,
            };
    return {
      ...shown,
      prompt,
      softkeys: softkeys.map((key) => key ?? '').join(' | '),
      hook,
      strip: lamps.handset,
      tone: toneOf(this.#state).tone,
    };
  }

  done(): readonly PhoneEffect[] {
    const effects = this.#effects;
    this.#effects = [];
    return effects;
  }
}

/** A phone that CallManager has told its features. */
export const withFeatures = (features: Partial<PhoneFeatures> = {}, device: Partial<PhoneDevice> = {}): PhoneDriver =>
  PhoneDriver.registered(device).input({ kind: 'features', features: { ...NO_FEATURES, ...features } });

/** The phone calls somebody, who answers. */
export const callTo = (phone: PhoneDriver, call: string, number: string): PhoneDriver =>
  phone
    .softkey('NewCall')
    .dials(number)
    .hears({ kind: 'progress', call, phase: 'ringing' })
    .hears({ kind: 'connected', call });

export const lineCommand = (kind: string, call: string, more: object = {}) => ({
  kind: 'line',
  command: { kind, line: LINE, call, ...more },
});
