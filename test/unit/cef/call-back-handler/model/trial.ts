import { requestsOf } from '../../../../../src-main/cef/call-back-handler/handler-state';
import {
  type CallBackRequest,
  holdsLines,
  phaseWhenRestored,
} from '../../../../../src-main/cef/call-back-handler/request';
import type { LineStatus } from '../../../../../src-main/contract/line-status';
import type { ServiceParameters } from '../../../../../src-main/contract/service-parameters';
import { deviceOf, NO_FEATURES } from '../handler-driver';
import { Handled } from './handled';
import { freeSince, isFreeToBeTold, type Outcome, type Said, Sheet, type Standing } from './sheet';
import type { Slip } from './slip';

export const NUMBERS = ['1001', '1002', '1003', '1004'] as const;

const DESTINATIONS = {
  'free to wait for': { kind: 'found', features: NO_FEATURES },
  'not found': { kind: 'notFound' },
  'not allowed': { kind: 'notAllowed' },
  'forwards all calls': { kind: 'found', features: { ...NO_FEATURES, forwardAll: '1009' } },
} as const;

/** The handler and the person with the sheet of paper, told of the same things, and held against each other after each. */
export class Trial {
  readonly handled: Handled;
  readonly sheet: Sheet;
  /** What stood on the screen of each phone since the last restart, the latest last. */
  readonly #screens = new Map<string, { readonly transaction: number; readonly about: Said['about'] }[]>();
  /** How often each thing was seen: a trial in which nothing happens proves nothing. */
  readonly seen: Record<string, number> = {};
  #answersLater = false;

  constructor(parameters: ServiceParameters) {
    this.handled = new Handled(parameters);
    this.sheet = new Sheet({
      guard: parameters.idleGuard * 1000,
      slipsPerPhone: parameters.requestsPerPhone,
      keepsOnReset: parameters.keepOnReset,
      busyDuration: parameters.busyDuration * 1000,
      noReplyDuration: parameters.noReplyDuration * 1000,
    });
  }

  press(phone: string, called: string, outcome: Outcome, standing: Standing): void {
    const party = { number: called, outcome, destination: DESTINATIONS[standing] };
    this.handled.event({ kind: 'callBackPressed', device: deviceOf(phone), calling: phone, called: party });
    this.sheet.press(phone, called, outcome, standing);
    this.#compare();
  }

  pressIdle(phone: string): void {
    this.handled.event({ kind: 'callBackPressed', device: deviceOf(phone), calling: phone, called: null });
    this.sheet.showHowThingsStand(phone);
    this.#compare();
  }

  services(phone: string): void {
    this.handled.event({ kind: 'servicesPressed', device: deviceOf(phone) });
    this.sheet.showList(phone, null);
    this.#compare();
  }

  /** A key of a screen that the phone has shown; `back` 0 = the one that it shows now. */
  key(phone: string, key: string, back: number): void {
    const screen = this.#screens.get(phone)?.at(-1 - back);
    if (!screen) return;
    this.handled.event({ kind: 'userData', device: deviceOf(phone), transaction: screen.transaction, data: key });
    this.sheet.key(phone, screen.about, key);
    this.#compare();
  }

  /** Exit is the phone's own: nobody hears of it. */
  exit(phone: string): void {
    this.#screens.get(phone)?.pop();
  }

  line(number: string, status: LineStatus): void {
    this.handled.truth.set(number, status);
    if (this.handled.lines.has(number)) this.#report(number);
  }

  /** A report of a line that was closed meanwhile. */
  lateReport(number: string, status: LineStatus): void {
    if (this.handled.lines.has(number)) return;
    this.handled.event({ kind: 'lineStatus', number, status });
    this.#compare();
  }

  refused(number: string): void {
    this.handled.event({ kind: 'lineRefused', number, screen: 'cannotInvoke' });
    this.sheet.refused(number);
    this.#compare();
  }

  talked(phone: string, called: string): void {
    if (!this.handled.followed.has(deviceOf(phone))) return;
    this.handled.event({ kind: 'callConnected', device: deviceOf(phone), number: called });
    this.sheet.talked(phone, called);
    this.#compare();
  }

  notAnswered(phone: string, called: string, status: number): void {
    if (!this.handled.followed.has(deviceOf(phone))) return;
    this.handled.event({ kind: 'callFailed', device: deviceOf(phone), number: called, status });
    this.sheet.notAnswered(phone, called, status);
    this.#compare();
  }

  phoneRemoved(phone: string): void {
    this.handled.event({ kind: 'deviceRemoved', device: deviceOf(phone) });
    this.sheet.phoneRemoved(phone);
    this.#compare();
  }

  linkLost(): void {
    this.handled.loseLink();
    this.sheet.linkLost();
    this.#compare();
  }

  linkOpened(): void {
    this.handled.openLink();
    this.sheet.linkOpened();
    this.#compare();
  }

  /** @param milliseconds that nobody was there to count */
  restart(milliseconds: number): void {
    this.#screens.clear();
    this.handled.now += milliseconds;
    this.sheet.now = this.handled.now;
    this.handled.restart();
    this.sheet.restarted();
    this.#compare();
  }

  pass(milliseconds: number): void {
    const end = this.handled.now + milliseconds;
    const due = [...this.handled.wakes].filter((at) => at > this.handled.now && at < end).sort((a, b) => a - b);
    for (const now of [...due, end]) {
      this.handled.now = now;
      this.sheet.now = now;
      this.handled.event({ kind: 'tick' });
      this.sheet.tick();
      this.#compare();
    }
  }

