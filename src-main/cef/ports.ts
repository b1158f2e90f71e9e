import type { CtiEvent, CtiParameters, CtiRequest, CtiResult } from '../contract/cti-messages';
import type { Result } from '../contract/result';
import type { ServiceParameters } from '../contract/service-parameters';
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
  load(): readonly CallBackRequest[];
  /** Makes of several calls one: all of them are done when it returns, or none ever is. @throws what `write` throws */
  together(write: () => void): void;
  save(request: CallBackRequest): void;
  remove(device: string, called: string): void;
}

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

/** Writes down all that the Call Back Handler learns, to see it again elsewhere. Times in milliseconds since the epoch. */
export interface HandlerRecorder {
  started(parameters: ServiceParameters, now: number): void;
  heard(event: HandlerEvent, now: number): void;
}

/** SDI trace and alarm: where the lines go. */
export interface SdiSink {
  write(line: string): void;
  /** Kept for whoever looks for a fault, and not shown to whoever watches. */
  writeDetail(line: string): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once; the result takes it back. */
  after(milliseconds: number, callBack: () => void): () => void;
}
