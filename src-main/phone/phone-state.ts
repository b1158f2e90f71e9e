import type { ToldStatus } from '../contract/line-status';
import { type CallLog, NOTHING_REMEMBERED, type Person, type PhoneMemory } from '../contract/phone-memory';
import type { Hook } from '../contract/phone-snapshot';
import type { SoftkeyTemplate } from '../contract/softkey-template';
import type { Messages, PhoneFeatures } from '../contract/station';
import type { ImageObject } from '../xsi/objects/image-objects';
import type { RingType } from '../xsi/objects/ring-list';
import type { CiscoIPPhoneText } from '../xsi/objects/xsi-object';
import { type Call, isInHand, isOver, isRingingIn } from './calls/call';
import { NO_INFORMATION, type PhoneInformation } from './menus/information';
import type { Letters } from './menus/multi-tap';
import type { Page, Requested } from './menus/page';
import type { Menu } from './menus/screen';
import type { ServiceItem } from './menus/service-item';
import type { StatusMessage } from './menus/status-messages';
import type { PhoneEffect } from './phone-effect';
import type { PhraseId } from './phrases';
import type { ShownQuality } from './quality';
import type { LineTrouble, Registration } from './registration';
import type { PhoneSettings } from './settings';

/** What is configured of a phone, and does not change while it runs. */
export interface PhoneDevice {
  /** As CallManager names it. */
  readonly name: string;
  /** On the line buttons from the top, which are six; the first has the main number. */
  readonly lines: readonly [PhoneLine, ...PhoneLine[]];
  /** On the buttons below the lines, as far as there are buttons. */
  readonly speedDials: readonly SpeedDial[];
  readonly template: SoftkeyTemplate;
  /** A number of that many digits is complete and is dialled at once; 0 = no number ever is. */
  readonly completeAfterDigits: number;
  /** What it can ring with: each may be chosen as its ring type, by its file, and tried by an effect `tryRing` of that. */
  readonly ringTypes: readonly RingType[];
}

export interface PhoneLine {
  /** Towards the line page. */
  readonly id: string;
  /** The directory number. */
  readonly number: string;
  readonly displayName: string;
}

export interface SpeedDial {
  readonly number: string;
  readonly label: string;
}

/** What cannot be stored: `data` are requests and settings. */
export type Unstored = 'data' | 'log';

/**
 * A 7960 as a state machine.
 *
 * ```
 *              lift, speaker, NewCall                 number complete
 *   on hook ─────────────────────────> off hook, dialling ──────────> a call (see Call)
 *      ^  ^─────────── EndCall, replace ──────┘                            │
 *      └──────────── EndCall, replace, far end hangs up on speaker ────────┘
 * ```
 * `services` lies over this, and is covered while the user dials or talks.
 */
