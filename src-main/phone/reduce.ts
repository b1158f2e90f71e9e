import { missingCase } from '../base/missing-case';
import type { LineEvent } from '../contract/line-port';
import { joined } from './calls/conference';
import { callHeld } from './calls/hold';
import { callConnected, callEnded, callProgress, callReferred, callReplaced } from './calls/progress';
import { recordsOfEnds } from './calls/records';
import { ringIn } from './calls/ring-in';
import { settle } from './calls/settle';
import { transferProgress } from './calls/transfer';
import { changeLines } from './change-lines';
import { dial, ON_HOOK, uncoverWhenIdle } from './dialling';
import { guardFocus } from './focus-steal-guard';
import { fillNumber, obeyWish } from './from-outside';
import { pressKey } from './keys';
import { registrationOf } from './lines';
import { loadWhenDue } from './menus/execute';
import { refreshWhenDue } from './menus/page';
import { named } from './menus/people';
import { restMenu } from './menus/press';
import { withMemory } from './menus/remember';
import { receiveAnswer } from './menus/service';
import { noteStatus } from './menus/status-messages';
import type { PhoneInput } from './phone-input';
import { andThen, type PhoneState, type Step, step, updateCall, withNotice } from './phone-state';
import { closeStaleQuality, measureWhenDue, qualityMeasured } from './quality';
import { registrationBy } from './registration';
import { receiveObject, showOwnScreen } from './services';

/**
 * The 7960: one input in, the next state and what is to be done out.
 *
 * @param now milliseconds since the epoch
 */
export function reducePhone(state: PhoneState, input: PhoneInput, now: number): Step {
  const { state: settled, effects } = andThen(take(state, input, now), settle);
  const next = noteStatus(state, guardFocus(state, closeStaleQuality(settled), input, now), now);
  return withMemory(state, step(next, ...effects, ...recordsOfEnds(state, next, now, answeredElsewhere(input))));
}

/** See the line port: of a call that came in, the end has this status where another phone has taken it. */
const answeredElsewhere = (input: PhoneInput): string | null =>
  input.kind === 'line' && input.event.kind === 'ended' && input.event.status === 200 ? input.event.call : null;

function take(state: PhoneState, input: PhoneInput, now: number): Step {
  switch (input.kind) {
    case 'key':
      return pressKey(state, input.key, now);
    case 'serviceKey': {
      const pressed = pressKey(state, input.key, now);
      return step(pressed.state, ...pressed.effects.filter(({ kind }) => kind !== 'pressKey'));
    }
    case 'line':
      return onLineEvent(state, input.event, now);
    case 'xsi':
      return receiveObject(state, input.xml, now);
    case 'makeCall':
      return makeCall(state, input, now);
    case 'status': {
      const { phrase, value, second } = input;
      return step({ ...state, status: phrase === null ? null : { phrase, value, second } });
    }
    case 'trouble':
      return step({ ...state, troubles: { ...state.troubles, [input.line]: input.trouble } });
    case 'storage':
      return step({ ...state, unstored: input.unstored });
    case 'prompt':
      return step(withNotice(state, now, 'applicationText', input.text));
    case 'lines':
      return step(changeLines(state, input.lines));
    case 'features':
      return step({ ...state, features: input.features });
    case 'speedDials':
      return step({ ...state, device: { ...state.device, speedDials: input.speedDials } });
    case 'template':
      return step({ ...state, device: { ...state.device, template: input.template }, softkeyPage: 0 });
    case 'speedDialState':
      return step({ ...state, speedDialStates: { ...state.speedDialStates, [input.number]: input.status } });
    case 'remoteInUse':
      return step({ ...state, remoteInUse: { ...state.remoteInUse, [input.line]: input.inUse } });
    case 'messages':
      return step({ ...state, messages: { ...state.messages, [input.line]: input.messages } });
    case 'settings':
      return step({ ...state, settings: input.settings });
    case 'fillNumber':
      return fillNumber(state, input.number, now);
    case 'wish':
      return obeyWish(state, input.wish, now);
    case 'letters':
      return step({ ...state, letters: input.letters });
    case 'service':
      return receiveAnswer(state, input.url, input.answer, now);
    case 'information':
      return step({ ...state, information: input.information });
    case 'forwardRefused':
      return step(withNotice(state, now, 'forwardLoop'));
    case 'serviceNotAvailable':
      return step(showOwnScreen(state, 'serviceNotAvailable'));
    case 'linePageLost':
      return step(loseCalls({ ...state, registrations: {} }, now));
    case 'tick':
      return onTick(restMenu(state, now), now);
    default:
      return missingCase(input);
  }
}

