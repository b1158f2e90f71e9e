import type { LineDetail } from '../../contract/line-status';
import { DEFAULT_PARAMETERS, type ServiceParameters } from '../../contract/service-parameters';
import type { KnownStatus } from './availability';
import type { HandlerEffect } from './events';
import { type CallBackRequest, keyOf, type Reason, type RequestKey } from './request';
import { VersionedMap } from './versioned-map';

/** "The Call Back Handler keeps this information in memory." Maps of versions: an event costs the same among many requests. */
export interface HandlerState {
  readonly parameters: ServiceParameters;
  readonly requests: VersionedMap<RequestKey, CallBackRequest>;
  /** The requests of each calling phone, the latest last: "The calling phone can have only one active Call Back request." */
  readonly phones: VersionedMap<string, readonly RequestKey[]>;
  /** By directory number, the lines that are open. */
  readonly lines: VersionedMap<string, OpenLine>;
  /** By phone: which "already active" screen waits for OK. */
  readonly questions: VersionedMap<string, Question>;
  readonly lastTransaction: number;
}

export interface OpenLine {
  readonly status: KnownStatus;
  readonly detail: LineDetail | null;
  /** When it got that status, in milliseconds since the epoch. */
  readonly since: number;
  /** When it got that detail, or lost it. */
  readonly detailSince: number;
  /** The requests that need the line: "The called phone can have multiple Call Back requests applied to it." */
  readonly keys: readonly RequestKey[];
}

interface Question {
  readonly transaction: number;
  readonly called: string;
  readonly reason: Reason;
}

/** A handler that knows of no request. */
export const emptyHandler = (parameters: ServiceParameters = DEFAULT_PARAMETERS): HandlerState => ({
  parameters,
  requests: new VersionedMap(),
  phones: new VersionedMap(),
  lines: new VersionedMap(),
  questions: new VersionedMap(),
  lastTransaction: 0,
});

/** The phone's requests, the latest last. */
export const requestsOf = (state: HandlerState, device: string): readonly CallBackRequest[] =>
  (state.phones.get(device) ?? []).flatMap((key) => state.requests.get(key) ?? []);

export const requestFor = (state: HandlerState, device: string, called: string): CallBackRequest | undefined =>
  state.requests.get(keyOf(device, called));

export interface Outcome {
  readonly state: HandlerState;
  readonly effects: readonly HandlerEffect[];
}

const NOTHING: readonly HandlerEffect[] = [];

export const outcome = (state: HandlerState, effects: readonly HandlerEffect[] = NOTHING): Outcome => ({
  state,
  effects,
});

/** Goes on with another rule, and keeps what the rules before it want done. */
export function andThen(before: Outcome, rule: (state: HandlerState) => Outcome): Outcome {
  const after = rule(before.state);
  if (before.effects.length === 0) return after;
  return after.effects.length === 0
    ? outcome(after.state, before.effects)
    : outcome(after.state, [...before.effects, ...after.effects]);
}
