import { missingCase } from '../../base/missing-case';
import type { HandlerEffect, HandlerEvent, Screen } from './events';
import { andThen, type HandlerState, type Outcome, outcome, requestFor, requestsOf } from './handler-state';
import { callBackPressed, userData } from './keys';
import { showList } from './list';
import { isOpen, openFor } from './open-lines';
import {
  type CallBackRequest,
  type End,
  holdsLines,
  keyOf,
  type Phase,
  phaseWhenRestored,
  phaseWithoutNews,
  type RequestKey,
  watching,
} from './request';
import { changePhase, closeScreenOnce, end, look, showOnce, tellOnce } from './requests';

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
    case 'servicesPressed':
      return showList(state, event.device, null, now);
    case 'deviceRemoved':
      return endAll(state, requestsOf(state, event.device), 'phoneRemoved');
    case 'parametersChanged':
      return outcome({ ...state, parameters: event.parameters });
    case 'linkLost':
      return outcome(forgetNews(state, now));
    case 'linkOpened':
      return outcome(forgetNews(state, now), everythingOpened(state));
    case 'restored':
      return event.requests.reduce<Outcome>(
        (before, request) => andThen(before, (next) => restore(next, request, event.offered ?? [], now)),
        outcome(state),
      );
    case 'tick':
      return andThen(expire(state, now), (next) => lookAgain(next, now));
    default:
      return missingCase(event);
  }
}

/** "When Phone B becomes available, both Phone A and Phone C receive notification." */
function lineStatus(state: HandlerState, event: Extract<HandlerEvent, { kind: 'lineStatus' }>, now: number): Outcome {
  const { number, status, detail = null } = event;
  const line = state.lines.get(number);
  // Reports of a line that was closed meanwhile may still be on their way.
  if (!line || (line.status === status && line.detail === detail)) return outcome(state);
  const since = line.status === status ? line.since : now;
  const detailSince = line.detail === detail ? line.detailSince : now;
  const lines = state.lines.set(number, { ...line, status, detail, since, detailSince });
  let after = outcome({ ...state, lines });
  if (line.status === status) return after;
  for (const key of line.keys) after = andThen(after, (next) => look(next, key, now));
  return status === 'offline' && !state.parameters.keepOnReset
    ? andThen(after, (next) => phoneReset(next, number))
    : after;
}

/** The chapter's cluster: "the Call Back Handler keeps this information in memory", and forgets it with the phone. */
function phoneReset(state: HandlerState, number: string): Outcome {
  const own = (state.lines.get(number)?.keys ?? [])
    .flatMap((key) => state.requests.get(key) ?? [])
    .filter(({ calling }) => calling === number);
  return own.reduce<Outcome>(
    (before, request) =>
      andThen(
        andThen(before, (next) => end(next, request, 'phoneReset')),
        (next) => tellOnce(next, request.device, 'endedPhoneReset', request.called),
      ),
    outcome(state),
  );
}

/** "When Phone A unsuccessfully tries to activate Call Back": the server's no may come after the request was taken up. */
function lineRefused(state: HandlerState, event: Extract<HandlerEvent, { kind: 'lineRefused' }>): Outcome {
  const waiting = (state.lines.get(event.number)?.keys ?? [])
    .flatMap((key) => state.requests.get(key) ?? [])
    .filter(({ called }) => called === event.number);
  return waiting.reduce<Outcome>((before, request) => {
    const screen: Screen =
      event.screen === 'serviceNotAvailable' ? { id: event.screen } : { id: event.screen, xxxx: event.number };
    const ended = andThen(before, (next) => end(next, request, 'refused'));
    return andThen(ended, (next) => showOnce(next, request.device, screen));
  }, outcome(state));
}

/** A talks with B, by Dial, by hand, or because B called: what the request was for has happened. */
function callConnected(state: HandlerState, event: Extract<HandlerEvent, { kind: 'callConnected' }>): Outcome {
  const request = requestFor(state, event.device, event.number);
  if (!request) return outcome(state);
  return andThen(end(state, request, 'connected'), (next) =>
    tellOnce(next, event.device, 'endedConnected', event.number),
  );
}

