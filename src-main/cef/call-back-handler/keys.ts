import { type Refusal, refusalOf } from './eligibility';
import type { HandlerEvent, Screen } from './events';
import { andThen, type HandlerState, type Outcome, outcome, requestFor, requestsOf } from './handler-state';
import { showList, showTimes } from './list';
import type { CallBackRequest, Reason } from './request';
import { activate, changePhase, end, replace, showOnce, tellOnce } from './requests';

type Pressed = Extract<HandlerEvent, { kind: 'callBackPressed' }>;
type Answered = Extract<HandlerEvent, { kind: 'userData' }>;

/** The CallBack softkey. */
export function callBackPressed(state: HandlerState, event: Pressed, now: number): Outcome {
  const { device, calling, called } = event;
  if (!called) return showStatus(state, device);
  const refusal: Refusal | null = refusalOf(called.destination, calling, called.number);
  // "When Phone A unsuccessfully tries to activate Call Back, the following message displays"
  if (refusal) return showOnce(state, device, { id: refusal, xxxx: called.number });
  // A phone that never rang is waited for like a busy one: until it is there and on hook.
  const reason: Reason = called.outcome === 'noReply' ? 'noReply' : 'busy';
  // The same number once more: with today's reason and the full time.
  const same = requestFor(state, device, called.number);
  if (same) return replace(state, same, called.number, reason, now);
  const [oldest, ...others] = requestsOf(state, device);
  if (!oldest || others.length + 1 < state.parameters.requestsPerPhone)
    return activate(state, device, calling, called.number, reason, now);
  // "When Phone A tries to activate Call Back and it is already active, the following message displays"
  const transaction = state.lastTransaction + 1;
  const question = { transaction, called: called.number, reason };
  const asking = { ...state, lastTransaction: transaction, questions: state.questions.set(device, question) };
  return showOnce(asking, device, { id: 'alreadyActive', xxxx: oldest.called, yyyy: called.number, transaction });
}

/** CallBack on an idle phone: how things stand. Whoever is available goes first, then the latest request. */
function showStatus(state: HandlerState, device: string): Outcome {
  const requests = requestsOf(state, device);
  const request = requests.find(isAvailable) ?? requests.at(-1);
  return showOnce(state, device, request ? screenOf(request) : { id: 'notActive' });
}

const isAvailable = ({ phase }: CallBackRequest): boolean => phase.kind === 'available' || phase.kind === 'recalling';

function screenOf(request: CallBackRequest): Screen {
  const { called: xxxx, transaction, phase } = request;
  return phase.kind === 'available' || phase.kind === 'recalling'
    ? { id: 'available', xxxx, since: phase.since, transaction }
    : { id: 'activated', xxxx, transaction };
}

/** A key of one of our screens. One of a screen that is out of date shows how things stand instead. */
export function userData(state: HandlerState, event: Answered, now: number): Outcome {
  const { device, transaction, data } = event;
  const requests = requestsOf(state, device);
  const question = state.questions.get(device);
  const [oldest] = requests;
  if (data === 'OK' && oldest && question?.transaction === transaction)
    return replace(state, oldest, question.called, question.reason, now);
  const request = requests.find((candidate) => candidate.transaction === transaction);
  if (!request) return showStatus(state, device);
  switch (data) {
    // "Press Cancel to deactivate."
    case 'Cancel':
      return andThen(end(state, request, 'cancelled'), (next) =>
        tellOnce(next, device, 'endedCancelled', request.called),
      );
    // "Press Dial to Call."
    case 'Dial':
      return request.phase.kind === 'available'
        ? recall(state, request, request.phase.since, now)
        : showStatus(state, device);
    case 'More':
      return showTimes(state, request, now);
    case 'Next':
      return showList(state, device, transaction, now);
    case 'CancelAll':
      return andThen(
        requests.reduce<Outcome>(
          (before, one) => andThen(before, (next) => end(next, one, 'cancelled')),
          outcome(state),
        ),
        (next) => tellOnce(next, device, 'endedAllCancelled', ''),
      );
    default:
      return showStatus(state, device);
  }
}

const recall = (state: HandlerState, request: CallBackRequest, since: number, now: number): Outcome =>
  andThen(changePhase(state, request, { kind: 'recalling', since }, now), (next) =>
    outcome(next, [{ kind: 'dial', device: request.device, calling: request.calling, number: request.called }]),
  );
