import { missingCase } from '../contract/missing-case';
import { type Call, partyOf } from './calls/call';
import { isRegistered, registrationOf } from './lines';
import { type PhoneState, type Status, selectedCall } from './phone-state';
import { type Phrasebook, phrase } from './phrases';

/** The prompt line: of all that there is to say, what is of most use now. The first that applies is shown. */
export function promptOf(state: PhoneState, book: Phrasebook): string {
  const { notice, services, status } = state;
  if (notice) return phrase(book, notice.phrase, notice.value);
  if (services && !services.covered)
    return screenPrompt(services.own ? phrase(book, 'idle') : services.object.prompt, status, book);
  const call = selectedCall(state);
  if (call) return callPrompt(call, isWaiting(call, state), book);
  if (state.hook !== 'onHook' || state.entry) return phrase(book, 'enterNumber');
  return registrationTrouble(state, book) ?? featurePrompt(state, book) ?? statusPrompt(status, book);
}

/** Where the calls are, whoever wonders why the phone does not ring. */
function featurePrompt({ features }: PhoneState, book: Phrasebook): string | null {
  if (features?.forwardAll) return phrase(book, 'forwardedTo', features.forwardAll);
  return features?.doNotDisturb ? phrase(book, 'doNotDisturb') : null;
}

const statusPrompt = (status: Status | null, book: Phrasebook): string =>
  status ? inWords(status, book) : phrase(book, 'idle');

const inWords = ({ phrase: id, value, second }: Status, book: Phrasebook): string => phrase(book, id, value, second);

/** A screen that says no more than an idle phone does leaves the prompt line to the status. */
const screenPrompt = (prompt: string, status: Status | null, book: Phrasebook): string =>
  status && prompt === phrase(book, 'idle') ? inWords(status, book) : prompt;

/** A line that is refused needs its user; one that is being tried does not. null = every line is registered. */
function registrationTrouble(state: PhoneState, book: Phrasebook): string | null {
  const { lines } = state.device;
  for (const { id, number } of lines) {
    const trouble = state.troubles[id];
    if (trouble)
      return lines.length > 1 ? phrase(book, 'lineTrouble', number, phrase(book, trouble)) : phrase(book, trouble);
    const registration = registrationOf(state, id);
    if (registration.kind !== 'rejected') continue;
    const status = String(registration.status);
    return lines.length > 1
      ? phrase(book, 'lineRejected', number, status)
      : phrase(book, 'registrationRejected', status);
  }
  return isRegistered(state) ? null : phrase(book, 'registering');
}

/** It rings while its phone talks with somebody else. */
const isWaiting = (call: Call, { calls }: PhoneState): boolean =>
  call.phase === 'ringIn' && calls.some(({ phase }) => phase === 'connected');

function callPrompt(call: Call, waiting: boolean, book: Phrasebook): string {
  switch (call.phase) {
    case 'proceed':
      return phrase(book, 'proceed');
    case 'ringOut':
      return phrase(book, 'ringOut');
    case 'ringIn':
      return waiting ? phrase(book, 'callWaiting') : phrase(book, 'from', partyOf(call));
    case 'connected':
      return phrase(book, call.microphone ? 'connected' : 'noMicrophone');
    case 'held':
      return phrase(book, 'hold');
    case 'busy':
    case 'failed':
    case 'disconnected':
      return phrase(book, call.cause ?? 'callEnded');
    default:
      return missingCase(call.phase);
  }
}
