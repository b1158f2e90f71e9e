import { missingCase } from '../../contract/missing-case';
import type { HandlerEffect, HandlerEvent, Screen } from './events';
import { andThen, type HandlerState, type Outcome, outcome } from './handler-state';
import { callBackPressed, userData } from './keys';
import { openFor } from './open-lines';
import { type CallBackRequest, holdsLines, type Phase, watching } from './request';
import { changePhase, closeScreenOnce, end, look, showOnce } from './requests';

/**
 * The Call Back Handler: one event in, the next state and what is to be done out.
 *
 * @param now milliseconds since the epoch
 */
export function reduceHandler(state: HandlerState, event: HandlerEvent, now: number): Outcome {
  switch (event.kind) {
    case 'callBackPressed':
      return callBackPressed(state, event, now);
    case 'lineStatus':
      return lineStatus(state, event, now);
    case 'lineRefused':
      return lineRefused(state, event);
    case 'userData':
      return userData(state, event, now);
    case 'callConnected':
      return callConnected(state, event);
    case 'callFailed':
      return callFailed(state, event, now);
    case 'deviceRemoved': {
      const request = state.requests.get(event.device);
      return request ? end(state, request, 'phoneRemoved') : outcome(state);
    }
    case 'linkLost':
      return outcome({ ...state, lines: forgetStatus(state) });
    case 'linkOpened':
      return outcome(state, everythingOpened(state));
    case 'restored':
      return event.requests.reduce<Outcome>(
        (before, request) => andThen(before, (next) => restore(next, request)),
        outcome(state),
      );
    case 'tick':
      return expire(state, now);
    default:
      return missingCase(event);
  }
}

/** "When Phone B becomes available, both Phone A and Phone C receive notification." */
function lineStatus(state: HandlerState, event: Extract<HandlerEvent, { kind: 'lineStatus' }>, now: number): Outcome {
  const line = state.lines.get(event.number);
  // Reports of a line that was closed meanwhile may still be on their way.
  if (!line || line.status === event.status) return outcome(state);
  const lines = state.lines.set(event.number, { ...line, status: event.status });
  let after = outcome({ ...state, lines });
  for (const device of line.devices) after = andThen(after, (next) => look(next, device, now));
  return after;
}

/** "When Phone A unsuccessfully tries to activate Call Back": the server's no may come after the request was taken up. */
function lineRefused(state: HandlerState, event: Extract<HandlerEvent, { kind: 'lineRefused' }>): Outcome {
  const waiting = (state.lines.get(event.number)?.devices ?? [])
    .map((device) => state.requests.get(device))
    .filter((request) => request?.called === event.number);
  return waiting.reduce<Outcome>((before, request) => {
    if (!request) return before;
    const screen: Screen =
      event.screen === 'serviceNotAvailable' ? { id: event.screen } : { id: event.screen, xxxx: event.number };
    const ended = andThen(before, (next) => end(next, request, 'refused'));
    return andThen(ended, (next) => showOnce(next, request.device, screen));
  }, outcome(state));
}

/** A talks with B, by Dial, by hand, or because B called: what the request was for has happened. */
function callConnected(state: HandlerState, event: Extract<HandlerEvent, { kind: 'callConnected' }>): Outcome {
  const request = state.requests.get(event.device);
  if (request?.called !== event.number) return outcome(state);
  return andThen(end(state, request, 'connected'), (next) => closeScreenOnce(next, event.device));
}

const BUSY_HERE = 486;
const BUSY_EVERYWHERE = 600;

/**
 * "The phone that initiates the Call Back first connects to Phone B." The other one meets busy, and keeps its request:
 * B is watched again. A recall that is not answered is from now on a request for want of a reply.
 */
function callFailed(state: HandlerState, event: Extract<HandlerEvent, { kind: 'callFailed' }>, now: number): Outcome {
  const request = state.requests.get(event.device);
  if (request?.called !== event.number || holdsLines(request)) return outcome(state);
  const phase = phaseAfter(event.status);
  return andThen(changePhase(state, request, phase, now), (next) => closeScreenOnce(next, event.device));
}

function phaseAfter(status: number): Phase {
  if (status === BUSY_HERE || status === BUSY_EVERYWHERE)
    return { kind: 'watching', mustLiftFirst: false, refused: true };
  // RFC 3261, 21.5: "failure responses given when a server itself has erred". It says nothing of B.
  return status >= 500 && status < 600 ? watching('busy') : watching('noReply');
}

const forgetStatus = ({ lines }: HandlerState): HandlerState['lines'] =>
  lines.keys().reduce((map, number) => {
    const line = map.get(number);
    return line ? map.set(number, { ...line, status: 'unknown' }) : map;
  }, lines);

/** After a lost link nothing is open any more at the other side. */
function everythingOpened(state: HandlerState): HandlerEffect[] {
  const requests = state.requests.values();
  return [
    ...requests.map(({ device }): HandlerEffect => ({ kind: 'follow', device })),
    ...requests.filter(holdsLines).map(({ device }): HandlerEffect => ({ kind: 'openDevice', device })),
    ...state.lines.keys().map((number): HandlerEffect => ({ kind: 'openLine', number })),
  ];
}

/** A request from the store: what the lines were then is forgotten, what was promised to the user is not. */
function restore(state: HandlerState, stored: CallBackRequest): Outcome {
  const { phase } = stored;
  const request: CallBackRequest =
    phase.kind === 'recalling' ? { ...stored, phase: { kind: 'available', since: phase.since } } : stored;
  const known: HandlerState = {
    ...state,
    requests: state.requests.set(request.device, request),
    lastTransaction: Math.max(state.lastTransaction, request.transaction),
  };
  const followed = outcome(known, [{ kind: 'follow', device: request.device }]);
  return holdsLines(request) ? andThen(followed, (next) => openFor(next, request)) : followed;
}

function expire(state: HandlerState, now: number): Outcome {
  let after = outcome(state);
  for (const request of state.requests.values()) {
    if (request.expiresAt > now) continue;
    after = andThen(after, (next) => end(next, request, 'expired'));
    after = andThen(after, (next) => showOnce(next, request.device, { id: 'expired', xxxx: request.called }));
  }
  return after;
}
