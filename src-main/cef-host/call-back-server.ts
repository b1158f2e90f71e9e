import { missingCase } from '../base/missing-case';
import type { PublishedStatus } from '../callmanager/ris-data-collector/ris-data-collector';
import type { Database } from '../cef/ports';
import type { DatabaseChange } from '../contract/change-messages';
import { changedAtOnce } from '../contract/parameter-list';
import { buildCallBackService, type CallBackService } from './call-back-service';
import { ServiceActivation } from './service-activation';
import type { ServiceHost } from './service-host';
import { ServiceRun } from './service-run';

export interface CallBackServerParts {
  readonly host: ServiceHost;
  readonly database: Database;
  /** Tells the phones whose requests these are. */
  isOurs(device: string): boolean;
  /** Of the cluster's own links. */
  readonly password: string;
  ctiPort(): number;
  /** Something that `published` says is otherwise. */
  onDidChange(): void;
}

/** One server of the cluster with the Cisco Extended Functions service on it, by the address that it has. */
export class CallBackServer {
  readonly activation: ServiceActivation;
  readonly #service: CallBackService;
  #run: ServiceRun | null = null;

  readonly #parts: CallBackServerParts;

  constructor(
    readonly address: string,
    parts: CallBackServerParts,
  ) {
    this.#parts = parts;
    const { host, database, password } = parts;
    const service = buildCallBackService(host, database, {
      isOurs: parts.isOurs,
      name: address === '127.0.0.1' ? 'CEF' : `CEF ${address}`,
      onDidChange: parts.onDidChange,
    });
    this.#service = service;
    this.activation = new ServiceActivation(service.cef, (redundant) => {
      const parameters = host.parameters.get();
      service.cef.restart(parameters);
      service.configure(parameters);
      this.#run = new ServiceRun({
        address,
        ctiPort: parts.ctiPort(),
        password,
        parameters,
        service: redundant,
        onChange: (change) => this.#onChange(change),
        trace: (text) => service.sdi.trace(text),
      });
      return this.#run;
    });
    service.cef.standBy(this.activation);
  }

  /** What RIS Data Collector is told. */
  get published(): PublishedStatus {
    const { cef } = this.#service;
    const { state } = this.activation;
    const [running, saved] = [cef.parameters, this.#parts.host.parameters.get()];
    const isThere = state !== 'deactivated';
    return {
      address: this.address,
      state,
      instance: isThere ? (this.#run?.instance ?? null) : null,
      notificationPort: isThere ? (this.#run?.notificationPort ?? null) : null,
      restartNeeded: isThere && JSON.stringify(changedAtOnce(running, saved)) !== JSON.stringify(saved),
      ...cef.status,
    };
  }

  stop(): void {
    this.activation.set('deactivated');
    this.#service.cef.stop();
  }

  #onChange(change: DatabaseChange): void {
    const { cef, sdi } = this.#service;
    switch (change.kind) {
      case 'serviceParameters':
        cef.parametersChanged(change.parameters);
        this.#parts.onDidChange();
        break;
      case 'trace':
        sdi.setTrace(change.level);
        break;
      case 'alarm':
        sdi.setAlarms(change.configuration);
        break;
      default:
        missingCase(change);
    }
  }
}
