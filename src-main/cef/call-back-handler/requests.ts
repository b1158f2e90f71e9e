import { nextPhase } from './availability';
import type { HandlerEffect, Screen } from './events';
import { andThen, type HandlerState, type Outcome, outcome } from './handler-state';
import { closeFor, openFor } from './open-lines';
import { type CallBackRequest, DURATION, type End, holdsLines, type Phase, type Reason, watching } from './request';

const put = (state: HandlerState, request: CallBackRequest): Outcome =>
  outcome({ ...state, requests: state.requests.set(request.device, request) }, [{ kind: 'save', request }]);

/** Sends a phone something: it is opened for that, unless its own request holds it open already. */
function sendOnce(state: HandlerState, device: string, effect: HandlerEffect): Outcome {
  const request = state.requests.get(device);
  if (request && holdsLines(request)) return outcome(state, [effect]);
  return outcome(state, [{ kind: 'openDevice', device }, effect, { kind: 'closeDevice', device }]);
}

export const showOnce = (state: HandlerState, device: string, screen: Screen): Outcome =>
  sendOnce(state, device, { kind: 'showScreen', device, screen });

export const closeScreenOnce = (state: HandlerState, device: string): Outcome =>
  sendOnce(state, device, { kind: 'closeScreen', device });

/** "When Phone A activates Call Back, the following message displays": a new request, its lines opened. */
export function activate(
  state: HandlerState,
  device: string,
  calling: string,
  called: string,
  reason: Reason,
  now: number,
): Outcome {
  const transaction = state.lastTransaction + 1;
  const request: CallBackRequest = {
    device,
    calling,
    called,
    reason,
    activatedAt: now,
    expiresAt: now + DURATION[reason],
    transaction,
    phase: watching(reason),
  };
  const opened = andThen(
    put({ ...state, lastTransaction: transaction, questions: state.questions.delete(device) }, request),
    (next) => openFor(next, request),
  );
  const told = andThen(opened, (next) =>
    outcome(next, [
      { kind: 'follow', device },
      { kind: 'showScreen', device, screen: { id: 'activated', xxxx: called, transaction } },
    ]),
  );
  // A line that is open already will not report again by itself.
  return andThen(told, (next) => look(next, device, now));
}

/** Holds a request against what is known of its two lines. */
export function look(state: HandlerState, device: string, now: number): Outcome {
  const request = state.requests.get(device);
  if (!request) return outcome(state);
  const called = state.lines.get(request.called)?.status ?? 'unknown';
  // A's own line matters only once B is free.
  const calling = called === 'onHook' ? (state.lines.get(request.calling)?.status ?? 'unknown') : 'unknown';
  const phase = nextPhase(request, called, calling, now);
  if (phase === request.phase) return outcome(state);
  const changed = put(state, { ...request, phase });
  return phase.kind === 'available'
    ? andThen(changed, (next) => notify(next, { ...request, phase }, phase.since))
    : changed;
}

/**
 * "When the called line becomes available, the CEF service sends an audio alert (a twinkle sound) and visual
 * notification on the Cisco IP Phone through the Cisco CTIManager and XSI interfaces."
 */
function notify(state: HandlerState, request: CallBackRequest, since: number): Outcome {
  const { device, called, transaction } = request;
  const told = outcome(state, [
    { kind: 'showScreen', device, screen: { id: 'available', xxxx: called, since, transaction } },
    { kind: 'alert', device },
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
    andThen(saved, (next) => openFor(next, changed)),
    (next) => look(next, request.device, now),
  );
}

/** Another request in the place of the phone's own: for another number, or for the same one anew. */
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
  const { device } = request;
  const gone = { ...state, requests: state.requests.delete(device), questions: state.questions.delete(device) };
  const closed = holdsLines(request) ? closeFor(gone, request) : outcome(gone);
  return andThen(closed, (next) =>
    outcome(next, [
      { kind: 'unfollow', device },
      { kind: 'remove', device },
      { kind: 'ended', request, end: how },
    ]),
  );
}
