import { missingCase } from '../../base/missing-case';
import { sightingOf, trackDialogs } from '../line-state/dialog-tracker';
import { learn } from './documents';
import { detailOf, meansOf, statusOf } from './evaluate';
import {
  type LineMonitor,
  type MonitorEvent,
  type MonitorStep,
  methodOf,
  monitorStep,
  thenMonitor,
  withMethod,
} from './line-monitor';
import { fallBack, leave, renew, retryRefused, startMonitoring } from './methods';
import { answered, askWhenDue } from './polling';
import { askBeforeAlert, askNowAndThen, checked, isFresh, needsCheck, notChecked } from './revalidate';
import { suspendOrResume, withdrawSuspension } from './suspension';

/** Milliseconds until the first renewal, and twice as long until each further one: a server that garbles everything is not to be flooded. */
const RENEW_AFTER = 5000;
/** After so many in vain its dialogs are worth no more than those of a server that has none. */
const MAX_VAIN_RENEWALS = 5;

/**
 * One event in, the next state of the watch and what is to be done out.
 *
 * @param now milliseconds since the epoch
 */
export function reduceLineMonitor(watch: LineMonitor, event: MonitorEvent, now: number): MonitorStep {
  if (watch.over) return monitorStep(watch);
  return thenMonitor(thenMonitor(apply(watch, event, now), suspendOrResume), (next) => settle(next, now));
}

function apply(watch: LineMonitor, event: MonitorEvent, now: number): MonitorStep {
  switch (event.kind) {
    case 'start':
      return startMonitoring(watch);
    case 'subscription':
      return subscriptionChanged(watch, event, now);
    case 'notified':
      return notified(watch, event, now);
    case 'asked':
      return event.question === watch.polling?.question
        ? answered(watch, event.status, event.retryAfter, now)
        : monitorStep(watch);
    case 'published':
      return monitorStep(watch);
    case 'ownCalls':
      return monitorStep({ ...watch, own: { ...watch.own, callIds: event.callIds } });
    case 'ownLine':
      return ownLine(watch, event.idle, now);
    case 'registered':
      return retryRefused(watch);
    case 'recall':
      return monitorStep({ ...watch, recalling: true });
    case 'again':
      return startOver({ ...watch, recalling: false }, now);
    case 'tick':
      return thenMonitor(
        thenMonitor(askWhenDue(watch, now), (next) => askNowAndThen(next, now)),
        (next) => renewIfPatchy(next, now),
      );
    case 'stop':
      return stop(watch);
    default:
      return missingCase(event);
  }
}

function subscriptionChanged(
  watch: LineMonitor,
  { subscription: id, state, status, reason }: Extract<MonitorEvent, { kind: 'subscription' }>,
  now: number,
): MonitorStep {
  if (id === watch.check?.id) return state === 'refused' ? notChecked(watch, status) : monitorStep(watch);
  const name = methodOf(watch, id);
  if (!name) return monitorStep(watch);
  const word = {
    kind: 'trace',
    text: `${name} of ${watch.order.number}: ${state}${status === null ? '' : ` ${status}`}${reason ? ` ${reason}` : ''}`,
  } as const;
  switch (state) {
    case 'active':
      return monitorStep(forget(withMethod(watch, name, { kind: 'active', id, since: now, documents: 0 }), name), word);
    case 'lost':
      return monitorStep(forget(withMethod(watch, name, { kind: 'lost', id }), name), word);
    case 'refused': {
      // RFC 6665, 4.1.3: what was watched is no longer there, which is as good as a 404.
      const refused = withMethod(watch, name, { kind: 'refused', status: reason === 'noresource' ? 404 : status });
      return thenMonitor(monitorStep(forget(refused, name), word), (next) => fallBack(next, now));
    }
    default:
      return missingCase(state);
  }
}

/** What a subscription has told is worth nothing without it. */
function forget(watch: LineMonitor, name: 'dialog' | 'presence' | 'call-completion'): LineMonitor {
  switch (name) {
    case 'dialog':
      return { ...watch, dialogs: trackDialogs(watch.dialogs, { kind: 'subscribed' }), check: null };
    case 'presence':
      return { ...watch, presence: { ...watch.presence, status: 'unknown' } };
    case 'call-completion':
      return { ...watch, completion: null };
    default:
      return missingCase(name);
  }
}

