import { randomUUID } from 'node:crypto';
import { errorWords } from '../base/error-words';
import { failure, type Result } from '../base/result';
import { systemClock } from '../base/system-clock';
import { DbChangeNotifier } from '../cef/db-change-notifier/db-change-notifier';
import type { CtiLink, RedundantService } from '../cef/ports';
import { RedundantLink } from '../cef/redundancy-manager/redundant-link';
import type { DatabaseChange } from '../contract/change-messages';
import type { CtiParameters, CtiRequest, CtiResult } from '../contract/cti-messages';
import type { ServiceParameters } from '../contract/service-parameters';

export interface ServiceRunParts {
  readonly address: string;
  readonly ctiPort: number;
  /** Of the cluster's own links. */
  readonly password: string;
  readonly parameters: ServiceParameters;
  readonly service: RedundantService;
  onChange(change: DatabaseChange): void;
  trace(text: string): void;
}

/** The Cisco Extended Functions service from its start to its end: first it can be told of changes, then it goes to CTIManager. */
export class ServiceRun implements CtiLink {
  readonly instance = randomUUID();
  readonly #notifier: DbChangeNotifier;
  #link: RedundantLink | null = null;
  #stopped = false;
  #port: number | null = null;

  readonly #parts: ServiceRunParts;

  constructor(parts: ServiceRunParts) {
    this.#parts = parts;
    this.#notifier = new DbChangeNotifier(parts.password, parts.onChange, parts.trace);
  }

  /** "CBB Change Notification TCP Port", as it was free; null = not yet. */
  get notificationPort(): number | null {
    return this.#port;
  }

  start(): void {
    void this.#begin();
  }

  stop(): void {
    this.#stopped = true;
    this.#link?.stop();
    void this.#notifier.close();
  }

  async request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>> {
    return this.#link?.request(name, parameters) ?? failure('the service is not started yet');
  }

  async #begin(): Promise<void> {
    const { address, ctiPort, password, parameters, service, trace } = this.#parts;
    try {
      this.#port = await this.#notifier.listen(parameters.changeNotificationPort);
    } catch (error) {
      // It works all the same, and hears of changes when it is started again.
      trace(`changes of the database cannot be heard: ${errorWords(error)}`);
    }
    if (this.#stopped) return void this.#notifier.close();
    this.#link = new RedundantLink(
      {
        host: '127.0.0.1',
        port: ctiPort,
        application: {
          application: 'Cisco Extended Functions',
          address,
          port: this.#port ?? 0,
          instance: this.instance,
        },
        password,
        retryAfter: parameters.connectionRetryTimeOut,
        openWithin: parameters.providerOpenCallTimeOut,
        answerWithin: parameters.synchronousRequestTimeOut,
        heartBeatInterval: parameters.heartBeatInterval,
      },
      systemClock,
      service,
      trace,
    );
    this.#link.start();
  }
}
