import type { Clock } from '../../base/clock';
import type { ApplicationRoll } from '../../contract/cti-applications';
import type { AlarmEvent, ServerReport, ServiceabilityReport } from '../../contract/serviceability';

/** What a service says of itself; the rest is known at CTIManager. */
export type PublishedStatus = Omit<ServerReport, 'registered' | 'place' | 'active'> & {
  readonly instance: string | null;
};

export interface RisDataCollectorPorts {
  readonly clock: Pick<Clock, 'after'>;
  readonly mostServers: number;
  ctiPort(): number;
  roll(): ApplicationRoll;
  /** The applications in the order of the algorithm. */
  inOrder(roll: ApplicationRoll): readonly { readonly instance: string }[];
  services(): readonly PublishedStatus[];
  alarms(): readonly AlarmEvent[];
}

/** Milliseconds. A story makes many changes at once, and nobody reads so fast. */
const TOGETHER = 200;

/**
 * Cisco RIS Data Collector: "To verify the directory status and Cisco Extended Functions application registration status to the
 * Cisco CTIManager, use the Real-Time Monitoring Tool".
 */
export class RisDataCollector {
  readonly #listeners = new Set<() => void>();
  #cancel: (() => void) | null = null;

  readonly #ports: RisDataCollectorPorts;

  constructor(ports: RisDataCollectorPorts) {
    this.#ports = ports;
  }

  report(): ServiceabilityReport {
    const ports = this.#ports;
    const roll = ports.roll();
    const order = ports.inOrder(roll);
    const servers = ports.services().map(({ instance, ...status }): ServerReport => {
      const place = order.findIndex((application) => application.instance === instance);
      return {
        ...status,
        registered: place >= 0,
        place: place >= 0 ? place : null,
        active: instance !== null && roll.active === instance,
      };
    });
    return { ctiPort: ports.ctiPort(), servers, mostServers: ports.mostServers, alarms: [...ports.alarms()] };
  }

  /** Something is otherwise. Whoever watches is told, once for all that comes together. */
  changed(): void {
    if (this.#cancel !== null) return;
    this.#cancel = this.#ports.clock.after(TOGETHER, () => {
      this.#cancel = null;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /** @returns ends the listening */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#cancel?.();
    this.#listeners.clear();
  }
}
