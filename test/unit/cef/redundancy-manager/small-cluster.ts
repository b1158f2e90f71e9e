import { ActiveApplication } from '../../../../src-main/callmanager/cti-manager/active-application.ts';
import { Presses } from '../../../../src-main/callmanager/cti-manager/presses.ts';
import type { CtiLink, RedundantService } from '../../../../src-main/cef/ports.ts';
import { inOrder } from '../../../../src-main/cef/redundancy-manager/order.ts';
import { RedundancyManager } from '../../../../src-main/cef/redundancy-manager/redundancy-manager.ts';
import type { CtiApplication } from '../../../../src-main/contract/cti-applications.ts';
import type { CtiEvent } from '../../../../src-main/contract/cti-messages.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

/** One application, and the wire between it and CTIManager: each way keeps its order, and each message takes its time. */
class Member implements RedundantService {
  readonly manager: RedundancyManager;
  readonly toApplication: (() => void)[] = [];
  readonly toCtiManager: (() => void)[] = [];
  works = false;
  /** CTIManager still knows of the connection. */
  joined = true;

  readonly #cluster: SmallCluster;

  constructor(
    readonly application: CtiApplication,
    cluster: SmallCluster,
  ) {
    this.#cluster = cluster;
    const request = (name: string): Promise<unknown> =>
      new Promise((resolve) => {
        this.toCtiManager.push(() => {
          const value = cluster.answer(this, name);
          this.toApplication.push(() => resolve({ ok: true, value }));
        });
      });
    this.manager = new RedundancyManager(application.instance, { request } as CtiLink, this, () => {});
  }

  takeOver(): void {
    this.works = true;
    this.#cluster.check();
  }
  /** It shows the phone something: that takes its time too, and may be lost with its connection. */
  onEvent(event: CtiEvent): void {
    if (!this.works) this.#cluster.clash = true;
    if (event.kind === 'servicesPressed') this.toCtiManager.push(() => this.#cluster.shown(this, event.device));
  }
  standDown(): void {
    this.works = false;
  }
}

/** CTIManager's own book of applications, and managers that hear of it late. */
export class SmallCluster {
  readonly #book = new ActiveApplication();
  #members: Member[] = [];
  #count = 0;
  /** Time stands still: no press is ever overdue. */
  readonly #presses = new Presses(new ManualClock(), () => {});
  /** The phones on which a key was pressed that CTIManager has taken, each with how often it was answered. */
  readonly answers = new Map<string, number>();
  /** Two worked at once. */
  clash = false;

  /** A service starts, and its provider is open. */
  start(address: string): void {
    this.#count += 1;
    const member = new Member({ application: 'CEF', address, port: 2552, instance: `i${this.#count}` }, this);
    this.#members.push(member);
    this.#book.join(member.application);
    member.toApplication.push(() => member.manager.onDidOpen());
    this.#tellAll();
  }

  /** A service dies at once, with all that is on its wires. CTIManager sees its socket close. */
  kill(index: number): void {
    const member = this.#members[index % Math.max(1, this.#members.length)];
    if (!member) return;
    member.works = false;
    this.#members = this.#members.filter((other) => other !== member);
    this.#forget(member);
  }

  /** A key is pressed at a phone of its own. Nobody is there: its user is told so at once. */
  press(): void {
    if (this.#book.roll.applications.length === 0) return;
    const device = `phone ${this.answers.size}`;
    this.answers.set(device, 0);
    this.#presses.add({ kind: 'servicesPressed', device });
    const active = this.#members.find(({ application }) => this.#book.isActive(application.instance));
    active?.toApplication.push(() => active.manager.onPressed());
  }

  /** CTIManager listens to the active application alone. */
  shown(member: Member, device: string): void {
    if (!member.joined || !this.#book.isActive(member.application.instance)) return;
    this.#presses.answered(device);
    this.answers.set(device, (this.answers.get(device) ?? 0) + 1);
  }

  /** One message arrives somewhere. */
  async deliver(choice: number): Promise<void> {
    const wires = this.#members
      .flatMap(({ toApplication, toCtiManager }) => [toApplication, toCtiManager])
      .filter(({ length }) => length > 0);
    wires[choice % Math.max(1, wires.length)]?.shift()?.();
    // What an application does upon an answer, it does before the next message comes.
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    this.check();
  }

  async settle(): Promise<void> {
    while (this.#members.some(({ toApplication, toCtiManager }) => toApplication.length + toCtiManager.length > 0))
      await this.deliver(0);
  }

  get working(): readonly CtiApplication[] {
    return this.#members.filter(({ works }) => works).map(({ application }) => application);
  }

  get lowest(): readonly CtiApplication[] {
    return inOrder(this.#members.map(({ application }) => application)).slice(0, 1);
  }

  check(): void {
    if (this.working.length > 1) this.clash = true;
  }

  answer(member: Member, name: string): unknown {
    if (!member.joined) return { granted: false, delivered: [], presses: [] };
    const { instance } = member.application;
    if (name === 'presses/take') return { presses: this.#book.isActive(instance) ? this.#presses.take(instance) : [] };
    if (name === 'redundancy/standDown') {
      this.#book.standDown(instance);
      this.#presses.giveBack(instance);
      this.#tellAll();
      return {};
    }
    const granted = this.#book.takeOver(instance);
    if (granted) this.#tellAll();
    return { granted, delivered: [] };
  }

  #forget(member: Member): void {
    member.joined = false;
    this.#book.leave(member.application.instance);
    this.#presses.giveBack(member.application.instance);
    this.#tellAll();
  }

  #tellAll(): void {
    const { roll } = this.#book;
    for (const { toApplication, manager } of this.#members) toApplication.push(() => manager.onRoll(roll));
  }
}
