import type { LineStatus } from '../../../../../src-main/contract/line-status';
import { hasRoom, type Rules, type Slip, type Status, slipFor } from './slip';

/** What somebody at the screen of a phone reads or hears, and the slip or the question that it is about. */
export interface Said {
  readonly phone: string;
  readonly words: string;
  readonly about: Slip | Question | null;
}

/** "Already active": OK puts the new number in the place of the oldest slip. */
export interface Question {
  readonly called: string;
  readonly outcome: Outcome;
  readonly oldest: Slip;
}

export type Outcome = 'busy' | 'noReply' | 'unreachable';

/** What is to be known of a number before anybody may wait for it. */
export type Standing = 'free to wait for' | 'not found' | 'not allowed' | 'forwards all calls';

/**
 * The work of the Call Back Handler, as a person would do it by hand: a slip for each request, and on it every report of the
 * called line since the watch began. Nothing is concluded from a report when it comes; the whole slip is read again instead.
 * Phones are named by their numbers.
 */
export class Sheet {
  now = 0;
  isLinked = true;
  slips: readonly Slip[] = [];
  /** What each line that is listened to has last said. */
  readonly lines = new Map<string, Status>();
  /** What was said, and which slips were thrown away and why, since the last time that somebody looked. */
  said: Said[] = [];
  ends: string[] = [];
  readonly #questions = new Map<string, Question>();

  constructor(readonly rules: Rules) {}

  press(phone: string, called: string, outcome: Outcome, standing: Standing): void {
    const same = slipFor(this.slips, phone, called);
    const [oldest, ...others] = this.slipsOf(phone);
    if (standing === 'not found') this.#say(phone, `cannotActivate ${called}`);
    else if (standing !== 'free to wait for' || called === phone) this.#say(phone, `cannotInvoke ${called}`);
    else if (same) this.#replace(same, called, outcome);
    else if (!oldest || hasRoom(this.rules, others.length + 1)) this.#write(phone, called, outcome);
    else {
      const question: Question = { called, outcome, oldest };
      this.#questions.set(phone, question);
      this.#say(phone, `alreadyActive ${oldest.called} ${called}`, question);
    }
  }

  /** CallBack on an idle phone; and a key of a screen that is out of date. */
  showHowThingsStand(phone: string): void {
    const slips = this.slipsOf(phone);
    const slip = slips.find(({ offer }) => offer) ?? slips.at(-1);
    if (!slip) this.#say(phone, 'notActive');
    else if (slip.offer) this.#say(phone, `available ${slip.called} since ${slip.offer.since}`, slip);
    else this.#say(phone, `activated ${slip.called}`, slip);
  }

  /** Services, and Next. */
  showList(phone: string, after: Slip | null): void {
    const slips = this.slipsOf(phone);
    const place = after ? (slips.indexOf(after) + 1) % slips.length : 0;
    const slip = slips[place];
    if (slip) this.#say(phone, `request ${slip.called} ${place + 1} of ${slips.length}`, slip);
    else this.#say(phone, 'notActive');
  }

  key(phone: string, screen: Slip | Question | null, key: string): void {
    const question = this.#questions.get(phone);
    const slip = this.slipsOf(phone).find((one) => one === screen);
    if (key === 'OK' && question && question === screen)
      this.#replace(question.oldest, question.called, question.outcome);
    else if (slip && key === 'Cancel') {
      this.#throwAway(slip, 'cancelled');
      this.#say(phone, 'closed');
      this.#say(phone, `endedCancelled ${slip.called}`);
    } else if (slip?.offer && !slip.offer.dialled && key === 'Dial') {
      slip.offer.dialled = true;
      this.#say(phone, `dials ${slip.called}`);
    } else if (slip && key === 'More') this.#say(phone, `requestTimes ${slip.called}`, slip);
    else if (slip && key === 'Next') this.showList(phone, slip);
    else if (slip && key === 'CancelAll') {
      for (const one of this.slipsOf(phone)) this.#throwAway(one, 'cancelled');
      this.#say(phone, 'closed');
      this.#say(phone, 'endedAllCancelled');
    } else this.showHowThingsStand(phone);
  }

  /** A line that is listened to says how it stands. */
  heard(number: string, status: LineStatus): void {
    if (!this.lines.has(number) || this.lines.get(number) === status) return;
    this.lines.set(number, status);
    for (const slip of this.waiting()) if (slip.called === number) slip.heard.push({ status, at: this.now });
    for (const slip of this.waiting()) if (slip.called === number || slip.calling === number) this.#consider(slip);
    if (status !== 'offline' || this.rules.keepsOnReset) return;
    for (const slip of this.waiting()) {
      if (slip.calling !== number) continue;
      this.#throwAway(slip, 'phoneReset');
      this.#say(number, 'closed');
      this.#say(number, `endedPhoneReset ${slip.called}`);
    }
  }

  refused(number: string): void {
    for (const slip of this.waiting()) {
      if (slip.called !== number) continue;
      this.#throwAway(slip, 'refused');
      this.#say(slip.calling, `cannotInvoke ${number}`);
    }
  }

  /** They talk, whoever called. */
  talked(phone: string, called: string): void {
    const slip = slipFor(this.slips, phone, called);
    if (!slip) return;
    this.#throwAway(slip, 'connected');
    this.#say(phone, 'closed');
    this.#say(phone, `endedConnected ${called}`);
  }

