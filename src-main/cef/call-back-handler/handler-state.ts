import type { KnownStatus } from './availability';
import type { HandlerEffect } from './events';
import type { CallBackRequest, Reason } from './request';
import { VersionedMap } from './versioned-map';

/** "The Call Back Handler keeps this information in memory." Maps of versions: an event costs the same among many requests. */
export interface HandlerState {
  /** By calling phone: "The calling phone can have only one active Call Back request." */
  readonly requests: VersionedMap<string, CallBackRequest>;
  /** By directory number, the lines that are open. */
  readonly lines: VersionedMap<string, OpenLine>;
  /** By phone: which "already active" screen waits for OK. */
  readonly questions: VersionedMap<string, Question>;
  readonly lastTransaction: number;
}

export interface OpenLine {
  readonly status: KnownStatus;
  /** The phones whose requests need the line: "The called phone can have multiple Call Back requests applied to it." */
  readonly devices: readonly string[];
}

export interface Question {
  readonly transaction: number;
  readonly called: string;
  readonly reason: Reason;
}

/** A handler that knows of no request. */
export const emptyHandler = (): HandlerState => ({
  requests: new VersionedMap(),
  lines: new VersionedMap(),
  questions: new VersionedMap(),
  lastTransaction: 0,
});

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
