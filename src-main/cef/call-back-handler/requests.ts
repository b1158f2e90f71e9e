import { nextPhase } from './availability';
import type { EndNotice, HandlerEffect, Screen } from './events';
import { andThen, type HandlerState, type Outcome, outcome } from './handler-state';
import { closeFor, isOpen, openFor } from './open-lines';
import {
  type CallBackRequest,
  type End,
  holdsLines,
  keyOf,
  type Phase,
  type Reason,
  type RequestKey,
  watching,
} from './request';

function put(state: HandlerState, request: CallBackRequest): Outcome {
  const key = keyOf(request.device, request.called);
  const keys = state.phones.get(request.device) ?? [];
  return outcome(
    {
      ...state,
      requests: state.requests.set(key, request),
      phones: keys.includes(key) ? state.phones : state.phones.set(request.device, [...keys, key]),
    },
    [{ kind: 'save', request }],
  );
}

/** Sends a phone something: it is opened for that, unless a request of its own holds it open already. */
function sendOnce(state: HandlerState, device: string, ...effects: readonly HandlerEffect[]): Outcome {
  if (isOpen(state, device)) return outcome(state, effects);
  return outcome(state, [{ kind: 'openDevice', device }, ...effects, { kind: 'closeDevice', device }]);
}

export const showOnce = (state: HandlerState, device: string, screen: Screen): Outcome =>
  sendOnce(state, device, { kind: 'showScreen', device, screen });

export const closeScreenOnce = (state: HandlerState, device: string): Outcome =>
  sendOnce(state, device, { kind: 'closeScreen', device });

/** An end that the screen alone does not tell. */
export const tellOnce = (state: HandlerState, device: string, notice: EndNotice, xxxx: string): Outcome =>
  sendOnce(state, device, { kind: 'closeScreen', device }, { kind: 'tell', device, notice, xxxx });

/** "When Phone A activates Call Back, the following message displays": a new request, its lines opened. */
export function activate(
  state: HandlerState,
  device: string,
  calling: string,
  called: string,
  reason: Reason,
  now: number,
): Outcome {
  const { busyDuration, noReplyDuration } = state.parameters;
  const transaction = state.lastTransaction + 1;
  const request: CallBackRequest = {
    device,
    calling,
    called,
    reason,
    activatedAt: now,
    expiresAt: now + (reason === 'busy' ? busyDuration : noReplyDuration) * 1000,
    transaction,
    missedAt: null,
    phase: watching(reason),
  };
  const asked = { ...state, lastTransaction: transaction, questions: state.questions.delete(device) };
  const opened = andThen(put(asked, request), (next) => openFor(next, request, now));
  const told = andThen(opened, (next) =>
    outcome(next, [
      { kind: 'follow', device },
      { kind: 'showScreen', device, screen: { id: 'activated', xxxx: called, transaction } },
    ]),
  );
  // A line that is open already will not report again by itself.
  return andThen(told, (next) => look(next, keyOf(device, called), now));
}

/** Holds a request against what is known of its two lines. */
export function look(state: HandlerState, key: RequestKey, now: number): Outcome {
  const request = state.requests.get(key);
  // One whose time was over before the app was started again is ended by the next tick, and offers nothing any more.
  if (!request || request.expiresAt <= now) return outcome(state);
  const called = state.lines.get(request.called)?.status ?? 'unknown';
  // A's own line matters only once B is free.
  const calling = called === 'onHook' ? (state.lines.get(request.calling)?.status ?? 'unknown') : 'unknown';
  const guard = state.parameters.idleGuard * 1000;
  const phase = nextPhase(request, called, calling, now, guard);
  if (phase === request.phase) return outcome(state);
  // A phone that is not registered, as after a start of the app, misses nothing by talking.
  const missed = phase.kind === 'suspended' && request.phase.kind !== 'suspended' && calling !== 'offline';
  const missedAt = missed ? now : request.missedAt;
  const next: CallBackRequest = { ...request, phase, missedAt };
  // How long B is free already is learned anew after a restart, and needs no writing down.
  const changed = isSameButFree(request.phase, phase)
    ? outcome({ ...state, requests: state.requests.set(key, next) })
    : put(state, next);
  if (phase.kind === 'available') return andThen(changed, (after) => notify(after, next, phase.since));
  const at = phase.kind === 'watching' && phase.freeSince !== null ? phase.freeSince + guard : null;
  return at === null ? changed : andThen(changed, (after) => outcome(after, [{ kind: 'lookAgainAt', at }]));
}

const isSameButFree = (before: Phase, after: Phase): boolean =>
  before.kind === 'watching' && after.kind === 'watching'
    ? before.mustLiftFirst === after.mustLiftFirst && before.refused === after.refused
    : before.kind === 'suspended' && after.kind === 'suspended';

/**
 * "When the called line becomes available, the CEF service sends an audio alert (a twinkle sound) and visual
 * notification on the Cisco IP Phone through the Cisco CTIManager and XSI interfaces."
 */
function notify(state: HandlerState, request: CallBackRequest, since: number): Outcome {
  const { device, called, transaction } = request;
  const told = outcome(state, [
    { kind: 'showScreen', device, screen: { id: 'available', xxxx: called, since, transaction } },
    { kind: 'alert', device, delivery: `${transaction}/${since}` },
  ]);
  return andThen(told, (next) => closeFor(next, request));
}

/** Gives a request another phase by the user's doing: its lines are opened or closed with it. */
export function changePhase(state: HandlerState, request: CallBackRequest, phase: Phase, now: number): Outcome {
  const changed: CallBackRequest = { ...request, phase };
  const saved = put(state, changed);
  if (holdsLines(changed) === holdsLines(request)) return saved;
  if (!holdsLines(changed)) return andThen(saved, (next) => closeFor(next, changed));
  return andThen(
    andThen(saved, (next) => openFor(next, changed, now)),
    (next) => look(next, keyOf(request.device, request.called), now),
  );
}

/** Another request in the place of one of the phone's: for another number, or for the same one anew. */
export function replace(
  state: HandlerState,
  active: CallBackRequest,
  called: string,
  reason: Reason,
  now: number,
): Outcome {
  return andThen(end(state, active, 'replaced'), (next) =>
    activate(next, active.device, active.calling, called, reason, now),
  );
}

/** Every end goes through here: nothing stays open, and whoever keeps the log hears why. */
export function end(state: HandlerState, request: CallBackRequest, how: End): Outcome {
  const { device, called } = request;
  const key = keyOf(device, called);
  const keys = (state.phones.get(device) ?? []).filter((other) => other !== key);
  const closed = holdsLines(request) ? closeFor(state, request) : outcome(state);
  return andThen(closed, (next) => {
    const gone: HandlerState = {
      ...next,
      requests: next.requests.delete(key),
      phones: keys.length > 0 ? next.phones.set(device, keys) : next.phones.delete(device),
      questions: next.questions.delete(device),
    };
    const unfollow: readonly HandlerEffect[] = keys.length > 0 ? [] : [{ kind: 'unfollow', device }];
    return outcome(gone, [...unfollow, { kind: 'remove', device, called }, { kind: 'ended', request, end: how }]);
  });
}
