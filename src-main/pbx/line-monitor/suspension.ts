import { suspensionDocument } from '../completion/call-completion';
import { type LineMonitor, type MonitorStep, monitorStep } from './line-monitor';
import { monitorAddress } from './methods';

/**
 * RFC 6910, 6: who cannot take the call for the moment lets others go before. A recall is no such hindrance: it is what the
 * turn is for, and a monitor that is told to suspend gives the turn to the next waiter.
 */
export function suspendOrResume(watch: LineMonitor): MonitorStep {
  const suspended = !watch.ownIdle && !watch.recalling;
  if (watch.methods['call-completion'].kind !== 'active' || suspended === (watch.suspended ?? false))
    return monitorStep(watch);
  return publish({ ...watch, suspended }, suspensionDocument(watch.order.identity, suspended), watch.order.duration);
}

/** What was published would else be kept up for as long as the line is there. */
export const withdrawSuspension = (watch: LineMonitor): MonitorStep =>
  watch.suspended === null ? monitorStep(watch) : publish({ ...watch, suspended: null }, '', 0);

/** @param expires seconds */
function publish(watch: LineMonitor, body: string, expires: number): MonitorStep {
  const { line, number, offer } = watch.order;
  if (!offer) return monitorStep(watch);
  const publication = `${line}/${number}/suspension`;
  return monitorStep(watch, {
    kind: 'send',
    command: { kind: 'publish', line, publication, target: monitorAddress(offer), body, expires },
  });
}