function onLineEvent(state: PhoneState, event: LineEvent, now: number): Step {
  switch (event.kind) {
    case 'registration':
      return step({
        ...state,
        registrations: {
          ...state.registrations,
          [event.line]: registrationBy(event, registrationOf(state, event.line)),
        },
        troubles: event.state === 'registered' ? without(state.troubles, event.line) : state.troubles,
      });
    case 'incoming':
      return ringIn(state, named(state.people, event), now);
    case 'progress':
      return callProgress(state, event);
    case 'connected':
      return callConnected(state, event.call, now);
    case 'held':
      return callHeld(state, event.call, event.held, now);
    case 'ended':
      return callEnded(state, event, now);
    case 'voice':
      return step(updateCall(state, event.call, { microphone: event.source === 'microphone' }));
    case 'transferProgress':
      return transferProgress(state, event, now);
    case 'referred':
      return callReferred(state, event, now);
    case 'replaced':
      return callReplaced(state, event, now);
    case 'identity':
      return step(updateCall(state, event.call, { number: event.number, name: event.name }));
    case 'joined':
      return joined(state, event, now);
    case 'quality':
      return step(qualityMeasured(state, event));
    // About the page as a whole or about a sound: whoever runs the phones sees to them.
    case 'ready':
    case 'alertStarted':
    case 'alertFailed':
    case 'toneFailed':
    case 'outputLost':
    case 'devices':
      return step(state);
    // What a watch on other lines goes by.
    case 'placed':
    case 'response':
    case 'subscription':
    case 'notified':
    case 'published':
    case 'asked':
      return step(state);
    default:
      return missingCase(event);
  }
}

function makeCall(state: PhoneState, input: Extract<PhoneInput, { kind: 'makeCall' }>, now: number): Step {
  const { lines } = state.device;
  const line = lines.find(({ id }) => id === (input.line ?? lines[0].id));
  // The same number on another server is somebody else.
  if (!line) return step(withNotice(state, now, 'serviceNotAvailable'));
  return dial({ ...state, services: null, asksForward: false, consult: null }, input.number, now, line.id);
}

const without = (troubles: PhoneState['troubles'], line: string): PhoneState['troubles'] =>
  Object.fromEntries(Object.entries(troubles).filter(([other]) => other !== line));

function loseCalls(state: PhoneState, now: number): PhoneState {
  const uncovered = uncoverWhenIdle({ ...state, ...ON_HOOK, calls: [], selected: null, consult: null, conference: [] });
  return state.calls.length > 0 ? withNotice(uncovered, now, 'connectionLost') : uncovered;
}

function onTick(state: PhoneState, now: number): Step {
  const shown = state.notice && state.notice.until <= now ? { ...state, notice: null } : state;
  // "Service not available" is for a service that is not there; this one is, and does not work.
  if (shown.answerDueAt !== null && shown.answerDueAt <= now) return step(showOwnScreen(shown, 'serviceFailure'));
  const complete = shown.entryCompleteAt !== null && shown.entryCompleteAt <= now && shown.entry !== '';
  if (complete) return dial(shown, shown.entry, now);
  return andThen(measureWhenDue(shown, now), (next) =>
    andThen(refreshWhenDue(next, now), (after) => loadWhenDue(after, now)),
  );
}
