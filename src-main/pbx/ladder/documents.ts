import { missingCase } from '../../contract/missing-case';
import { type Result, success } from '../../contract/result';
import type { LinePackage } from '../../contract/watch-port';
import { parseCompletion } from '../completion/call-completion';
import { type DialogInfo, parseDialogInfo } from '../watch/dialog-info';
import { trackDialogs } from '../watch/dialog-tracker';
import { parsePresence, presenceStatusOf } from '../watch/presence';
import { type LineWatch, type WatchStep, watchStep } from './line-watch';

/** A document of a subscription. One that cannot be read is as good as one that was lost on the way. */
export function learn(watch: LineWatch, event: LinePackage, body: string, now: number): WatchStep {
  switch (event) {
    case 'dialog':
      return learnDialogs({ ...watch, heardAt: now }, body);
    case 'presence':
      return learnPresence(watch, body);
    case 'call-completion':
      return learnCompletion(watch, body);
    default:
      return missingCase(event);
  }
}

function learnDialogs(watch: LineWatch, body: string): WatchStep {
  const read = dialogsIn(body);
  if (!read.ok)
    return unreadable({ ...watch, dialogs: trackDialogs(watch.dialogs, { kind: 'garbled' }) }, 'dialogs', read.error);
  return watchStep({ ...watch, dialogs: trackDialogs(watch.dialogs, { kind: 'document', document: read.value }) });
}

function learnPresence(watch: LineWatch, body: string): WatchStep {
  if (body.trim() === '') return watchStep({ ...watch, presence: { ...watch.presence, status: 'unknown' } });
  const read = parsePresence(body);
  if (!read.ok)
    return unreadable({ ...watch, presence: { ...watch.presence, status: 'unknown' } }, 'presence', read.error);
  const status = presenceStatusOf(read.value);
  const says = read.value.activities.length > 0 || read.value.notes.some((note) => note !== '');
  const telling = watch.presence.telling || says || (status !== 'onHook' && status !== 'unknown');
  const known = watch.presence.known || status !== 'unknown';
  return watchStep({ ...watch, presence: { status, telling, known } });
}

function learnCompletion(watch: LineWatch, body: string): WatchStep {
  if (body.trim() === '') return watchStep(watch);
  const read = parseCompletion(body);
  if (!read.ok) return unreadable({ ...watch, completion: null }, 'call completion', read.error);
  return watchStep({ ...watch, completion: read.value });
}

/** A server that knows of no call may send no body at all, as Kamailio does: nothing is a full document with nothing in it. */
export const dialogsIn = (body: string): Result<DialogInfo, string> =>
  body.trim() === '' ? success({ version: null, state: 'full', entity: null, dialogs: [] }) : parseDialogInfo(body);

const unreadable = (watch: LineWatch, what: string, why: string): WatchStep =>
  watchStep(watch, { kind: 'trace', text: `the ${what} of ${watch.order.number} cannot be read: ${why}` });
