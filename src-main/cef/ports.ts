import type { Result } from '../base/result';
import type { Delivery } from '../contract/cti-applications';
import type { CtiEvent, CtiParameters, CtiRequest, CtiResult } from '../contract/cti-messages';
import type { ServiceParameters } from '../contract/service-parameters';
import type { AlarmEvent } from '../contract/serviceability';
import type { Destination } from './call-back-handler/eligibility';
import type { HandlerEvent } from './call-back-handler/events';
import type { CallBackRequest } from './call-back-handler/request';

/** What the Call Back service needs from outside. */

export type { CallFeatures, Destination } from './call-back-handler/eligibility';
export type { CallBackRequest } from './call-back-handler/request';
export { requestSchema } from './call-back-handler/request-schema';

/** The Cisco CallManager database, as far as the DBL library asks it. */
export interface Database {
  findDestination(number: string): Destination;
  /** The user locale of the phone, e.g. "English_United_States". */
  localeOf(device: string): string;
}

/** Keeps the requests over a restart. Every call is done when it returns. */
export interface RequestStore {
  /** From now on this service alone writes: whoever did before is refused. */
  takeOver(): void;
  load(): readonly CallBackRequest[];
  /**
   * Makes of several calls one: all of them are done when it returns, or none ever is.
   *
   * @throws what `write` throws, and NotTheWriter if another service has taken over
   */
  together(write: () => void): void;
  save(request: CallBackRequest): void;
  remove(device: string, called: string): void;
}

/** Another service writes now. What this one wanted to write is not in the store. */
export class NotTheWriter extends Error {}

/** The CTIManager link, or whatever stands in its place for somebody else's SIP server. */
export interface CtiLink {
  request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>>;
}

export interface CtiLinkListener {
  onDidOpen(): void;
  onDidClose(): void;
  onEvent(event: CtiEvent): void;
}

/** The service at a link of which others have an end too: it works while it is active, and knows nothing while it is not. */
export interface RedundantService {
  /** @param delivered what the phones have had already from whoever was active before */
  takeOver(delivered: readonly Delivery[]): void;
  onEvent(event: CtiEvent): void;
  /** When this returns nothing is written any more. */
  standDown(): void;
}

/** Writes down all that the Call Back Handler learns, to see it again elsewhere. Times in milliseconds since the epoch. */
export interface HandlerRecorder {
  started(parameters: ServiceParameters, now: number): void;
  heard(event: HandlerEvent, now: number): void;
}

/** How much a line matters. `detail` is kept for whoever looks for a fault, and not shown to whoever watches. */
export type SdiLevel = 'alarm' | 'error' | 'trace' | 'detail';

/** SDI trace and alarm: where the lines go. */
export interface SdiSink {
  write(level: SdiLevel, line: string): void;
  /** An alarm for the Event Viewer. */
  event?(event: Omit<AlarmEvent, 'number'>): void;
}
