import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhoneDictionary, readSoftkeyTemplate } from '../../../src-main/app/phones/read-assets';
import { DIGITS, type Key } from '../../../src-main/contract/keys';
import type { CallRef, LineEvent } from '../../../src-main/contract/line-port';
import { pass } from '../../../src-main/contract/passed';
import { phoneSnapshotSchema } from '../../../src-main/contract/phone-snapshot';
import { CALL_STATES, type SoftkeyEvent } from '../../../src-main/contract/softkey-template';
import { isHeard, isOver } from '../../../src-main/phone/calls/call';
import type { PhoneEffect } from '../../../src-main/phone/phone-effect';
import type { PhoneInput } from '../../../src-main/phone/phone-input';
import { initialPhone, MAX_CALLS, type PhoneState } from '../../../src-main/phone/phone-state';
import { reducePhone } from '../../../src-main/phone/reduce';
import { USUAL_SETTINGS } from '../../../src-main/phone/settings';
import { snapshotOf } from '../../../src-main/phone/snapshot';
import { allSoftkeysOf, callStateOf, type Softkey, softkeysOf } from '../../../src-main/phone/softkeys';
import { NO_FEATURES } from '../../support/no-features';

/** A phrase that has no words is a failure here, and not shown as its id. */
class CompleteBook extends Map<string, string> {
  override get(id: string): string {
    const words = super.get(id);
    if (words === undefined) throw new Error(`the phrase ${id} has no words`);
    return words;
  }
}

const book = new CompleteBook(readPhoneDictionary('assets/dictionaries', 'English_United_States'));
const template = readSoftkeyTemplate('assets/softkey-templates/standard-user-for-call-back.json');
const START = new Date(2026, 10, 22, 14, 5, 0).getTime();
const LINES = ['1001', 'work'];

/** The line page as a phone sees it: which calls there are. It may say anything of them at any time. */
class Page {
  readonly live = new Map<string, CallRef>();
  #made = 0;

  obey(effect: PhoneEffect): void {
    if (effect.kind !== 'line') return;
    const { command } = effect;
    if (command.kind === 'invite') this.live.set(command.call, { line: command.line, call: command.call });
    if (command.kind === 'release') this.live.delete(command.call);
  }

  add(line: string): CallRef {
    this.#made += 1;
    const call = { line, call: `page-${this.#made}` };
    this.live.set(call.call, call);
    return call;
  }
}

type Saying =
  | 'progress'
  | 'connected'
  | 'held'
  | 'heldNot'
  | 'ended'
  | 'refused'
  | 'referred'
  | 'replaced'
  | 'joined'
  | 'passed'
  | 'notPassed'
  | 'identity'
  | 'quality'
  | 'voice';
const SAYINGS: readonly Saying[] = [
  'progress',
  'connected',
  'connected',
  'held',
  'held',
  'heldNot',
  'heldNot',
  'ended',
  'refused',
  'referred',
  'replaced',
  'joined',
  'passed',
  'notPassed',
  'identity',
  'quality',
  'voice',
];

function said(page: Page, saying: Saying, which: number): LineEvent | null {
  const about = [...page.live.values()][which % Math.max(1, page.live.size)];
  if (!about) return null;
  switch (saying) {
    case 'progress':
      return { kind: 'progress', ...about, phase: 'ringing' };
    case 'connected':
      return { kind: 'connected', ...about };
    case 'held':
    case 'heldNot':
      return { kind: 'held', ...about, held: saying === 'held' };
    case 'ended':
    case 'refused':
      page.live.delete(about.call);
      return { kind: 'ended', ...about, by: 'far', status: saying === 'refused' ? 486 : null };
    case 'referred':
      return { kind: 'referred', ...about, next: page.add(about.line).call, target: '1003' };
    case 'replaced':
      page.live.delete(about.call);
      return { kind: 'replaced', ...about, next: page.add(about.line).call, number: '1004', name: 'Dora' };
    case 'joined':
      return { kind: 'joined', line: LINES[0] ?? '', calls: [...page.live.values()].slice(0, which) };
    case 'passed':
    case 'notPassed':
      return { kind: 'transferProgress', ...about, status: saying === 'passed' ? 200 : 486, done: true };
    case 'identity':
      return { kind: 'identity', ...about, number: '1005', name: 'Eve' };
    case 'quality':
      return { kind: 'quality', ...about, quality: null };
    case 'voice':
      return { kind: 'voice', ...about, source: 'quiet' };
  }
}

type Move =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'said'; readonly saying: Saying; readonly which: number }
  | { readonly kind: 'rings'; readonly line: string; readonly autoAnswer: boolean }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'input'; readonly input: PhoneInput }
  /** The softkey of that meaning, if the phone offers it, on whatever page. */
  | { readonly kind: 'event'; readonly event: SoftkeyEvent }
  /** The line page grants all that was asked of it, and everybody who is called answers. */
  | { readonly kind: 'agree' }
  | { readonly kind: 'dial' };

