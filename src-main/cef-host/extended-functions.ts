import { systemClock } from '../base/system-clock';
import { DatabaseLayerMonitor } from '../callmanager/database-layer-monitor/database-layer-monitor';
import { RisDataCollector } from '../callmanager/ris-data-collector/ris-data-collector';
import type { Database } from '../cef/ports';
import { inOrder } from '../cef/redundancy-manager/order';
import type { ApplicationRoll } from '../contract/cti-applications';
import type { Serviceability } from '../contract/serviceability';
import { ServerTable } from '../store/server-table';
import { CallBackServers, MAX_SERVERS } from './call-back-servers';
import type { ServiceHost } from './service-host';

export interface ExtendedFunctionsParts {
  readonly host: ServiceHost;
  readonly database: Database;
  /** Tells the phones whose requests it is to take up. */
  isOurs(device: string): boolean;
  /** Of the cluster's own links. */
  readonly password: string;
  /** Cisco CTIManager, once it listens. */
  ctiManager(): { readonly ctiPort: number; readonly applications: ApplicationRoll };
}

/**
 * Figure 4-2: Cisco Extended Functions on one server or several, and beside them Cisco Database Layer Monitor and Cisco RIS Data
 * Collector, on which they depend.
 */
export class ExtendedFunctions implements Serviceability {
  readonly servers: CallBackServers;
  readonly #monitor: DatabaseLayerMonitor;
  readonly #collector: RisDataCollector;
  readonly #stopViewing: () => void;

  constructor(parts: ExtendedFunctionsParts) {
    const { host, database, password, ctiManager } = parts;
    this.servers = new CallBackServers(new ServerTable(host.database), {
      host,
      database,
      isOurs: parts.isOurs,
      password,
      ctiPort: () => ctiManager().ctiPort,
      onDidChange: () => this.#collector.changed(),
    });
    const sdi = host.sdiOf('DatabaseLayerMonitor');
    this.#monitor = new DatabaseLayerMonitor({
      parameters: host.parameters,
      password,
      clock: systemClock,
      trace: (text) => sdi.trace(text),
    });
    this.#collector = new RisDataCollector({
      clock: systemClock,
      mostServers: MAX_SERVERS,
      ctiPort: () => ctiManager().ctiPort,
      roll: () => ctiManager().applications,
      inOrder: ({ applications }) => inOrder(applications),
      services: () => this.servers.list().map(({ published }) => published),
      alarms: () => host.eventViewer.list(),
    });
    this.#stopViewing = host.eventViewer.onDidChange(() => this.#collector.changed());
  }

  /** CTIManager listens. */
  start(): void {
    this.servers.set('activated');
  }

  onApplications(roll: ApplicationRoll): void {
    this.#monitor.setApplications(roll);
    this.#collector.changed();
  }

  readonly serviceability: Serviceability['serviceability'] = () => this.#collector.report();

  readonly act: Serviceability['act'] = (action) => this.servers.act(action);

  readonly onDidChange: Serviceability['onDidChange'] = (listener) => this.#collector.onDidChange(listener);

  stop(): void {
    this.servers.stop();
    this.#monitor.stop();
    this.#stopViewing();
    this.#collector.stop();
  }
}
