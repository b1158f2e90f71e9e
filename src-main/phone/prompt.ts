import { missingCase } from '../base/missing-case';
import { messagesOf } from './buttons/messages-key';
import { type Call, isHeard, partyOf } from './calls/call';
import { isRegistered, lineInFocus, registrationOf } from './lines';
import { menuPrompt } from './menus/draw';
import { shownMenu } from './menus/menu-keys';
import { topOf } from './menus/screen';
import { type Notice, type PhoneState, type Status, selectedCall } from './phone-state';
import { type Phrasebook, type PhraseId, phrase } from './phrases';

/** The prompt line: of all that there is to say, what is of most use now. The first that applies is shown. */
export function promptOf(state: PhoneState, book: Phrasebook): string {
  const { notice, services, status } = state;
  if (notice && !isOverWithTheCall(state, notice)) return phrase(book, notice.phrase, notice.value);
  if (services && !services.covered)
    return screenPrompt(services.own ? phrase(book, 'idle') : services.object.prompt, status, book);
  const menu = shownMenu(state);
  if (menu) return menuPrompt(state, topOf(menu), book) ?? statusPrompt(status, book);
  if (state.hook === 'onHook' && state.entry) return phrase(book, 'enterNumber');
  const call = selectedCall(state);
  if (call) return callPrompt(call, state, book);
  if (state.hook !== 'onHook') return phrase(book, dialPrompt(state));
  return (
    registrationTrouble(state, book) ??
    storageTrouble(state, book) ??
    featurePrompt(state, book) ??
    missedPrompt(state, book) ??
    statusPrompt(status, book)
  );
}

/** A phone on hook has no microphone that could be off. */
const isOverWithTheCall = ({ hook }: PhoneState, notice: Notice): boolean =>
  hook === 'onHook' && (notice.phrase === 'muteOn' || notice.phrase === 'muteOff');

/** What the number is for that is being dialled. */
function dialPrompt({ consult }: PhoneState): PhraseId {
  if (consult?.second !== null || consult.sent) return 'enterNumber';
  return consult.purpose === 'transfer' ? 'callTransfer' : 'conference';
}

/** What does not work, and what does. */
const storageTrouble = ({ unstored }: PhoneState, book: Phrasebook): string | null =>
  unstored.length === 0 ? null : phrase(book, unstored.includes('data') ? 'cannotSave' : 'logNotWritten');

/** Where the calls are, whoever wonders why the phone does not ring. */
function featurePrompt(state: PhoneState, book: Phrasebook): string | null {
  const { features } = state;
  if (features?.forwardAll) return phrase(book, 'forwardedTo', features.forwardAll);
  if (features?.doNotDisturb ?? state.doNotDisturb) return phrase(book, 'doNotDisturb');
  return state.remoteInUse[lineInFocus(state)] ? phrase(book, 'inUseRemote') : messagesPrompt(state, book);
}

function messagesPrompt(state: PhoneState, book: Phrasebook): string | null {
  const { waiting, unheard } = messagesOf(state);
  if (!waiting) return null;
  return unheard > 0 ? phrase(book, 'voiceMailCount', String(unheard)) : phrase(book, 'voiceMail');
}

/** Until somebody has looked at the list of them. */
function missedPrompt({ callLog: { unseen } }: PhoneState, book: Phrasebook): string | null {
  if (unseen === 0) return null;
  return unseen === 1 ? phrase(book, 'newMissedCall') : phrase(book, 'newMissedCalls', String(unseen));
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
    if (registration.kind === 'serverLost')
      return lines.length > 1
        ? phrase(book, 'lineTrouble', number, phrase(book, 'serverLost'))
        : phrase(book, 'serverLost');
    if (registration.kind !== 'rejected') continue;
    const status = String(registration.status);
    return lines.length > 1
      ? phrase(book, 'lineRejected', number, status)
      : phrase(book, 'registrationRejected', status);
  }
  return isRegistered(state) ? null : phrase(book, 'registering');
}

function callPrompt(call: Call, state: PhoneState, book: Phrasebook): string {
  if (state.consult?.sent && state.consult.first === call.id) return phrase(book, 'transferring');
  switch (call.phase) {
    case 'proceed':
      return phrase(book, 'proceed');
    case 'ringOut':
      return phrase(book, 'ringOut');
    case 'ringIn':
      // It rings while its phone talks with somebody else.
      return state.calls.some(isHeard) ? phrase(book, 'callWaiting') : phrase(book, 'from', partyOf(call));
    case 'connected':
      if (state.conference.includes(call.id)) return phrase(book, 'conference');
      return phrase(book, call.microphone ? 'connected' : 'noMicrophone');
    case 'held':
      return phrase(book, call.cause ?? 'hold');
    case 'busy':
    case 'failed':
    case 'disconnected':
      return phrase(book, call.cause ?? 'callEnded');
    default:
      return missingCase(call.phase);
  }
}
