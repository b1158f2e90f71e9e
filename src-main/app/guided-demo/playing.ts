import type { PhoneStatus } from '../../phone/phone-status';
import type { GuidedDemoPorts } from './guided-demo';
import { type Act, type Cast, captionOf, isIdle, type Scene, STORY } from './story';

export interface Pace {
  /** It goes on by the presenter's Next alone. */
  readonly paused: boolean;
  readonly speed: number;
}

export type End = 'over' | 'ended' | 'stuck' | 'tooFew';

/** At speed 1, in milliseconds. */
const TO_READ = 4000;
const BETWEEN_KEYS = 450;
/** Out of a screen or a list, a call, and a form or a number: the first that a phone offers. */
const WAYS_OUT = ['Exit', 'EndCall', 'Cancel'] as const;
/** At any speed: longer than the Call Back service leaves to the called person to dial first. */
const TIMEOUT_MS = 30_000;

/** One run through the story. What it waits for ends it early when the run ends. */
export class Playing {
  #ended = false;
  #skip = false;
  /** Looks whether what is waited for is there. */
  #check: () => void = () => {};
  #devices: readonly string[] = [];

  readonly #ports: GuidedDemoPorts;
  readonly #pace: () => Pace;
  readonly #show: (step: number, caption: string) => void;

  constructor(ports: GuidedDemoPorts, pace: () => Pace, show: (step: number, caption: string) => void) {
    this.#ports = ports;
    this.#pace = pace;
    this.#show = show;
  }

  needs(device: string): boolean {
    return this.#devices.includes(device);
  }

  end(): void {
    this.#ended = true;
    this.#check();
  }

  next(): void {
    this.#skip = true;
    this.#check();
  }

  paceChanged(): void {
    this.#check();
  }

  look(): void {
    this.#check();
  }

  async play(): Promise<End> {
    // The phones of a cluster that has just been started are not there yet.
    await this.#until(() => this.#registered.length >= 3);
    if (this.#ended) return 'ended';
    if (this.#registered.length < 3) return 'tooFew';
    this.#devices = this.#registered.slice(0, 3).map(({ name }) => name);
    this.#ports.showPhones(this.#devices);
    if (!(await this.tidy())) return this.#ended ? 'ended' : 'stuck';
    for (const [at, step] of STORY.entries()) {
      const { cast } = this.#scene;
      this.#show(at + 1, captionOf(step, cast));
      await this.#reading();
      for (const act of step.acts)
        if (!this.#ended && !(await this.#act(act, cast))) return this.#ended ? 'ended' : 'stuck';
      if (!(await this.#until(() => step.until(this.#scene)))) return this.#ended ? 'ended' : 'stuck';
    }
    return 'over';
  }

  /** Hangs up whatever goes on on the three phones, and cancels their Call Backs. @returns false if they do not become idle */
  async tidy(): Promise<boolean> {
    if (this.#devices.length === 0) this.#devices = this.#registered.slice(0, 3).map(({ name }) => name);
    for (const device of this.#devices) {
      const idle = (): boolean => {
        const phone = this.#phone(device);
        return !phone || isIdle(phone);
      };
      // A screen may lie under a call, another call under that, and a menu of several lists under all of them.
      for (let turn = 0; turn < 12 && !idle(); turn++) {
        WAYS_OUT.some((key) => this.#ports.pressSoftkey(device, key));
        await this.#pause(BETWEEN_KEYS);
      }
      if (this.#ended || !idle()) return false;
      const waits = (): boolean => this.#ports.desk().callBacks.some((one) => one.device === device);
      for (let turn = 0; turn < 6 && waits(); turn++) {
        this.#ports.pressSoftkey(device, 'CallBack');
        await this.#until(() => this.#phone(device)?.screen === true);
        this.#ports.pressSoftkey(device, 'Cancel');
        await this.#until(() => idle() || !waits());
      }
      if (this.#ended || waits()) return false;
    }
    return true;
  }

  get #registered(): readonly PhoneStatus[] {
    return this.#ports.desk().phones.filter(({ registered }) => registered);
  }

  get #scene(): Scene {
    const [a, b, c] = this.#devices.map((device) => this.#phone(device));
    if (!a || !b || !c) {
      // One was removed: nothing of what the story waits for will ever be so.
      this.#ended = true;
      return { cast: NOBODY, callBacks: [] };
    }
    return { cast: { a, b, c }, callBacks: this.#ports.desk().callBacks };
  }

  #phone(device: string): PhoneStatus | undefined {
    return this.#ports.desk().phones.find(({ name }) => name === device);
  }

  /** @returns false if the phone does not offer the key */
  async #act(act: Act, cast: Cast): Promise<boolean> {
    const device = cast[act.who].name;
    if ('key' in act) {
      if (!this.#ports.pressSoftkey(device, act.key)) return false;
      await this.#pause(BETWEEN_KEYS);
      return !this.#ended;
    }
    for (const digit of cast[act.dials].number) {
      if (this.#ended) return false;
      this.#ports.pressDigit(device, digit);
      await this.#pause(BETWEEN_KEYS);
    }
    return !this.#ended;
  }

  /** As long as the caption takes, or until the presenter says Next. */
  async #reading(): Promise<void> {
    this.#skip = false;
    let timeIsUp = false;
    let cancel = (): void => {};
    let running = 0;
    const run = (): void => {
      const { paused, speed } = this.#pace();
      if (running === (paused ? 0 : speed)) return;
      cancel();
      running = paused ? 0 : speed;
      if (paused) return;
      cancel = this.#ports.clock.after(TO_READ / speed, () => {
        timeIsUp = true;
        this.#check();
      });
    };
    await this.#checked(() => {
      run();
      return this.#ended || this.#skip || timeIsUp;
    });
    cancel();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((over) => {
      this.#ports.clock.after(milliseconds / this.#pace().speed, over);
    });
  }

  /** @returns false if it does not become so */
  async #until(fact: () => boolean): Promise<boolean> {
    let late = false;
    const cancel = this.#ports.clock.after(TIMEOUT_MS, () => {
      late = true;
      this.#check();
    });
    let is = false;
    await this.#checked(() => {
      is = fact();
      return is || late || this.#ended;
    });
    cancel();
    return is && !this.#ended;
  }

  /** Looks at once, and then whenever something has happened. */
  #checked(done: () => boolean): Promise<void> {
    return new Promise((over) => {
      this.#check = () => {
        if (!done()) return;
        this.#check = () => {};
        over();
      };
      this.#check();
    });
  }
}

const NO_PHONE: PhoneStatus = {
  name: '',
  number: '',
  displayName: '',
  registered: false,
  calls: [],
  muted: false,
  doNotDisturb: false,
  offHook: false,
  failed: false,
  screen: false,
  menu: false,
};
const NOBODY: Cast = { a: NO_PHONE, b: NO_PHONE, c: NO_PHONE };
