import { randomUUID } from 'node:crypto';
import type { Database } from '../cef/ports';
import { RedundantLink } from '../cef/redundancy-manager/redundant-link';
import { systemClock } from '../shell/system-clock';
import { buildCallBackService } from './call-back-service';
import type { Machine } from './machine';
import { ServiceActivation } from './service-activation';

export interface CallBackServerParts {
  readonly machine: Machine;
  readonly database: Database;
  /** Tells the phones whose requests these are. */
  isOurs(device: string): boolean;
  readonly ctiPassword: string;
  ctiPort(): number;
}

/** One server of the cluster with the Cisco Extended Functions service on it, by the address that it has. */
export class CallBackServer {
  readonly activation: ServiceActivation;
  private readonly service: ReturnType<typeof buildCallBackService>;

  constructor(
    readonly address: string,
    parts: CallBackServerParts,
  ) {
    const { machine, database, ctiPassword } = parts;
    const service = buildCallBackService(machine, database, parts.isOurs);
    this.service = service;
    this.activation = new ServiceActivation(service.cef, (redundant) => {
      const parameters = machine.parameters.get();
      return new RedundantLink(
        {
          host: '127.0.0.1',
          port: parts.ctiPort(),
          application: {
            application: 'Cisco Extended Functions',
            address,
            port: parameters.changeNotificationPort,
            instance: randomUUID(),
          },
          password: ctiPassword,
          retryAfter: parameters.connectionRetryTimeOut,
          openWithin: parameters.providerOpenCallTimeOut,
          answerWithin: parameters.synchronousRequestTimeOut,
          heartBeatInterval: parameters.heartBeatInterval,
        },
        systemClock,
        redundant,
        (text) => service.sdi.trace(text),
      );
    });
    service.cef.standBy(this.activation);
  }

  stop(): void {
    this.service.stopListening();
    this.activation.set('deactivated');
    this.service.cef.stop();
  }
}
