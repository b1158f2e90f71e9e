import { newDialogTracker, sightingOf, trackDialogs } from '../line-state/dialog-tracker';
import { dialogsIn } from './documents';
import { type LineMonitor, type MonitorStep, monitorStep, thenMonitor } from './line-monitor';
import { nextId, renew } from './methods';

/** Milliseconds. A server that has not answered by then is believed what it has told: it was the last word. */
const TIMEOUT_MS = 2000;

/** Milliseconds: "every few minutes and once before notifying". */
const ROUTINE = 5 * 60_000;

/** Milliseconds. */
const STILL_FRESH = 2500;

/** Asks for the dialogs of the moment. */
function ask(watch: LineMonitor, purpose: 'alert' | 'routine', now: number): MonitorStep {
  const { line, number } = watch.order;
  const named = nextId(watch, 'check');
  const check = { id: named.id, since: now, agreed: false, purpose };
  return monitorStep(
    { ...named.watch, check },
    {
      kind: 'send',
      command: {
        kind: 'subscribe',
        line,
        subscription: named.id,
        target: number,
        event: 'dialog',
        expires: 0,
        once: true,
      },
    },
  );
}

/** A line that looks free, and was not told to be so: is it really? Asked once, whoever asks again. */
export const askBeforeAlert = (watch: LineMonitor, now: number): MonitorStep =>
  watch.check?.purpose === 'alert' ? monitorStep(watch) : ask(watch, 'alert', now);

export function askNowAndThen(watch: LineMonitor, now: number): MonitorStep {
  const due = watch.methods.dialog.kind === 'active' && !watch.answersNoCheck && now - watch.heardAt >= ROUTINE;
  return due && !watch.check ? ask(watch, 'routine', now) : monitorStep(watch);
}

/** Does a free line have to be asked once more before it is told? Not where what told it is itself the answer to a question. */
export function needsCheck(watch: LineMonitor, now: number): boolean {
  const { dialog } = watch.methods;
  if (dialog.kind !== 'active' || watch.answersNoCheck) return false;
  if (dialog.documents <= 1 && isFresh(watch, now)) return false;
  return !(watch.check?.purpose === 'alert' && (watch.check.agreed || now - watch.check.since >= TIMEOUT_MS));
}

/** What was heard just now is what a question would answer. */
export const isFresh = ({ heardAt }: LineMonitor, now: number): boolean => now - heardAt < STILL_FRESH;

/** The answer: it agrees with what is known, or the subscription is worth nothing any more. */
export function checked(watch: LineMonitor, body: string, now: number): MonitorStep {
  const { check } = watch;
  if (!check) return monitorStep(watch);
  const read = dialogsIn(body);
  if (!read.ok) return notChecked(watch, null);
  // What has ended is remembered: some servers repeat what is over to everybody who asks.
  const empty = { ...newDialogTracker, ended: watch.dialogs.ended };
  const asked = trackDialogs(empty, { kind: 'document', document: read.value });
  const agrees = sightingOf(asked, watch.own).status === sightingOf(watch.dialogs, watch.own).status;
  const heard = { ...watch, heardAt: now };
  if (!agrees)
    return thenMonitor(
      monitorStep(
        { ...heard, check: null },
        { kind: 'trace', text: `the dialogs of ${watch.order.number} are out of date` },
      ),
      (next) => renew(next, 'dialog', now),
    );
  return monitorStep({ ...heard, check: check.purpose === 'alert' ? { ...check, agreed: true } : null });
}

/** No answer. A server that refuses such questions is not asked again: what its subscription tells has to do. */
export function notChecked(watch: LineMonitor, refusal: number | null): MonitorStep {
  const { check } = watch;
  return monitorStep({
    ...watch,
    answersNoCheck: watch.answersNoCheck || refusal !== null,
    check: check?.purpose === 'alert' ? { ...check, agreed: true } : null,
  });
}
