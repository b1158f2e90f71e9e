import type { Clock } from '../../base/clock';
import type { ApplicationRoll } from '../../contract/cti-applications';
import type { ServiceParameters } from '../../contract/service-parameters';
import { changesBetween } from './changes-between';
import { Receiver } from './receiver';

export interface DatabaseLayerMonitorPorts {
  readonly parameters: {
    get(): ServiceParameters;
    onDidChange(listener: (parameters: ServiceParameters) => void): () => void;
  };
  readonly password: string;
  readonly clock: Pick<Clock, 'after'>;
  trace(text: string): void;
}

/**
 * Cisco Database Layer Monitor: watches the database, and tells every Cisco Extended Functions application of what has changed in
 * it. Where the applications are it hears from CTIManager, at which they say to which port they want to be told.
 */
export class DatabaseLayerMonitor {
  readonly #receivers = new Map<string, Receiver>();
  readonly #stopWatching: () => void;
  #known: ServiceParameters;

  readonly #ports: DatabaseLayerMonitorPorts;

  constructor(ports: DatabaseLayerMonitorPorts) {
    this.#ports = ports;
    this.#known = ports.parameters.get();
    this.#stopWatching = ports.parameters.onDidChange((changed) => {
      const changes = changesBetween(this.#known, changed);
      this.#known = changed;
      for (const receiver of this.#receivers.values()) receiver.send(changes);
    });
  }

  setApplications({ applications }: ApplicationRoll): void {
    for (const [instance, receiver] of this.#receivers) {
      if (applications.some((application) => application.instance === instance)) continue;
      this.#receivers.delete(instance);
      receiver.stop();
    }
    const { password, clock, trace } = this.#ports;
    for (const { instance, port } of applications) {
      if (this.#receivers.has(instance)) continue;
      const receiver = new Receiver(port, { password, clock, trace, whole: () => changesBetween(null, this.#known) });
      this.#receivers.set(instance, receiver);
      receiver.start();
    }
  }

  stop(): void {
    this.#stopWatching();
    for (const receiver of this.#receivers.values()) receiver.stop();
    this.#receivers.clear();
  }
}
