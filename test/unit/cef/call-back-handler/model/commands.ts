import fc from 'fast-check';
import { NUMBERS, type Trial } from './trial';

/** Something that happens in a trial, and can be read in a report of what went wrong. */
class Happening implements fc.Command<Trial, Trial> {
  readonly #words: string;
  readonly #happen: (trial: Trial) => void;
  readonly #needsLink: boolean;

  constructor(words: string, happen: (trial: Trial) => void, needsLink = true) {
    this.#words = words;
    this.#happen = happen;
    this.#needsLink = needsLink;
  }

  check(trial: Readonly<Trial>): boolean {
    return !this.#needsLink || trial.sheet.isLinked;
  }

  run(trial: Trial): void {
    this.#happen(trial);
  }

  toString(): string {
    return this.#words;
  }
}

const number = fc.constantFrom(...NUMBERS);
/** Two who call, two who are called, mostly: stories meet more often where there are few. */
const calling = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('1001', '1003') }, { weight: 1, arbitrary: number });
const called = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('1002', '1004') }, { weight: 1, arbitrary: number });
const outcome = fc.constantFrom('busy' as const, 'busy' as const, 'noReply' as const, 'unreachable' as const);
const standing = fc.oneof(
  { weight: 9, arbitrary: fc.constant('free to wait for' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('not found' as const, 'not allowed' as const, 'forwards all calls' as const),
  },
);
const when = fc.constantFrom('inOrder' as const, 'inOrder' as const, 'reversed' as const, 'later' as const);
const status = fc.constantFrom(
  'onHook' as const,
  'onHook' as const,
  'offHook' as const,
  'ringing' as const,
  'offline' as const,
  'doNotDisturb' as const,
);
const key = fc.constantFrom('Dial', 'Dial', 'Cancel', 'OK', 'OK', 'More', 'Next', 'CancelAll', 'nonsense');
const back = fc.constantFrom(0, 0, 0, 0, 1, 2);
const refusal = fc.constantFrom(486, 486, 600, 480, 487, 404, 503);
const moment = fc.constantFrom(1, 500, 1000, 2999, 3000, 3001, 12_000, 15_000, 60_000);
const long = fc.constantFrom(3_599_000, 3_600_000, 7_200_000, 10_800_000);
const time = fc.oneof({ weight: 12, arbitrary: moment }, { weight: 1, arbitrary: long });

const activate = fc.tuple(calling, called, outcome, standing, when).map(
  ([at, to, how, so, answers]) =>
    new Happening(`${at} presses CallBack on ${to}: ${how}, ${so}, answers ${answers}`, (trial) => {
      trial.press(at, to, how, so);
      trial.answer(answers);
    }),
);

/** The usual way: A calls a busy B, presses CallBack, hangs up. */
const waitForBusy = fc.tuple(calling, called).map(
  ([at, to]) =>
    new Happening(`${at} waits for ${to}, which talks`, (trial) => {
      trial.line(to, 'offHook');
      trial.line(at, 'offHook');
      trial.press(at, to, 'busy', 'free to wait for');
      trial.answer('inOrder');
      trial.line(at, 'onHook');
    }),
);

const hangUp = fc.tuple(called, fc.constantFrom(0, 2999, 3000, 15_000)).map(
  ([at, milliseconds]) =>
    new Happening(`${at} hangs up, ${milliseconds} ms pass`, (trial) => {
      trial.line(at, 'onHook');
      trial.pass(milliseconds);
    }),
);

/** Dial on the screen that is shown, and what becomes of the call; `null`: they talk. */
const dial = fc.tuple(calling, fc.constantFrom(null, 486, 480, 503), fc.boolean(), fc.boolean()).map(
  ([at, failed, lifts, by]) =>
    new Happening(`${at} calls whom it is offered by ${by ? 'Dial' : 'hand'}: ${failed ?? 'they talk'}`, (trial) => {
      const to = trial.sheet.slipsOf(at).find(({ offer }) => offer)?.called ?? '1002';
      if (by) {
        trial.pressIdle(at);
        trial.key(at, 'Dial', 0);
      }
      trial.line(at, 'offHook');
      if (failed === null || lifts) trial.line(to, 'offHook');
      if (failed === null) trial.talked(at, to);
      else trial.notAnswered(at, to, failed);
      trial.answer('inOrder');
      trial.line(at, 'onHook');
    }),
);

/** One number more than the phone may wait for; the question is answered when it is no question any more. */
const lateAnswer = calling.map(
  (at) =>
    new Happening(`${at} is asked, one of its requests ends, it presses OK`, (trial) => {
      for (const to of NUMBERS) trial.press(at, to, 'busy', 'free to wait for');
      trial.answer('inOrder');
      trial.talked(at, '1002');
      trial.key(at, 'OK', 0);
    }),
);

const simple: readonly fc.Arbitrary<Happening>[] = [
  fc.tuple(number, status).map(([at, how]) => new Happening(`${at} is ${how}`, (trial) => trial.line(at, how))),
  fc.tuple(calling, key, back).map(
    ([at, pressed, which]) =>
      new Happening(`${at} presses ${pressed} of screen -${which}`, (trial) => {
        trial.key(at, pressed, which);
        trial.answer('inOrder');
      }),
  ),
  time.map((milliseconds) => new Happening(`${milliseconds} ms pass`, (trial) => trial.pass(milliseconds), false)),
];

const rare: readonly fc.Arbitrary<Happening>[] = [
  lateAnswer,
  calling.map((at) => new Happening(`${at} presses CallBack, idle`, (trial) => trial.pressIdle(at))),
  calling.map((at) => new Happening(`${at} presses Services`, (trial) => trial.services(at))),
  calling.map((at) => new Happening(`${at} presses Exit`, (trial) => trial.exit(at), false)),
  fc.tuple(number, number).map(([at, to]) => new Happening(`${at} talks with ${to}`, (trial) => trial.talked(at, to))),
  fc.tuple(number, number, refusal).map(
    ([at, to, how]) =>
      new Happening(`${at} calls ${to}: ${how}`, (trial) => {
        trial.notAnswered(at, to, how);
        trial.answer('reversed');
      }),
  ),
  fc
    .tuple(number, status)
    .map(([at, how]) => new Happening(`${at} is reported ${how} late`, (trial) => trial.lateReport(at, how))),
  when.map((how) => new Happening(`answers: ${how}`, (trial) => trial.answer(how))),
  number.map((at) => new Happening(`${at} cannot be followed`, (trial) => trial.refused(at))),
  number.map((at) => new Happening(`${at} is removed`, (trial) => trial.phoneRemoved(at))),
  fc.constant(new Happening('the link is lost', (trial) => trial.linkLost())),
  when.map(
    (how) =>
      new Happening(
        `the link is opened, answers ${how}`,
        (trial) => {
          trial.linkOpened();
          trial.answer(how);
        },
        false,
      ),
  ),
  fc.tuple(when, fc.oneof(fc.constant(0), time)).map(
    ([how, milliseconds]) =>
      new Happening(
        `killed, started again after ${milliseconds} ms, answers ${how}`,
        (trial) => {
          trial.restart(milliseconds);
          trial.linkOpened();
          trial.answer(how);
        },
        false,
      ),
  ),
];

/** Each thing that can happen, the usual ones more often: fast-check takes all of them as often as they stand here. */
export const HAPPENINGS: readonly fc.Arbitrary<Happening>[] = [
  activate,
  waitForBusy,
  waitForBusy,
  waitForBusy,
  hangUp,
  hangUp,
  hangUp,
  dial,
  dial,
  ...simple,
  ...simple,
  ...simple,
  ...rare,
];
