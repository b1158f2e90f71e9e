import type { CtiLink, RedundantService } from '../cef/ports';
import type { RedundantLink } from '../cef/redundancy-manager/redundant-link';
import type { Delivery } from '../contract/cti-applications';
import type { CtiEvent, CtiParameters, CtiRequest, CtiResult } from '../contract/cti-messages';
import { failure, type Result } from '../contract/result';

/**
 * What a tester can make of the Cisco Extended Functions service.
 *
 * - `activated`    it works
 * - `deactivated`  it is not there: "Service not available."
 * - `silent`       it is there, and answers nothing: "Call Back Service Failure."
 */
export const SERVICE_STATES = ['activated', 'deactivated', 'silent'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/** "Use Cisco CallManager Serviceability Service Activation to activate the Cisco Extended Functions service", and what undoes it. */
export class ServiceActivation implements CtiLink, RedundantService {
  private link: RedundantLink | null = null;
  private current: ServiceState = 'deactivated';

  /** @param connect makes the link to CTIManager, which tells the given service */
  constructor(
    private readonly service: RedundantService,
    private readonly connect: (service: RedundantService) => RedundantLink,
  ) {}

  get state(): ServiceState {
    return this.current;
  }

  set(state: ServiceState): void {
    if (state !== this.current) this.begin(state);
  }

  /** Service parameters that say so count from here on. */
  restart(): void {
    this.begin(this.current);
  }

  private begin(state: ServiceState): void {
    this.link?.stop();
    this.current = state;
    this.link = state === 'deactivated' ? null : this.connect(this);
    this.link?.start();
  }

  async request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>> {
    return this.link?.request(name, parameters) ?? failure('the service is not activated');
  }

  takeOver(delivered: readonly Delivery[]): void {
    if (this.current === 'activated') this.service.takeOver(delivered);
  }

  standDown(): void {
    if (this.current === 'activated') this.service.standDown();
  }

  onEvent(event: CtiEvent): void {
    if (this.current === 'activated') this.service.onEvent(event);
  }
}