export interface PhoneState {
  readonly device: PhoneDevice;
  /** By line; a line that is not here has not been answered yet. */
  readonly registrations: Readonly<Record<string, Registration>>;
  /** By line: why it cannot register, where more is known than the server's status. It goes when the line is registered. */
  readonly troubles: Readonly<Record<string, LineTrouble>>;
  /** What the app cannot store at the moment. */
  readonly unstored: readonly Unstored[];
  readonly hook: Hook;
  readonly muted: boolean;
  /** 0 to 10. */
  readonly ringerVolume: number;
  readonly voiceVolume: number;
  readonly calls: readonly Call[];
  /** The call that the softkeys are about; null = none, or dial tone. */
  readonly selected: string | null;
  readonly consult: Consult | null;
  /** The calls that are one conversation, by id in the order in which they joined; fewer than two never. */
  readonly conference: readonly string[];
  /** The line page has been asked to mix the conference. It is not while members are on hold. */
  readonly mixed: boolean;
  /** The line that has the dial tone, while the phone is off hook without a call (see lineInFocus). */
  readonly selectedLine: string;
  /** Digits dialled so far, on hook or off hook. */
  readonly entry: string;
  /** When the digits count as complete, in milliseconds since the epoch; null = not yet waiting. */
  readonly entryCompleteAt: number | null;
  /** The digits are no call's: they are where all calls shall be forwarded to. */
  readonly asksForward: boolean;
  readonly lastDialled: string | null;
  /** Which group of softkeys "more" has turned to, from 0. */
  readonly softkeyPage: number;
  readonly services: Services | null;
  /** What the prompt line says for a moment. */
  readonly notice: Notice | null;
  /** What the prompt line says as long as the phone has nothing else to say. */
  readonly status: Status | null;
  /** What CallManager has configured for the phone; null = nobody has said, as somebody else's SIP server never does. */
  readonly features: PhoneFeatures | null;
  /** Without a CallManager that keeps it, the phone does: every call is refused as busy. */
  readonly doNotDisturb: boolean;
  readonly settings: PhoneSettings;
  readonly callLog: CallLog;
  /** The personal directory, in the order of its names. */
  readonly people: readonly Person[];
  readonly menu: Menu | null;
  /** What the keypad writes in forms. */
  readonly letters: Letters;
  /** The menu behind the services key; none = the key leads straight to the Call Back requests. */
  readonly serviceList: readonly ServiceItem[];
  readonly requested: Requested | null;
  /** The address of an object that an Execute wants to be asked for when nobody uses the phone. */
  readonly whenIdle: string | null;
  readonly information: PhoneInformation;
  /** The newest first. */
  readonly statusMessages: readonly StatusMessage[];
  /** By number: the lines that speed dials call, as far as somebody has said how they stand. */
  readonly speedDialStates: Readonly<Record<string, ToldStatus>>;
  /** By line: another phone that has the line too talks on it. */
  readonly remoteInUse: Readonly<Record<string, boolean>>;
  /** By line. */
  readonly messages: Readonly<Record<string, Messages>>;
  /** The screen that the i key opens in a call. */
  readonly quality: ShownQuality | null;
  readonly callsMade: number;
  /** Until then the Call Back service must have answered the CallBack key, in milliseconds since the epoch; null = it has. */
  readonly answerDueAt: number | null;
  /** The i key was pressed: until then the next key is explained and not obeyed. */
  readonly helpUntil: number | null;
  /** What is typed is meant for a form that is not shown any more (see startled.ts). */
  readonly focusGuardedUntil: number | null;
}

/**
 * A transfer or a conference on its way.
 *
 * ```
 *                Trnsfer, Confrn                 dialled             Trnsfer (also while it rings)
 *   connected ──────────────────> dial tone ───────────> second call ─────────────────────────────> sent
 *    (first)    first is held                                 │  Confrn (when answered)
 *                                                             └────────────────────────> conference
 * ```
 * Wherever it breaks off, the first call is there again: on hold if its user has given up, resumed if the other one cannot be
 * reached, and ringing if that comes out once the call is sent.
 */
export interface Consult {
  readonly purpose: 'transfer' | 'conference';
  readonly first: string;
  /** null = its number is being dialled. */
  readonly second: string | null;
  /** The far end has been asked to call the other one; how that goes is told by transferProgress. */
  readonly sent: boolean;
}

export interface Services {
  readonly object: CiscoIPPhoneText | ImageObject;
  readonly scrolledRows: number;
  readonly covered: boolean;
  /** A screen of the phone itself: its title, text and keys are phrases, and its dictionary has the words. */
  readonly own: boolean;
  /** What it lies upon, and is shown again after it. */
  readonly under: Services | null;
  /** null = nobody has asked for it: an application has pushed it, or it is the phone's own. */
  readonly page: Page | null;
}

export interface Notice {
  readonly phrase: PhraseId;
  readonly value: string;
  readonly until: number;
}

export interface Status {
  readonly phrase: PhraseId;
  readonly value: string;
  readonly second: string;
}

export interface Step {
  readonly state: PhoneState;
  readonly effects: readonly PhoneEffect[];
}

export const step = (state: PhoneState, ...effects: readonly PhoneEffect[]): Step => ({ state, effects });