function notified(
  watch: LineMonitor,
  { subscription: id, body }: Extract<MonitorEvent, { kind: 'notified' }>,
  now: number,
): MonitorStep {
  if (id === watch.check?.id) return checked(watch, body, now);
  const name = methodOf(watch, id);
  const method = name && watch.methods[name];
  if (!name || method?.kind !== 'active') return monitorStep(watch);
  const counted = withMethod(watch, name, { ...method, documents: method.documents + 1 });
  // Whoever hears of dialogs or of presence need not ask any more.
  const { polling } = counted;
  return thenMonitor(learn({ ...counted, polling: name === 'dialog' ? null : polling }, name, body, now), (next) =>
    renewIfPatchy(next, now),
  );
}

/** RFC 4235, 4.3: after a gap in the versions the subscriber is to ask for the full state. Where that never comes, presence has to do. */
function renewIfPatchy(watch: LineMonitor, now: number): MonitorStep {
  const isUp = watch.methods.dialog.kind === 'active';
  if (!isUp || !sightingOf(watch.dialogs, watch.own).needsRefetch)
    return monitorStep(watch.dialogs.knowledge === 'complete' ? { ...watch, vainRenewals: 0 } : watch);
  const { vainRenewals } = watch;
  if (now - watch.renewedAt < RENEW_AFTER * 2 ** vainRenewals) return monitorStep(watch);
  if (vainRenewals < MAX_VAIN_RENEWALS) return renew({ ...watch, vainRenewals: vainRenewals + 1 }, 'dialog', now);
  const trace = { kind: 'trace', text: `the dialogs of ${watch.order.number} are never whole` } as const;
  return thenMonitor(
    thenMonitor(monitorStep(watch, trace), (next) => leave(next, 'dialog')),
    (next) => fallBack(forget(withMethod(next, 'dialog', { kind: 'refused', status: null }), 'dialog'), now),
  );
}

const ownLine = (watch: LineMonitor, idle: boolean, now: number): MonitorStep =>
  idle ? lookAgain({ ...watch, ownIdle: true, recalling: false }, now) : monitorStep({ ...watch, ownIdle: false });

const stop = (watch: LineMonitor): MonitorStep =>
  [
    withdrawSuspension,
    (next: LineMonitor) => leave(next, 'call-completion'),
    (next: LineMonitor) => leave(next, 'dialog'),
    (next: LineMonitor) => leave(next, 'presence'),
    (next: LineMonitor) => monitorStep({ ...next, over: true }),
  ].reduce(thenMonitor, monitorStep(watch));

/** Whoever waits is on hook again, and will be told what is known by now: how old is that? */
function lookAgain(watch: LineMonitor, now: number): MonitorStep {
  const known = watch.told === 'onHook' && watch.methods.dialog.kind === 'active';
  if (!known || isFresh(watch, now) || watch.answersNoCheck) return monitorStep(watch);
  return monitorStep(
    { ...watch, told: 'unknown', toldDetail: null, check: null },
    { kind: 'report', status: 'unknown', detail: null },
  );
}

/** After a recall that met no answer: with retention the monitor queues us again by itself, else we queue anew. */
function startOver(watch: LineMonitor, now: number): MonitorStep {
  const retained = watch.completion?.retention === true && watch.methods['call-completion'].kind === 'active';
  // The user was told that nothing is watched any more: while a request is offered, its lines are closed.
  const told: LineMonitor = { ...watch, told: 'offHook', shown: null };
  if (retained) return monitorStep({ ...told, completion: { state: 'queued', address: null, retention: true } });
  return renew({ ...told, completion: null }, 'call-completion', now);
}

/** Tells what has changed; a line that looks free is asked once more first. */
function settle(watch: LineMonitor, now: number): MonitorStep {
  const means = watch.over ? watch.shown : meansOf(watch);
  const shown =
    means !== null && means !== watch.shown
      ? monitorStep({ ...watch, shown: means }, { kind: 'show', means } as const)
      : monitorStep(watch);
  if (watch.over) return shown;
  const status = statusOf(watch, now);
  if (status !== 'onHook') {
    const dropped = watch.check?.purpose === 'alert' ? null : watch.check;
    return thenMonitor(shown, (next) => tell({ ...next, check: dropped }, status));
  }
  if (watch.told === 'onHook') return shown;
  if (needsCheck(watch, now)) return thenMonitor(shown, (next) => askBeforeAlert(next, now));
  return thenMonitor(shown, (next) => tell({ ...next, check: null }, 'onHook'));
}

function tell(watch: LineMonitor, status: LineMonitor['told']): MonitorStep {
  const detail = status === 'offHook' ? detailOf(watch) : null;
  if (status === watch.told && detail === watch.toldDetail) return monitorStep(watch);
  return monitorStep({ ...watch, told: status, toldDetail: detail }, { kind: 'report', status, detail });
}
