import { failure, type Result, success } from '../../../src-main/base/result';
import { type Cancel, type Clock, within } from '../clock';
import { runningOutput } from './running-output';
import type { OutputContext } from './sounds';

/** Milliseconds that a sound device may take to be opened. */
const DEVICE_TIMEOUT_MS = 1000;

/** Stands for a device that was in use and is no more: no device has this id. */
const GONE = 'gone';

/**
 * How long nothing must have sounded until the output goes to rest, in milliseconds: longer than an alert lasts, and than
 * somebody takes between two calls. An output that is awake costs the machine's time also when it plays nothing.
 */
const REST_AFTER = 30_000;

/**
 * Where sounds come out: a device, awake as long as something sounds, and for a while after.
 *
 * ```
 *   resting --ready--> awake --nothing was heard for REST_AFTER--> resting
 * ```
 */
export class Output {
  #chosen = '';
  /** The one that was chosen, or the system's own where that cannot be used. */
  #wished = '';
  #used = '';
  #taking: Promise<void> = Promise.resolve();
  #users = 0;
  #cancelRest: Cancel = () => {};

  readonly #context: () => OutputContext | null;
  readonly #clock: Clock;
  readonly #lost: (cause: string) => void;

  constructor(
    context: () => OutputContext | null,
    clock: Clock,
    /** Told once of each device that cannot be used: the system's own choice takes its place. */
    lost: (cause: string) => void,
  ) {
    this.#context = context;
    this.#clock = clock;
    this.#lost = lost;
  }

  /** @param device its id; an empty one is the system's own choice */
  choose(device: string): void {
    this.#chosen = device;
    this.#wished = device;
    const context = this.#context();
    // One that rests is asked when it is woken: a device is not opened before it is needed.
    if (context?.state === 'running') void this.#takeDevice(context);
  }

  /** The machine's devices are these now: one that went is missed at once, one that came back is used again. */
  devicesAre(ids: readonly string[]): void {
    const gone = this.#used !== '' && !ids.includes(this.#used);
    const back = this.#wished !== this.#chosen && ids.includes(this.#chosen);
    if (gone) this.#used = GONE;
    if (gone || back) this.choose(this.#chosen);
  }

  /** Keeps the output awake until the function that it returns is called. */
  enter(): () => void {
    this.#users += 1;
    this.#cancelRest();
    let entered = true;
    return () => {
      if (!entered) return;
      entered = false;
      this.#users -= 1;
      this.#restLater();
    };
  }

  /** Ready to be heard from, as far as a browser can tell; else why not. */
  async ready(): Promise<Result<undefined, string>> {
    this.#restLater();
    const context = this.#context();
    if (context !== null) await this.#takeDevice(context);
    const running = await runningOutput(context, this.#clock);
    if (running.ok || context?.state !== 'running') return running;
    // It says that it runs, and time does not pass: so it is after the machine has slept, or its sound service was started anew.
    await within(this.#clock, DEVICE_TIMEOUT_MS, context.suspend().catch(String), null);
    return runningOutput(context, this.#clock);
  }

  #restLater(): void {
    this.#cancelRest();
    if (this.#users > 0) return;
    this.#cancelRest = this.#clock.after(REST_AFTER, () => {
      this.#context()
        ?.suspend()
        .catch(() => {});
    });
  }

  /** One after the other: who comes second finds it done. */
  #takeDevice(context: OutputContext): Promise<void> {
    this.#taking = this.#taking.then(() => this.#takeWished(context));
    return this.#taking;
  }

  async #takeWished(context: OutputContext): Promise<void> {
    const wished = this.#wished;
    if (wished === this.#used) return;
    const taken = await this.#open(context, wished);
    if (taken.ok) {
      this.#used = wished;
      return;
    }
    // Not asked for again until somebody chooses: each ring would else be late, and each would be an alarm.
    if (this.#wished === wished) this.#wished = '';
    this.#used = '';
    await this.#open(context, '');
    this.#lost(taken.error);
  }

  async #open(context: OutputContext, device: string): Promise<Result<undefined, string>> {
    if (context.setSinkId === undefined) return failure('this browser cannot choose a sound device');
    const opened = context.setSinkId(device).then(
      () => success(undefined),
      (error: unknown) => failure(String(error)),
    );
    return within(this.#clock, DEVICE_TIMEOUT_MS, opened, failure('the sound device did not open in time'));
  }
}
