import { type Refusal, refusalOf } from './eligibility';
import type { HandlerEvent, Screen } from './events';
import { andThen, type HandlerState, type Outcome, outcome } from './handler-state';
import type { CallBackRequest, Reason } from './request';
import { activate, changePhase, closeScreenOnce, end, replace, showOnce } from './requests';

type Pressed = Extract<HandlerEvent, { kind: 'callBackPressed' }>;
type Answered = Extract<HandlerEvent, { kind: 'userData' }>;

/** The CallBack softkey. */
export function callBackPressed(state: HandlerState, event: Pressed, now: number): Outcome {
  const { device, calling, called } = event;
  const active = state.requests.get(device);
  if (!called) return showStatus(state, device);
  const refusal: Refusal | null = refusalOf(called.destination, calling, called.number);
  // "When Phone A unsuccessfully tries to activate Call Back, the following message displays"
  if (refusal) return showOnce(state, device, { id: refusal, xxxx: called.number });
  // A phone that never rang is waited for like a busy one: until it is there and on hook.
  const reason: Reason = called.outcome === 'noReply' ? 'noReply' : 'busy';
  if (!active) return activate(state, device, calling, called.number, reason, now);
  // The same number once more: with today's reason and the full time.
  if (active.called === called.number) return replace(state, active, called.number, reason, now);
  // "When Phone A tries to activate Call Back and it is already active, the following message displays"
  const transaction = state.lastTransaction + 1;
  const question = { transaction, called: called.number, reason };
  const asking = { ...state, lastTransaction: transaction, questions: state.questions.set(device, question) };
  return showOnce(asking, device, { id: 'alreadyActive', xxxx: active.called, yyyy: called.number, transaction });
}

/** CallBack on an idle phone: how things stand. */
function showStatus(state: HandlerState, device: string): Outcome {
  const request = state.requests.get(device);
  return showOnce(state, device, request ? screenOf(request) : { id: 'notActive' });
}

function screenOf(request: CallBackRequest): Screen {
  const { called: xxxx, transaction, phase } = request;
  return phase.kind === 'available' || phase.kind === 'recalling'
    ? { id: 'available', xxxx, since: phase.since, transaction }
    : { id: 'activated', xxxx, transaction };
}

/** A key of one of our screens. One of a screen that is out of date shows how things stand instead. */
export function userData(state: HandlerState, event: Answered, now: number): Outcome {
  const { device, transaction, data } = event;
  const request = state.requests.get(device);
  const question = state.questions.get(device);
  if (data === 'OK' && request && question?.transaction === transaction)
    return replace(state, request, question.called, question.reason, now);
  if (!request || request.transaction !== transaction) return showStatus(state, device);
  // "Press Cancel to deactivate."
  if (data === 'Cancel') return andThen(end(state, request, 'cancelled'), (next) => closeScreenOnce(next, device));
  // "Press Dial to Call."
  if (data === 'Dial' && request.phase.kind === 'available')
    return andThen(changePhase(state, request, { kind: 'recalling', since: request.phase.since }, now), (next) =>
      outcome(next, [{ kind: 'dial', device, number: request.called }]),
    );
  return showStatus(state, device);
}
