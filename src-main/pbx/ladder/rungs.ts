import type { LineRefusal } from '../../contract/cti-messages';
import type { LinePackage } from '../../contract/watch-port';
import type { CompletionMode, CompletionOffer } from '../watch/call-headers';
import { type LineWatch, thenWatch, type WatchStep, watchStep, withRung } from './line-watch';

/** Seconds. A subscription is made anew well before: a server's long memory is not to be relied on. */
const SUBSCRIPTION_EXPIRES = 600;

/** Begins at the best rung that there is. */
export function climb(watch: LineWatch): WatchStep {
  return watch.order.offer ? subscribe(watch, 'call-completion') : watchDialogs(watch);
}

const watchDialogs = (watch: LineWatch): WatchStep =>
  thenWatch(subscribe(watch, 'dialog'), (next) => subscribe(next, 'presence'));

function subscribe(watch: LineWatch, event: LinePackage): WatchStep {
  const { line, number, offer, duration } = watch.order;
  const named = nextId(watch, event);
  const completing = event === 'call-completion' && offer !== null;
  return watchStep(withRung(named.watch, event, { kind: 'trying', id: named.id }), {
    kind: 'send',
    command: {
      kind: 'subscribe',
      line,
      subscription: named.id,
      target: completing ? monitorAddress(offer) : number,
      event,
      expires: completing ? duration : SUBSCRIPTION_EXPIRES,
      once: false,
    },
  });
}

export const monitorAddress = ({ monitor, mode }: CompletionOffer): string => withMode(monitor, mode);

/** RFC 6910, 6: the mode goes into the address, "m=BS" and the like, unless the monitor has put it there. */
export const withMode = (address: string, mode: CompletionMode): string =>
  /;m=/i.test(address) ? address : `${address};m=${mode}`;

export function nextId(watch: LineWatch, what: string): { readonly watch: LineWatch; readonly id: string } {
  const idsMade = watch.idsMade + 1;
  return { watch: { ...watch, idsMade }, id: `${watch.order.line}/${watch.order.number}/${what}/${idsMade}` };
}

/** Gives a subscription up for a new one, whose first document tells everything again. */
export function renew(watch: LineWatch, event: LinePackage, now: number): WatchStep {
  return thenWatch(leave(watch, event), (next) => subscribe({ ...next, renewedAt: now }, event));
}

export function leave(watch: LineWatch, event: LinePackage): WatchStep {
  const rung = watch.rungs[event];
  const left = withRung(watch, event, { kind: 'off' });
  if (!('id' in rung)) return watchStep(left);
  return watchStep(left, {
    kind: 'send',
    command: { kind: 'unsubscribe', line: watch.order.line, subscription: rung.id },
  });
}

/** A rung has been refused: on to the next one. */
export function descend(watch: LineWatch, now: number): WatchStep {
  const { rungs, order, asking } = watch;
  if (rungs['call-completion'].kind === 'refused' && rungs.dialog.kind === 'off') return watchDialogs(watch);
  if (rungs.dialog.kind !== 'refused' || rungs.presence.kind !== 'refused' || asking) return watchStep(watch);
  if (order.lastResort !== 'never')
    return watchStep({ ...watch, asking: { status: 'unknown', nextAt: now, question: null } });
  return watchStep(
    { ...watch, over: true },
    { kind: 'refuse', screen: screenOf(rungs.dialog.status, rungs.presence.status) },
  );
}

/** "This server" may be another one after a new registration: whatever was refused is asked for again. */
export function climbAgain(watch: LineWatch): WatchStep {
  return (['dialog', 'presence'] as const).reduce<WatchStep>(
    (before, event) =>
      before.watch.rungs[event].kind === 'refused' ? thenWatch(before, (next) => subscribe(next, event)) : before,
    watchStep(watch),
  );
}

/** No such line, and none that may be watched, are the server's last word on it; anything else is a want of the server. */
function screenOf(...statuses: readonly (number | null)[]): LineRefusal {
  if (statuses.some((status) => status === 404 || status === 410 || status === 604)) return 'cannotActivate';
  return statuses.some((status) => status === 403 || status === 603) ? 'cannotInvoke' : 'serviceNotAvailable';
}