/** What a phone has to begin with, beside its configuration. */
export interface Beginnings {
  readonly memory?: PhoneMemory;
  readonly letters?: Letters;
  readonly serviceList?: readonly ServiceItem[];
}

export const initialPhone = (
  device: PhoneDevice,
  { memory = NOTHING_REMEMBERED, letters = {}, serviceList = [] }: Beginnings = {},
): PhoneState => ({
  device,
  registrations: {},
  troubles: {},
  unstored: [],
  hook: 'onHook',
  muted: false,
  ringerVolume: memory.settings.ringerVolume,
  voiceVolume: memory.settings.voiceVolume,
  calls: [],
  selected: null,
  consult: null,
  conference: [],
  mixed: false,
  selectedLine: device.lines[0].id,
  entry: '',
  entryCompleteAt: null,
  asksForward: false,
  lastDialled: null,
  softkeyPage: 0,
  services: null,
  notice: null,
  status: null,
  features: null,
  doNotDisturb: false,
  settings: memory.settings,
  callLog: memory.calls,
  people: memory.people,
  menu: null,
  letters,
  serviceList,
  requested: null,
  whenIdle: null,
  information: NO_INFORMATION,
  statusMessages: [],
  speedDialStates: {},
  remoteInUse: {},
  messages: {},
  quality: null,
  callsMade: 0,
  answerDueAt: null,
  helpUntil: null,
  focusGuardedUntil: null,
});

const NOTICE_MILLISECONDS = 4000;

export const withNotice = (state: PhoneState, now: number, phrase: PhraseId, value = ''): PhoneState => ({
  ...state,
  notice: { phrase, value, until: now + NOTICE_MILLISECONDS },
});

export const selectedCall = (state: PhoneState): Call | undefined => callById(state, state.selected);

export const callInPhase = (state: PhoneState, ...phases: readonly Call['phase'][]): Call | undefined =>
  state.calls.find((call) => phases.includes(call.phase));

export const updateCall = (state: PhoneState, id: string, change: Partial<Call>): PhoneState => ({
  ...state,
  calls: state.calls.map((call) => (call.id === id ? { ...call, ...change } : call)),
});

/** Takes the call off the screen. The softkeys are then about the call that has the voice, that rings, or that came last. */
export function withoutCall(state: PhoneState, id: string): PhoneState {
  const calls = state.calls.filter((call) => call.id !== id);
  if (state.selected !== id) return { ...state, calls };
  const next = calls.find(isInHand) ?? calls.find(isRingingIn) ?? calls.at(-1);
  return { ...state, calls, selected: next?.id ?? null, softkeyPage: 0 };
}

export const callById = (state: PhoneState, id: string | null): Call | undefined =>
  state.calls.find((call) => call.id === id);

/** The handset is lifted, or the speaker on, and no call is in front: a number is awaited. */
export const isDialling = (state: PhoneState): boolean => state.hook !== 'onHook' && state.selected === null;

/** What a key takes the voice by that does not say so itself. */
export const handsFree = ({ hook, settings }: PhoneState): Exclude<Hook, 'onHook'> =>
  hook === 'onHook' ? settings.handsFree : hook;

/** A 7960 has room for that many calls. */
export const MAX_CALLS = 6;
export const hasRoom = ({ calls }: PhoneState): boolean => calls.filter((call) => !isOver(call)).length < MAX_CALLS;

/** One thing after another: what the second does goes by what the first has left. */
export function andThen(first: Step, second: (state: PhoneState) => Step): Step {
  const { state, effects } = second(first.state);
  return step(state, ...first.effects, ...effects);
}

/** What the line page is to do about one call. */
export const forCall = (kind: 'answer' | 'release' | 'hold' | 'resume', call: Call): PhoneEffect => ({
  kind: 'line',
  command: { kind, line: call.line, call: call.id },
});

/** Nothing is dialled, nobody calls or is called. */
export const isIdle = (state: PhoneState): boolean => state.hook === 'onHook' && state.calls.length === 0;

export const isRinging = (state: PhoneState): boolean => state.calls.some(isRingingIn);