  /** A call to the number was not answered; status as in SIP. Whoever was told is to wait again. */
  notAnswered(phone: string, called: string, status: number): void {
    const slip = slipFor(this.slips, phone, called);
    if (!slip?.offer) return;
    slip.offer = null;
    const isBusy = status === 486 || status === 600;
    slip.proof = isBusy ? 'unless it looks idle now' : status >= 500 ? 'none' : 'a lifted handset';
    this.#beginToListen(slip);
    this.#say(phone, 'closed');
    this.#consider(slip);
  }

  phoneRemoved(phone: string): void {
    for (const slip of this.slipsOf(phone)) this.#throwAway(slip, 'phoneRemoved');
  }

  linkLost(): void {
    this.isLinked = false;
    this.#forgetLines();
  }

  linkOpened(): void {
    this.isLinked = true;
    this.#forgetLines();
  }

  /** The app was killed and started again: the slips lay on the table, all else was in somebody's head. */
  restarted(): void {
    this.#questions.clear();
    // Whoever was offered a call may not have looked at it: the line is asked anew, and the offer made again.
    for (const slip of this.slips) {
      if (!slip.offer) continue;
      slip.offer = null;
      slip.proof = 'none';
      this.#beginToListen(slip);
    }
    this.linkLost();
  }

  tick(): void {
    for (const slip of this.slips) {
      if (slip.until > this.now) continue;
      this.#throwAway(slip, 'expired');
      this.#say(slip.calling, `expired ${slip.called}`);
    }
    for (const slip of this.waiting()) this.#consider(slip);
  }

  slipsOf(phone: string): readonly Slip[] {
    return this.slips.filter(({ calling }) => calling === phone);
  }

  waiting(): readonly Slip[] {
    return this.slips.filter(({ offer }) => !offer);
  }

  #replace(slip: Slip, called: string, outcome: Outcome): void {
    this.#throwAway(slip, 'replaced');
    this.#write(slip.calling, called, outcome);
  }

  #write(phone: string, called: string, outcome: Outcome): void {
    this.#questions.delete(phone);
    const slip: Slip = {
      calling: phone,
      called,
      until: this.now + (outcome === 'noReply' ? this.rules.noReplyDuration : this.rules.busyDuration),
      proof: outcome === 'noReply' ? 'a lifted handset' : 'none',
      heard: [],
      isMissing: false,
      missedAt: null,
      offer: null,
    };
    this.slips = [...this.slips, slip];
    this.#beginToListen(slip);
    this.#say(phone, `activated ${called}`, slip);
    this.#consider(slip);
  }

  #throwAway(slip: Slip, why: string): void {
    this.slips = this.slips.filter((one) => one !== slip);
    this.#questions.delete(slip.calling);
    this.ends.push(`${slip.calling} on ${slip.called} ${why}`);
    this.#listen();
  }

  /** Is there anything to tell? */
  #consider(slip: Slip): void {
    // Its time was over while nobody was there to count it: the next tick says so.
    if (slip.until <= this.now) return;
    const since = freeSince(slip);
    this.#noteWhetherMissed(slip, since !== null);
    if (since === null || !isFreeToBeTold(this.lines.get(slip.calling)) || this.now - since < this.rules.guard) return;
    slip.offer = { since, dialled: false };
    this.#say(slip.calling, `available ${slip.called} since ${since}`, slip);
    this.#say(slip.calling, 'twinkle');
    this.#listen();
  }

  #noteWhetherMissed(slip: Slip, isFree: boolean): void {
    const caller = this.lines.get(slip.calling) ?? 'unknown';
    const isMissing = isFree && !isFreeToBeTold(caller) && caller !== 'unknown';
    if (isMissing && !slip.isMissing && caller !== 'offline') slip.missedAt = this.now;
    slip.isMissing = isMissing;
  }

  #beginToListen(slip: Slip): void {
    this.#listen();
    slip.heard = [{ status: this.lines.get(slip.called) ?? 'unknown', at: this.now }];
  }

  /** The two lines of every slip that waits, and no other. */
  #listen(): void {
    const wanted = new Set(this.waiting().flatMap(({ calling, called }) => [calling, called]));
    for (const number of this.lines.keys()) if (!wanted.has(number)) this.lines.delete(number);
    for (const number of wanted) if (!this.lines.has(number)) this.lines.set(number, 'unknown');
  }

  #forgetLines(): void {
    for (const number of this.lines.keys()) this.lines.set(number, 'unknown');
    for (const slip of this.slips) {
      if (slip.offer) slip.offer.dialled = false;
      else slip.heard.push({ status: 'unknown', at: this.now });
      slip.isMissing = false;
    }
  }

  #say(phone: string, words: string, about: Said['about'] = null): void {
    this.said.push({ phone, words, about });
  }
}

/** Do not disturb is for other people's calls: whoever waits wants to be told. */
export const isFreeToBeTold = (status: Status | undefined): boolean => status === 'onHook' || status === 'doNotDisturb';

/** Since when the called line has been free by all that the slip tells, or null if it is not. */
export function freeSince({ proof, heard }: Slip): number | null {
  const [first] = heard.filter(({ status }) => status !== 'unknown');
  const mustBeLifted = proof === 'a lifted handset' || (proof !== 'none' && first?.status === 'onHook');
  if (mustBeLifted && !heard.some(({ status }) => status === 'offHook')) return null;
  const lastOther = heard.findLastIndex(({ status }) => status !== 'onHook');
  return heard[lastOther + 1]?.at ?? null;
}