  /** The lines that were opened say how they stand: at once, in that order, or whenever something else is heard. */
  answer(when: 'inOrder' | 'reversed' | 'later'): void {
    this.#answersLater = when === 'later';
    if (this.#answersLater) return;
    const numbers = this.handled.unanswered.splice(0);
    for (const number of when === 'reversed' ? numbers.reverse() : numbers)
      if (this.handled.lines.has(number)) this.#report(number);
  }

  #report(number: string): void {
    const status = this.handled.truthOf(number);
    this.handled.event({ kind: 'lineStatus', number, status });
    this.sheet.heard(number, status);
    this.#compare();
  }

  #compare(): void {
    const { handled, sheet } = this;
    const [one, other] = [this.#ofHandler(), this.#ofSheet()];
    for (const what of Object.keys(one) as (keyof typeof one)[])
      if (JSON.stringify(one[what]) !== JSON.stringify(other[what]))
        throw new Error(`${what}: ${JSON.stringify({ handler: one[what], sheet: other[what] }, null, 1)}`);
    if (handled.faults.length > 0) throw new Error(handled.faults.join('\n'));
    this.#keepScreens();
    for (const { words } of sheet.said) this.#count(words);
    for (const end of sheet.ends) this.#count(end.split(' ').slice(-1)[0] ?? '');
    handled.said = [];
    handled.ends = [];
    sheet.said = [];
    sheet.ends = [];
  }

  #ofHandler() {
    const { handled } = this;
    const { state } = handled;
    const requests = NUMBERS.flatMap((number) => requestsOf(state, deviceOf(number)));
    const waiting = requests.filter(holdsLines);
    const saved = requests.filter((request) => {
      const stored = handled.store.get(`${request.device} ${request.called}`);
      return lasting(stored) === lasting(request);
    });
    return {
      said: inOrder(handled.said),
      ends: [...handled.ends].sort(),
      requests: requests.map(({ calling, called, expiresAt, missedAt, phase }) => {
        const offer = phase.kind === 'available' || phase.kind === 'recalling' ? phase : null;
        const how = offer ? `${offer.kind} since ${offer.since}` : 'waits';
        return `${calling} on ${called} until ${expiresAt} ${how}, missed ${missedAt}`;
      }),
      saved: [saved.length, handled.store.size],
      lines: [...state.lines.keys()].sort(),
      open: handled.isLinked ? [...handled.lines].sort() : [],
      devices: handled.isLinked ? [...handled.devices].sort() : [],
      followed: handled.isLinked ? [...handled.followed].sort() : [],
      wakes: this.#wakesWanted().filter((at) => handled.wakes.has(at)),
      tooMany: handled.state.phones
        .keys()
        .filter((at) => requestsOf(state, at).length > state.parameters.requestsPerPhone),
      waiting: waiting.length,
    };
  }

  #ofSheet() {
    const { sheet } = this;
    const slips = NUMBERS.flatMap((number) => sheet.slipsOf(number));
    const lines = [...sheet.lines.keys()].sort();
    const devices = (of: readonly Slip[]) => [...new Set(of.map(({ calling }) => deviceOf(calling)))].sort();
    return {
      said: inOrder(sheet.said),
      ends: [...sheet.ends].sort(),
      requests: slips.map(({ calling, called, until, missedAt, offer }) => {
        const kind = offer?.dialled ? 'recalling' : 'available';
        const how = offer ? `${kind} since ${offer.since}` : 'waits';
        return `${calling} on ${called} until ${until} ${how}, missed ${missedAt}`;
      }),
      saved: [slips.length, slips.length],
      lines,
      open: sheet.isLinked ? lines : [],
      devices: sheet.isLinked ? devices(sheet.waiting()) : [],
      followed: sheet.isLinked ? devices(slips) : [],
      wakes: this.#wakesWanted(),
      tooMany: [],
      waiting: sheet.waiting().length,
    };
  }

  /** Whoever is told as soon as the guard is over must be looked at then, and not at the next tick. */
  #wakesWanted(): readonly number[] {
    const { sheet } = this;
    return sheet
      .waiting()
      .filter(({ calling, until }) => until > sheet.now && isFreeToBeTold(sheet.lines.get(calling)))
      .map((slip) => (freeSince(slip) ?? Number.NEGATIVE_INFINITY) + sheet.rules.guard)
      .filter((at) => at > sheet.now);
  }

  #keepScreens(): void {
    const shown = sorted(this.handled.said);
    for (const [index, { phone, about }] of sorted(this.sheet.said).entries()) {
      const transaction = shown[index]?.transaction ?? null;
      if (transaction === null) continue;
      this.#screens.set(phone, [...(this.#screens.get(phone) ?? []), { transaction, about }]);
    }
  }

  #count(words: string): void {
    const what = words.split(' ')[0] ?? '';
    this.seen[what] = (this.seen[what] ?? 0) + 1;
  }
}

/** What must outlive a restart: all but how long the line is free already, that A was on a call, and that an offer was made or taken. */
function lasting(request: CallBackRequest | undefined): string {
  const phase = request && { ...phaseWhenRestored(request.phase, false) };
  return JSON.stringify({ ...request, phase });
}

/** In what order one phone is told of several lines in the same moment is nobody's promise. */
const sorted = <Word extends { readonly phone: string; readonly words: string }>(
  said: readonly Word[],
): readonly Word[] =>
  [...said].sort((one, other) => (`${one.phone} ${one.words}` < `${other.phone} ${other.words}` ? -1 : 1));

const inOrder = (said: readonly { readonly phone: string; readonly words: string }[]): readonly string[] =>
  sorted(said).map(({ phone, words }) => `${phone} ${words}`);
