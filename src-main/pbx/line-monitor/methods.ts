import type { LineRefusal } from '../../contract/cti-messages';
import type { LinePackage } from '../../contract/subscription-port';
import type { CompletionMode, CompletionOffer } from '../../sip/call-headers';
import { type LineMonitor, type MonitorStep, monitorStep, thenMonitor, withMethod } from './line-monitor';

/** Seconds. A subscription is made anew well before: a server's long memory is not to be relied on. */
const SUBSCRIPTION_EXPIRES = 600;

/** Begins with the best method that there is. */
export function startMonitoring(watch: LineMonitor): MonitorStep {
  return watch.order.offer ? subscribe(watch, 'call-completion') : watchDialogs(watch);
}

const watchDialogs = (watch: LineMonitor): MonitorStep =>
  thenMonitor(subscribe(watch, 'dialog'), (next) => subscribe(next, 'presence'));

function subscribe(watch: LineMonitor, event: LinePackage): MonitorStep {
  const { line, number, offer, duration } = watch.order;
  const named = nextId(watch, event);
  const completing = event === 'call-completion' && offer !== null;
  return monitorStep(withMethod(named.watch, event, { kind: 'trying', id: named.id }), {
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

export function nextId(watch: LineMonitor, what: string): { readonly watch: LineMonitor; readonly id: string } {
  const idsMade = watch.idsMade + 1;
  return { watch: { ...watch, idsMade }, id: `${watch.order.line}/${watch.order.number}/${what}/${idsMade}` };
}

/** Gives a subscription up for a new one, whose first document tells everything again. */
export function renew(watch: LineMonitor, event: LinePackage, now: number): MonitorStep {
  return thenMonitor(leave(watch, event), (next) => subscribe({ ...next, renewedAt: now }, event));
}

export function leave(watch: LineMonitor, event: LinePackage): MonitorStep {
  const method = watch.methods[event];
  const left = withMethod(watch, event, { kind: 'off' });
  if (!('id' in method)) return monitorStep(left);
  return monitorStep(left, {
    kind: 'send',
    command: { kind: 'unsubscribe', line: watch.order.line, subscription: method.id },
  });
}

/** A method has been refused: falls back to the next one. */
export function fallBack(watch: LineMonitor, now: number): MonitorStep {
  const { methods, order, polling } = watch;
  if (methods['call-completion'].kind === 'refused' && methods.dialog.kind === 'off') return watchDialogs(watch);
  if (methods.dialog.kind !== 'refused' || methods.presence.kind !== 'refused' || polling) return monitorStep(watch);
  if (order.lastResort !== 'never')
    return monitorStep({ ...watch, polling: { status: 'unknown', nextAt: now, question: null } });
  return monitorStep(
    { ...watch, over: true },
    { kind: 'refuse', screen: screenOf(methods.dialog.status, methods.presence.status) },
  );
}

/** "This server" may be another one after a new registration: whatever was refused is asked for again. */
export function retryRefused(watch: LineMonitor): MonitorStep {
  return (['dialog', 'presence'] as const).reduce<MonitorStep>(
    (before, event) =>
      before.watch.methods[event].kind === 'refused' ? thenMonitor(before, (next) => subscribe(next, event)) : before,
    monitorStep(watch),
  );
}

/** No such line, and none that may be watched, are the server's last word on it; anything else is a want of the server. */
function screenOf(...statuses: readonly (number | null)[]): LineRefusal {
  if (statuses.some((status) => status === 404 || status === 410 || status === 604)) return 'cannotActivate';
  return statuses.some((status) => status === 403 || status === 603) ? 'cannotInvoke' : 'serviceNotAvailable';
}
