import type { Clock } from '../../base/clock';
import type { Result } from '../../base/result';
import type { CtiParameters, CtiRequest, CtiResult } from '../../contract/cti-messages';
import type { CtiLink, RedundantService } from '../ports';
import { QbeHelper, type QbeHelperOptions } from '../qbe-helper/qbe-helper';
import { RedundancyManager } from './redundancy-manager';

/** The CTIManager link of one application among others. */
export class RedundantLink implements CtiLink {
  readonly #helper: QbeHelper;
  readonly #manager: RedundancyManager;

  constructor(options: QbeHelperOptions, clock: Clock, service: RedundantService, trace: (text: string) => void) {
    this.#manager = new RedundancyManager(options.application.instance, this, service, trace);
    this.#helper = new QbeHelper(options, clock, this.#manager, trace);
  }

  start(): void {
    this.#helper.start();
  }

  stop(): void {
    this.#helper.stop();
    this.#manager.onDidClose();
  }

  request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>> {
    return this.#helper.request(name, parameters);
  }
}
