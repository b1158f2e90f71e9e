import type { CtiLink, CtiLinkListener } from '../cef/ports';
import type { QbeHelper } from '../cef/qbe-helper/qbe-helper';
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
export class ServiceActivation implements CtiLink, CtiLinkListener {
  private helper: QbeHelper | null = null;
  private current: ServiceState = 'deactivated';

  /** @param connect makes the link to CTIManager, which tells the given listener */
  constructor(
    private readonly service: CtiLinkListener,
    private readonly connect: (listener: CtiLinkListener) => QbeHelper,
  ) {}

  get state(): ServiceState {
    return this.current;
  }

  set(state: ServiceState): void {
    if (state === this.current) return;
    this.helper?.stop();
    if (this.helper) this.service.onDidClose();
    this.current = state;
    this.helper = state === 'deactivated' ? null : this.connect(this);
    this.helper?.start();
  }

  async request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>> {
    return this.helper?.request(name, parameters) ?? failure('the service is not activated');
  }

  onDidOpen(): void {
    if (this.current === 'activated') this.service.onDidOpen();
  }

  onDidClose(): void {
    if (this.current === 'activated') this.service.onDidClose();
  }

  onEvent(event: CtiEvent): void {
    if (this.current === 'activated') this.service.onEvent(event);
  }
}
