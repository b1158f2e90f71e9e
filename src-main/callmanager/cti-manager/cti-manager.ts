import type { Clock } from '../../base/clock';
import { listenForLinks } from '../../base/link/link-listener';
import { LogLimit } from '../../base/log-limit';
import type { LoopbackServer } from '../../base/loopback-server';
import type { ApplicationRoll } from '../../contract/cti-applications';
import type { CtiEvent, CtiPress } from '../../contract/cti-messages';
import type { LineDetail, LineStatus } from '../../contract/line-status';
import { ActiveApplication } from './active-application';
import { Deliveries } from './deliveries';
import { Presses } from './presses';
import { Provider, type ProviderPorts } from './provider';

export interface CtiManagerPorts extends Omit<ProviderPorts, 'redundancy' | 'traceStranger'> {
  readonly clock: Clock;
  /** The applications are others now, or another one is active. */
  onRoll(roll: ApplicationRoll): void;
  /** A key was pressed, and no application has come to take it. */
  onPressLost(device: string): void;
}

/** Of what whoever connects may cause. */
const LINES_AT_ONCE = 5;

/** CTIManager: what happens at phones and lines, told over TCP to the applications that have opened them. */
export class CtiManager {
  readonly #providers = new Set<Provider>();
  readonly #applications = new ActiveApplication();
  readonly #deliveries = new Deliveries();
  readonly #presses: Presses;
  #server: LoopbackServer | null = null;
  readonly #ports: ProviderPorts;

  readonly #whole: CtiManagerPorts;

  constructor(whole: CtiManagerPorts) {
    this.#whole = whole;
    const [applications, deliveries] = [this.#applications, this.#deliveries];
    const strangers = new LogLimit(whole.clock, LINES_AT_ONCE);
    const presses = new Presses(whole.clock, ({ device }) => {
      // One that is active and does not answer is another trouble: the phone sees that by itself.
      if (applications.roll.active === null) whole.onPressLost(device);
    });
    this.#presses = presses;
    const changed = (): void => this.#rollChanged();
    this.#ports = {
      ...whole,
      traceStranger: (text) => strangers.write('CTI link', text, whole.trace),
      redundancy: {
        opened: (provider, application) => {
          // It has connected anew: its connection of before is dead, and has not noticed yet.
          for (const other of this.#providers)
            if (other !== provider && other.instance === application.instance) other.drop('opened its provider anew');
          applications.join(application);
          changed();
        },
        isActive: (instance) => applications.isActive(instance),
        takeOver: (instance) => {
          const granted = applications.takeOver(instance);
          if (granted) changed();
          return { granted, delivered: granted ? deliveries.list() : [] };
        },
        standDown: (instance) => {
          applications.standDown(instance);
          presses.giveBack(instance);
          changed();
        },
        delivered: (device, delivery) => deliveries.add(device, delivery),
        takePresses: (instance) => presses.take(instance),
        answered: (device) => presses.answered(device),
      },
    };
  }

  /**
   * @param wanted "CTI Connecting Port—Default specifies port 2748"; another one is taken if it is not free
   * @returns the port
   */
  async listen(wanted: number): Promise<number> {
    const { clock } = this.#whole;
    this.#server = await listenForLinks({
      name: 'CTI link',
      wanted,
      clock,
      trace: this.#ports.traceStranger,
      onLink: (link) => {
        const provider = new Provider(link, this.#ports, clock);
        this.#providers.add(provider);
        provider.onDidClose(() => this.#closed(provider));
      },
    });
    return this.#server.port;
  }

  async close(): Promise<void> {
    this.#presses.stop();
    await this.#server?.close();
  }

  get roll(): ApplicationRoll {
    return this.#applications.roll;
  }

  lineStatus(number: string, status: LineStatus, detail: LineDetail | null = null): void {
    for (const provider of this.#providers) provider.lineStatus(number, status, detail);
  }

  /** The database has other lines than before. */
  linesChanged(): void {
    for (const provider of this.#providers) provider.closeLostLines();
  }

  callOutcome(event: Extract<CtiEvent, { kind: 'callConnected' | 'callFailed' }>): void {
    for (const provider of this.#providers) provider.callOutcome(event);
  }

  /**
   * Softkeys and their answers are the active application's business. In the moment in which one takes over from another, they
   * wait for it.
   *
   * @returns false if no application is there, neither an active one nor one that could take over
   */
  press(press: CtiPress): boolean {
    if (this.#applications.roll.applications.length === 0) return false;
    this.#presses.add(press);
    this.#active?.tellPressed();
    return true;
  }

  /** The phone is no longer part of the cluster. */
  deviceRemoved(device: string): void {
    this.#deliveries.forget(device);
    this.#presses.forget(device);
    this.#active?.notify({ kind: 'deviceRemoved', device });
  }

  get #active(): Provider | undefined {
    return [...this.#providers].find(({ instance }) => instance && this.#applications.isActive(instance));
  }

  #closed(provider: Provider): void {
    if (!this.#providers.delete(provider) || provider.instance === null) return;
    if ([...this.#providers].some(({ instance }) => instance === provider.instance)) return;
    this.#applications.leave(provider.instance);
    this.#presses.giveBack(provider.instance);
    this.#rollChanged();
  }

  #rollChanged(): void {
    const { roll } = this.#applications;
    for (const provider of this.#providers) provider.tellRoll(roll);
    this.#whole.onRoll(roll);
  }
}
