import { failure, type Result } from '../base/result';
import type { CtiLink, RedundantService } from '../cef/ports';
import type { Delivery } from '../contract/cti-applications';
import type { CtiEvent, CtiParameters, CtiRequest, CtiResult } from '../contract/cti-messages';
import type { ServiceState } from '../contract/serviceability';

/** A service that runs, and its way to CTIManager. */
export interface Running extends CtiLink {
  start(): void;
  stop(): void;
}

/** "Use Cisco CallManager Serviceability Service Activation to activate the Cisco Extended Functions service", and what undoes it. */
export class ServiceActivation implements CtiLink, RedundantService {
  #running: Running | null = null;
  #current: ServiceState = 'deactivated';

  readonly #service: RedundantService;
  readonly #run: (service: RedundantService) => Running;

  /** @param run makes a service that tells the given one what it hears */
  constructor(service: RedundantService, run: (service: RedundantService) => Running) {
    this.#service = service;
    this.#run = run;
  }

  get state(): ServiceState {
    return this.#current;
  }

  set(state: ServiceState): void {
    if (state !== this.#current) this.#begin(state);
  }

  /** Service parameters that say so count from here on. */
  restart(): void {
    this.#begin(this.#current);
  }

  #begin(state: ServiceState): void {
    this.#running?.stop();
    this.#current = state;
    this.#running = state === 'deactivated' ? null : this.#run(this);
    this.#running?.start();
  }

  async request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>> {
    return this.#running?.request(name, parameters) ?? failure('the service is not activated');
  }

  takeOver(delivered: readonly Delivery[]): void {
    if (this.#current === 'activated') this.#service.takeOver(delivered);
  }

  standDown(): void {
    if (this.#current === 'activated') this.#service.standDown();
  }

  onEvent(event: CtiEvent): void {
    if (this.#current === 'activated') this.#service.onEvent(event);
  }
}
