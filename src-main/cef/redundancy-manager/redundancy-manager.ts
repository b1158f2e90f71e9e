import type { ApplicationRoll } from '../../contract/cti-applications';
import type { CtiEvent } from '../../contract/cti-messages';
import type { CtiLink, RedundantService } from '../ports';
import type { QbeListener } from '../qbe-helper/qbe-helper';
import { inOrder } from './order';

const NOBODY: ApplicationRoll = { applications: [], active: null };

/**
 * "When multiple Cisco Extended Functions are active within a Cisco CallManager cluster, the redundancy manager uses an algorithm
 * to determine which CEF is active and which is the backup CEF."
 *
 * ```
 *              lowest address, and nobody is active: takeOver granted
 *   closed ──open──> backup ──────────────────────────────────────────> active
 *     ^                ^ └──────────────── a lower one is there ──────────┘ │
 *     └── link lost ───┴─────────────────────────────────────── link lost ──┘
 * ```
 * Each application applies the algorithm to the list that CTIManager sends to all of them: "If you add any new applications to the
 * cluster, Cisco Extended Functions restarts the algorithm." Who is active stops working before it stands down, and the next one
 * takes over after that, so that two never work at once. Whoever loses the link does not know whether another works by now, and
 * stops too.
 */
export class RedundancyManager implements QbeListener {
  #roll = NOBODY;
  /** With this list CTIManager would not let us take over: another one will follow. */
  #refusedWith: ApplicationRoll | null = null;
  /** Counts the links; null = there is none now. */
  #link: number | null = null;
  #links = 0;
  #active = false;
  #settling = false;
  /** Presses are on their way to us. */
  #taking: Promise<void> | null = null;

  readonly #instance: string;
  readonly #cti: CtiLink;
  readonly #service: RedundantService;
  readonly #trace: (text: string) => void;

  constructor(
    /** Ours among the applications. */
    instance: string,
    cti: CtiLink,
    service: RedundantService,
    trace: (text: string) => void,
  ) {
    this.#instance = instance;
    this.#cti = cti;
    this.#service = service;
    this.#trace = trace;
  }

  onDidOpen(): void {
    this.#links += 1;
    this.#link = this.#links;
    void this.#settle();
  }

  onRoll(roll: ApplicationRoll): void {
    this.#roll = roll;
    void this.#settle();
  }

  onEvent(event: CtiEvent): void {
    if (this.#active) this.#service.onEvent(event);
  }

  onPressed(): void {
    void this.#takePresses();
  }

  onDidClose(): void {
    this.#link = null;
    this.#roll = NOBODY;
    this.#refusedWith = null;
    if (this.#active) this.#stopWorking('the link to CTIManager is lost');
  }

  /** One step at a time: what comes meanwhile is seen by the next. */
  async #settle(): Promise<void> {
    if (this.#settling) return;
    this.#settling = true;
    for (let step = this.#nextStep(); step; step = this.#nextStep()) await step();
    this.#settling = false;
  }

  #nextStep(): (() => Promise<void>) | null {
    const [roll, link, active] = [this.#roll, this.#link, this.#active];
    const place = inOrder(roll.applications).findIndex(({ instance }) => instance === this.#instance);
    // Before the first list nobody knows.
    if (link === null || place < 0) return null;
    if (active) return place === 0 ? null : () => this.#standDown(place);
    // CTIManager may have let us take over, and its answer came too late.
    const isFree = roll.active === null || roll.active === this.#instance;
    return place === 0 && isFree && roll !== this.#refusedWith ? () => this.#takeOver(link, roll) : null;
  }

  async #takeOver(link: number, roll: ApplicationRoll): Promise<void> {
    const answer = await this.#cti.request('redundancy/takeOver', {});
    if (this.#link !== link) return;
    if (!answer.ok || !answer.value.granted) {
      this.#refusedWith = roll;
      return;
    }
    this.#active = true;
    this.#trace(`active, the first of ${roll.applications.length}`);
    this.#service.takeOver(answer.value.delivered);
    // What was pressed while nobody was active.
    void this.#takePresses();
  }

  /** One question at a time; a press that comes meanwhile is told, and asked for by the next. */
  async #takePresses(): Promise<void> {
    while (this.#taking) await this.#taking;
    if (!this.#active) return;
    this.#taking = this.#askForPresses();
    await this.#taking;
  }

  async #askForPresses(): Promise<void> {
    const link = this.#link;
    const answer = await this.#cti.request('presses/take', {});
    this.#taking = null;
    if (!answer.ok || this.#link !== link || !this.#active) return;
    for (const press of answer.value.presses) this.#service.onEvent(press);
  }

  async #standDown(place: number): Promise<void> {
    // What we have taken is ours to answer.
    while (this.#taking) await this.#taking;
    if (!this.#active) return;
    this.#stopWorking(`backup ${place}: an application with a lower address is there`);
    await this.#cti.request('redundancy/standDown', {});
  }

  #stopWorking(why: string): void {
    this.#active = false;
    this.#trace(why);
    this.#service.standDown();
  }
}
