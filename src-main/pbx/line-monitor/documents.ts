import { missingCase } from '../../base/missing-case';
import { type Result, success } from '../../base/result';
import type { LinePackage } from '../../contract/subscription-port';
import { type DialogInfo, parseDialogInfo } from '../../sip/dialog-info';
import { parsePresence, presenceStatusOf } from '../../sip/presence';
import { parseCompletion } from '../completion/call-completion';
import { trackDialogs } from '../line-state/dialog-tracker';
import { type LineMonitor, type MonitorStep, monitorStep } from './line-monitor';

/** A document of a subscription. One that cannot be read is as good as one that was lost on the way. */
export function learn(watch: LineMonitor, event: LinePackage, body: string, now: number): MonitorStep {
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

function learnDialogs(watch: LineMonitor, body: string): MonitorStep {
  const read = dialogsIn(body);
  if (!read.ok)
    return unreadable({ ...watch, dialogs: trackDialogs(watch.dialogs, { kind: 'garbled' }) }, 'dialogs', read.error);
  return monitorStep({ ...watch, dialogs: trackDialogs(watch.dialogs, { kind: 'document', document: read.value }) });
}

function learnPresence(watch: LineMonitor, body: string): MonitorStep {
  if (body.trim() === '') return monitorStep({ ...watch, presence: { ...watch.presence, status: 'unknown' } });
  const read = parsePresence(body);
  if (!read.ok)
    return unreadable({ ...watch, presence: { ...watch.presence, status: 'unknown' } }, 'presence', read.error);
  const status = presenceStatusOf(read.value);
  const says = read.value.activities.length > 0 || read.value.notes.some((note) => note !== '');
  const telling = watch.presence.telling || says || (status !== 'onHook' && status !== 'unknown');
  const known = watch.presence.known || status !== 'unknown';
  return monitorStep({ ...watch, presence: { status, telling, known } });
}

function learnCompletion(watch: LineMonitor, body: string): MonitorStep {
  if (body.trim() === '') return monitorStep(watch);
  const read = parseCompletion(body);
  if (!read.ok) return unreadable({ ...watch, completion: null }, 'call completion', read.error);
  return monitorStep({ ...watch, completion: read.value });
}

/** A server that knows of no call may send no body at all, as Kamailio does: nothing is a full document with nothing in it. */
export const dialogsIn = (body: string): Result<DialogInfo, string> =>
  body.trim() === '' ? success({ version: null, state: 'full', entity: null, dialogs: [] }) : parseDialogInfo(body);

const unreadable = (watch: LineMonitor, what: string, why: string): MonitorStep =>
  monitorStep(watch, { kind: 'trace', text: `the ${what} of ${watch.order.number} cannot be read: ${why}` });
