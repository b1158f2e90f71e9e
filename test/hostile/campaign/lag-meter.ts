import type { Cluster } from '../../e2e/cluster-stories.ts';
import { askAgain } from './ask-again.ts';

/** Milliseconds. */
export interface Lag {
  /** How late the main process comes to a timer: the 99th of a hundred, and the worst. */
  readonly p99: number;
  readonly worst: number;
  /** From a key's press to the changed display, at the worst of those that were pressed meanwhile. */
  readonly keys: number;
}

interface Meter {
  late: number[];
}

declare global {
  interface Window {
    pressing: Promise<readonly number[]>;
    stopPressing(): void;
  }
}

/** Milliseconds between two looks at the clock, and between two keys. */
const EVERY = 10;
const BETWEEN_KEYS = 150;

/** Measures, while something is done to the app, how late its main process is and how its keys answer. */
export class LagMeter {
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  async install(): Promise<void> {
    await this.#cluster.app.application.evaluate((_electron, every) => {
      const meter: Meter = { late: [] };
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        meter.late.push(Math.max(0, now - last - every));
        last = now;
      }, every);
      Object.assign(globalThis, { lagMeter: meter });
    }, EVERY);
  }

  /** @returns what was measured while `act` ran, beside what it gives */
  async during<Result>(act: () => Promise<Result>): Promise<readonly [Result, Lag]> {
    await this.#startPressing();
    const { length: from } = await this.#late();
    let keys: readonly number[] = [];
    const result = await act().finally(async () => {
      keys = await this.#stopPressing();
    });
    const late = (await this.#late()).slice(from).sort((one, other) => one - other);
    const p99 = late[Math.floor(late.length * 0.99)] ?? 0;
    return [result, { p99, worst: late.at(-1) ?? 0, keys: Math.max(0, ...keys) }];
  }

  /** All since the start. */
  #late(): Promise<number[]> {
    return askAgain(() =>
      this.#cluster.app.application.evaluate(() => (globalThis as unknown as { lagMeter: Meter }).lagMeter.late),
    );
  }

  /** Digits come and go on the phone with the number 1001, as long as it takes. */
  async #startPressing(): Promise<void> {
    const { alice } = this.#cluster;
    await alice.press('NewCall');
    await alice.expectDisplay('Enter number');
    await alice.page.evaluate((between) => {
      let stopped = false;
      window.stopPressing = () => {
        stopped = true;
      };
      const display = document.querySelector('[role=log]') ?? document.body;
      const press = (name: string): void =>
        [...document.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === name)?.click();
      const pressed = (name: string): Promise<number> =>
        new Promise((resolve) => {
          const from = performance.now();
          const end = (): void => {
            observer.disconnect();
            clearTimeout(limit);
            resolve(performance.now() - from);
          };
          const observer = new MutationObserver(end);
          const limit = setTimeout(end, 10_000);
          observer.observe(display, { subtree: true, childList: true, characterData: true });
          press(name);
        });
      const work = async (): Promise<readonly number[]> => {
        const took: number[] = [];
        for (let at = 0; !stopped || at % 2 === 1; at++) {
          took.push(await pressed(at % 2 === 0 ? '5' : '<<'));
          await new Promise((resolve) => setTimeout(resolve, between));
        }
        return took;
      };
      window.pressing = work();
    }, BETWEEN_KEYS);
  }

  async #stopPressing(): Promise<readonly number[]> {
    const { alice } = this.#cluster;
    const took = await alice.page.evaluate(() => {
      window.stopPressing();
      return window.pressing;
    });
    await alice.press('EndCall');
    return took;
  }
}