const KEYS: readonly Key[] = [
  ...([1, 2, 3, 4] as const).map((position) => ({ kind: 'softkey', position }) as const),
  ...([1, 2, 3, 4, 5, 6] as const).map((button) => ({ kind: 'line', button }) as const),
  ...(['up', 'down'] as const).map((direction) => ({ kind: 'navigate', direction }) as const),
  ...(
    ['handset', 'speaker', 'headset', 'mute', 'messages', 'services', 'info', 'enter', 'escape', 'backspace'] as const
  ).map((kind) => ({ kind }) as const),
];

const features = { ...NO_FEATURES, callWaiting: true, voiceMail: '1900' };

const EVENTS: readonly SoftkeyEvent[] = [
  'Answer',
  'Hold',
  'Resume',
  'NewCall',
  'Trnsfer',
  'Confrn',
  'Join',
  'RmLstC',
  'EndCall',
];

const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(...EVENTS, ...EVENTS.slice(0, 7)).map((event): Move => ({ kind: 'event', event })),
  },
  { weight: 10, arbitrary: fc.constant<Move>({ kind: 'agree' }) },
  { weight: 3, arbitrary: fc.constant<Move>({ kind: 'dial' }) },
  { weight: 6, arbitrary: fc.constantFrom(...KEYS).map((key): Move => ({ kind: 'key', key })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(1, 2, 3, 4)
      .map((position): Move => ({ kind: 'key', key: { kind: 'softkey', position: position as 1 } })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...DIGITS).map((digit): Move => ({ kind: 'key', key: { kind: 'digit', digit } })),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({ saying: fc.constantFrom(...SAYINGS), which: fc.nat(6) })
      .map((one): Move => ({ kind: 'said', ...one })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ line: fc.constantFrom(...LINES), autoAnswer: fc.boolean() })
      .map((one): Move => ({ kind: 'rings', ...one })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(500, 4000, 9000).map((milliseconds): Move => ({ kind: 'wait', milliseconds })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<PhoneInput>(
        { kind: 'features', features },
        { kind: 'makeCall', number: '1002' },
        { kind: 'messages', line: 'work', messages: { waiting: true, unheard: 2, heard: 0 } },
        { kind: 'remoteInUse', line: '1001', inUse: true },
        { kind: 'settings', settings: { ...USUAL_SETTINGS, autoAnswer: 'headset' } },
        { kind: 'settings', settings: { ...USUAL_SETTINGS, intercom: 'muted' } },
        { kind: 'speedDialState', number: '1003', status: 'offHook' },
      )
      .map((input): Move => ({ kind: 'input', input })),
  },
);

/** What all the stories together have led to: a test that never gets there proves nothing. */
const reached = new Set<string>();

class Run {
  readonly page = new Page();
  #state: PhoneState = initialPhone({
    name: 'SEP000000001001',
    lines: [
      { id: '1001', number: '1001', displayName: 'Alice' },
      { id: 'work', number: '2001', displayName: 'Alice at work' },
    ],
    speedDials: [{ number: '1003', label: 'Carol' }],
    template,
    completeAfterDigits: 4,
    ringTypes: [],
  });
  #now = START;
  #begun = new Set<string>();
  #records = 0;

  make(move: Move): void {
    if (move.kind === 'agree') this.#agree();
    else if (move.kind === 'event') this.#press(move.event);
    else if (move.kind === 'dial')
      for (const digit of ['1', '0', '0', '2'] as const) this.#take({ kind: 'key', key: { kind: 'digit', digit } });
    else this.#take(this.#inputOf(move));
  }

  #press(event: SoftkeyEvent): void {
    const isIt = (key: Softkey): boolean => key?.kind === 'event' && key.event === event;
    const more: PhoneInput = { kind: 'key', key: { kind: 'softkey', position: 4 } };
    // Unless the i key was pressed just now: then the key is explained.
    for (let page = 0; page < 6 && allSoftkeysOf(this.#state).some(isIt); page += 1) {
      const at = softkeysOf(this.#state).findIndex(isIt);
      if (at >= 0) {
        this.#take({ kind: 'key', key: { kind: 'softkey', position: (at + 1) as 1 } });
        return;
      }
      this.#take(more);
    }
  }

  #agree(): void {
    for (const { id: call, line, phase, holdPending, answerPending } of this.#state.calls) {
      if (phase === 'proceed' || phase === 'ringOut' || answerPending)
        this.#take({ kind: 'line', event: { kind: 'connected', line, call } });
      if (holdPending) this.#take({ kind: 'line', event: { kind: 'held', line, call, held: phase === 'connected' } });
    }
  }

  #take(input: PhoneInput | null): void {
    if (!input) return;
    const { state, effects } = reducePhone(this.#state, input, this.#now);
    this.#state = state;
    for (const effect of effects) {
      this.page.obey(effect);
      if (effect.kind === 'callRecorded') this.#records += 1;
      if (effect.kind === 'line' && effect.command.kind === 'invite') this.#begun.add(effect.command.call);
    }
    this.#check();
  }

  /** Everything hangs up, and every call that there was has been told for the lists. */
  end(): void {
    for (const call of [...this.page.live.values()]) {
      this.page.live.delete(call.call);
      this.make({ kind: 'input', input: { kind: 'line', event: { kind: 'ended', ...call, by: 'far', status: null } } });
    }
    expect(this.#records).toBe(this.#begun.size);
  }

  #inputOf(move: Exclude<Move, { kind: 'agree' | 'event' | 'dial' }>): PhoneInput | null {
    switch (move.kind) {
      case 'key':
        return move;
      case 'input':
        return move.input;
      case 'wait':
        this.#now += move.milliseconds;
        return { kind: 'tick' };
      case 'rings': {
        const call = this.page.add(move.line);
        this.#begun.add(call.call);
        const { autoAnswer } = move;
        const caller = { number: '1002', name: 'Bob', sipCallId: call.call, autoAnswer, source: null };
        return { kind: 'line', event: { kind: 'incoming', ...call, ...caller } };
      }
      case 'said': {
        const event = said(this.page, move.saying, move.which);
        if (event?.kind === 'referred' || event?.kind === 'replaced') this.#begun.add(event.next);
        return event && { kind: 'line', event };
      }
    }
  }

  #check(): void {
    const { calls, conference, hook, muted, selected, consult } = this.#state;
    const heard = calls.filter(isHeard).map(({ id }) => id);
    reached.add(callStateOf(this.#state));
    if (conference.length > 2) reached.add('more than two in a conference');
    if (consult?.sent) reached.add('passed on');
    const snapshot = snapshotOf(this.#state, book, this.#now, 1);
    expect({
      // One conversation at a time, and none on a phone that is on hook.
      voices: heard.every((id) => conference.includes(id)) || heard.length <= 1,
      hungUp: hook !== 'onHook' || (heard.length === 0 && !muted),
      // What the line page has, the phone has, and nothing else.
      calls: calls
        .filter((call) => !isOver(call))
        .map(({ id }) => id)
        .sort(),
      conference: conference.length !== 1 && conference.every((id) => calls.some((call) => call.id === id)),
      front: selected === null || calls.some(({ id }) => id === selected),
      consult: consult === null || calls.some(({ id }) => id === consult.first),
      softkeys: [snapshot.display.softkeys.length, allSoftkeysOf(this.#state).length <= 16],
      // By its face.
      taken: pass(phoneSnapshotSchema, snapshot).ok,
    }).toEqual({
      voices: true,
      hungUp: true,
      calls: [...this.page.live.keys()].sort(),
      conference: true,
      front: true,
      consult: true,
      softkeys: [4, true],
      taken: true,
    });
    expect(calls.filter(({ direction, phase }) => direction === 'in' && phase === 'ringIn').length).toBeLessThanOrEqual(
      MAX_CALLS,
    );
  }
}

/** What chance alone does not come to in every run: Alice calls one after the other and joins each, or passes a call on. */
const dials: Move = { kind: 'dial' };
const agrees: Move = { kind: 'agree' };
const confrn: Move = { kind: 'event', event: 'Confrn' };
const oneMore = [confrn, agrees, dials, agrees, confrn, agrees];
const trnsfer: Move = { kind: 'event', event: 'Trnsfer' };
const PASSED_ON: Move[] = [{ kind: 'event', event: 'NewCall' }, dials, agrees, trnsfer, agrees, dials, agrees, trnsfer];
const CONFERENCE_OF_FOUR: Move[] = [{ kind: 'event', event: 'NewCall' }, dials, agrees, ...oneMore, ...oneMore];

test('whatever is pressed, and whatever the line page says, the phone keeps its calls apart and forgets none', () => {
  fc.assert(
    fc.property(fc.array(moves, { minLength: 20, maxLength: 80, size: 'max' }), (story) => {
      const run = new Run();
      for (const move of story) run.make(move);
      run.end();
    }),
    { numRuns: Number(process.env.RUNS ?? 300), examples: [[CONFERENCE_OF_FOUR], [PASSED_ON]] },
  );
  expect([...reached].sort()).toEqual([...CALL_STATES, 'more than two in a conference', 'passed on'].sort());
}, 200_000);
