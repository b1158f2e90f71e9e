import { suspensionDocument } from '../completion/call-completion';
import { type LineWatch, type WatchStep, watchStep } from './line-watch';
import { monitorAddress } from './rungs';

/**
 * RFC 6910, 6: who cannot take the call for the moment lets others go before. A recall is no such hindrance: it is what the
 * turn is for, and a monitor that is told to suspend gives the turn to the next waiter.
 */
export function suspendOrResume(watch: LineWatch): WatchStep {
  const suspended = !watch.ownIdle && !watch.recalling;
  if (watch.rungs['call-completion'].kind !== 'active' || suspended === (watch.suspended ?? false))
    return watchStep(watch);
  return publish({ ...watch, suspended }, suspensionDocument(watch.order.identity, suspended), watch.order.duration);
}

/** What was published would else be kept up for as long as the line is there. */
export const withdrawSuspension = (watch: LineWatch): WatchStep =>
  watch.suspended === null ? watchStep(watch) : publish({ ...watch, suspended: null }, '', 0);

/** @param expires seconds */
function publish(watch: LineWatch, body: string, expires: number): WatchStep {
  const { line, number, offer } = watch.order;
  if (!offer) return watchStep(watch);
  const publication = `${line}/${number}/suspension`;
  return watchStep(watch, {
    kind: 'send',
    command: { kind: 'publish', line, publication, target: monitorAddress(offer), body, expires },
  });
}