const BUSY_HERE = 486;
const BUSY_EVERYWHERE = 600;

/**
 * "The phone that initiates the Call Back first connects to Phone B." The other one meets busy, and keeps its request:
 * B is watched again. A recall that is not answered is from now on a request for want of a reply.
 */
function callFailed(state: HandlerState, event: Extract<HandlerEvent, { kind: 'callFailed' }>, now: number): Outcome {
  const request = requestFor(state, event.device, event.number);
  if (!request || holdsLines(request)) return outcome(state);
  const phase = phaseAfter(event.status);
  return andThen(changePhase(state, request, phase, now), (next) => closeScreenOnce(next, event.device));
}

function phaseAfter(status: number): Phase {
  if (status === BUSY_HERE || status === BUSY_EVERYWHERE) return { ...watching('busy'), refused: true };
  // RFC 3261, 21.5: "failure responses given when a server itself has erred". It says nothing of B.
  return status >= 500 && status < 600 ? watching('busy') : watching('noReply');
}

/** Nothing that was known of a line is known any more, nor for how long it has been so. */
function forgetNews(state: HandlerState, now: number): HandlerState {
  let { lines, requests } = state;
  for (const number of lines.keys()) {
    const line = lines.get(number);
    if (line) lines = lines.set(number, { ...line, status: 'unknown', detail: null, since: now, detailSince: now });
  }
  for (const request of requests.values()) {
    const phase = phaseWithoutNews(request.phase);
    if (phase !== request.phase) requests = requests.set(keyOf(request.device, request.called), { ...request, phase });
  }
  return { ...state, lines, requests };
}

/** After a lost link nothing is open any more at the other side. */
function everythingOpened(state: HandlerState): HandlerEffect[] {
  const devices = state.phones.keys();
  return [
    ...devices.map((device): HandlerEffect => ({ kind: 'follow', device })),
    ...devices
      .filter((device) => isOpen(state, device))
      .map((device): HandlerEffect => ({ kind: 'openDevice', device })),
    ...state.lines.keys().map((number): HandlerEffect => ({ kind: 'openLine', number })),
  ];
}

/** A request from the store: what the lines were then is forgotten, that the user wants to be told is not. */
function restore(state: HandlerState, stored: CallBackRequest, offered: readonly RequestKey[], now: number): Outcome {
  const key = keyOf(stored.device, stored.called);
  const request: CallBackRequest = { ...stored, phase: phaseWhenRestored(stored.phase, offered.includes(key)) };
  const keys = state.phones.get(request.device) ?? [];
  const known: HandlerState = {
    ...state,
    requests: state.requests.set(key, request),
    phones: state.phones.set(request.device, [...keys, key]),
    lastTransaction: Math.max(state.lastTransaction, request.transaction),
  };
  const followed = outcome(known, [{ kind: 'follow', device: request.device }]);
  return holdsLines(request) ? andThen(followed, (next) => openFor(next, request, now)) : followed;
}

const endAll = (state: HandlerState, requests: readonly CallBackRequest[], how: End): Outcome =>
  requests.reduce<Outcome>((before, request) => andThen(before, (next) => end(next, request, how)), outcome(state));

function expire(state: HandlerState, now: number): Outcome {
  let after = outcome(state);
  for (const request of state.requests.values()) {
    if (request.expiresAt > now) continue;
    after = andThen(after, (next) => end(next, request, 'expired'));
    after = andThen(after, (next) => showOnce(next, request.device, { id: 'expired', xxxx: request.called }));
  }
  return after;
}

/** Whoever had a while to dial first has had it. */
function lookAgain(state: HandlerState, now: number): Outcome {
  let after = outcome(state);
  for (const { phase, device, called } of state.requests.values())
    if (phase.kind === 'watching' && phase.freeSince !== null)
      after = andThen(after, (next) => look(next, keyOf(device, called), now));
  return after;
}
