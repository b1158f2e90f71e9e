import { missingCase } from '../../contract/missing-case';
import { sightingOf, trackDialogs } from '../watch/dialog-tracker';
import { answered, askWhenDue } from './asking';
import { askBeforeAlert, askNowAndThen, checked, isFresh, needsCheck, notChecked } from './check';
import { learn } from './documents';
import { detailOf, meansOf, statusOf } from './evaluate';
import { type LineWatch, rungOf, thenWatch, type WatchEvent, type WatchStep, watchStep, withRung } from './line-watch';
import { climb, climbAgain, descend, leave, renew } from './rungs';
import { suspendOrResume, withdrawSuspension } from './suspension';

/** Milliseconds between two renewals: a server that garbles everything is not to be flooded. */
const RENEW_AFTER = 5000;

/**
 * One event in, the next state of the watch and what is to be done out.
 *
 * @param now milliseconds since the epoch
 */
export function reduceWatch(watch: LineWatch, event: WatchEvent, now: number): WatchStep {
  if (watch.over) return watchStep(watch);
  return thenWatch(thenWatch(apply(watch, event, now), suspendOrResume), (next) => settle(next, now));
}

function apply(watch: LineWatch, event: WatchEvent, now: number): WatchStep {
  switch (event.kind) {
    case 'start':
      return climb(watch);
    case 'subscription':
      return subscriptionChanged(watch, event, now);
    case 'notified':
      return notified(watch, event, now);
    case 'asked':
      return event.question === watch.asking?.question
        ? answered(watch, event.status, event.retryAfter, now)
        : watchStep(watch);
    case 'published':
      return watchStep(watch);
    case 'ownCalls':
      return watchStep({ ...watch, own: { ...watch.own, callIds: event.callIds } });
    case 'ownLine':
      return ownLine(watch, event.idle, now);
    case 'registered':
      return climbAgain(watch);
    case 'recall':
      return watchStep({ ...watch, recalling: true });
    case 'again':
      return startOver({ ...watch, recalling: false }, now);
    case 'tick':
      return thenWatch(
        thenWatch(askWhenDue(watch, now), (next) => askNowAndThen(next, now)),
        (next) => renewIfPatchy(next, now),
      );
    case 'stop':
      return stop(watch);
    default:
      return missingCase(event);
  }
}

function subscriptionChanged(
  watch: LineWatch,
  { subscription: id, state, status, reason }: Extract<WatchEvent, { kind: 'subscription' }>,
  now: number,
): WatchStep {
  if (id === watch.check?.id) return state === 'refused' ? notChecked(watch, status) : watchStep(watch);
  const name = rungOf(watch, id);
  if (!name) return watchStep(watch);
  const word = {
    kind: 'trace',
    text: `${name} of ${watch.order.number}: ${state}${status === null ? '' : ` ${status}`}${reason ? ` ${reason}` : ''}`,
  } as const;
  switch (state) {
    case 'active':
      return watchStep(forget(withRung(watch, name, { kind: 'active', id, since: now, documents: 0 }), name), word);
    case 'lost':
      return watchStep(forget(withRung(watch, name, { kind: 'lost', id }), name), word);
    case 'refused': {
      // RFC 6665, 4.1.3: what was watched is no longer there, which is as good as a 404.
      const refused = withRung(watch, name, { kind: 'refused', status: reason === 'noresource' ? 404 : status });
      return thenWatch(watchStep(forget(refused, name), word), (next) => descend(next, now));
    }
    default:
      return missingCase(state);
  }
}

/** What a subscription has told is worth nothing without it. */
function forget(watch: LineWatch, name: 'dialog' | 'presence' | 'call-completion'): LineWatch {
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
  watch: LineWatch,
  { subscription: id, body }: Extract<WatchEvent, { kind: 'notified' }>,
  now: number,
): WatchStep {
  if (id === watch.check?.id) return checked(watch, body, now);
  const name = rungOf(watch, id);
  const rung = name && watch.rungs[name];
  if (!name || rung?.kind !== 'active') return watchStep(watch);
  const counted = withRung(watch, name, { ...rung, documents: rung.documents + 1 });
  // Whoever hears of dialogs or of presence need not ask any more.
  const { asking } = counted;
  return thenWatch(learn({ ...counted, asking: name === 'dialog' ? null : asking }, name, body, now), (next) =>
    renewIfPatchy(next, now),
  );
}

/** RFC 4235, 4.3: after a gap in the versions the subscriber is to ask for the full state. */
function renewIfPatchy(watch: LineWatch, now: number): WatchStep {
  const patchy = watch.rungs.dialog.kind === 'active' && sightingOf(watch.dialogs, watch.own).needsRefetch;
  return patchy && now - watch.renewedAt >= RENEW_AFTER ? renew(watch, 'dialog', now) : watchStep(watch);
}

const ownLine = (watch: LineWatch, idle: boolean, now: number): WatchStep =>
  idle ? lookAgain({ ...watch, ownIdle: true, recalling: false }, now) : watchStep({ ...watch, ownIdle: false });

const stop = (watch: LineWatch): WatchStep =>
  [
    withdrawSuspension,
    (next: LineWatch) => leave(next, 'call-completion'),
    (next: LineWatch) => leave(next, 'dialog'),
    (next: LineWatch) => leave(next, 'presence'),
    (next: LineWatch) => watchStep({ ...next, over: true }),
  ].reduce(thenWatch, watchStep(watch));

/** Whoever waits is on hook again, and will be told what is known by now: how old is that? */
function lookAgain(watch: LineWatch, now: number): WatchStep {
  const known = watch.told === 'onHook' && watch.rungs.dialog.kind === 'active';
  if (!known || isFresh(watch, now) || watch.answersNoCheck) return watchStep(watch);
  return watchStep(
    { ...watch, told: 'unknown', toldDetail: null, check: null },
    { kind: 'report', status: 'unknown', detail: null },
  );
}

/** After a recall that met no answer: with retention the monitor queues us again by itself, else we queue anew. */
function startOver(watch: LineWatch, now: number): WatchStep {
  const retained = watch.completion?.retention === true && watch.rungs['call-completion'].kind === 'active';
  // The user was told that nothing is watched any more: while a request is offered, its lines are closed.
  const told: LineWatch = { ...watch, told: 'offHook', shown: null };
  if (retained) return watchStep({ ...told, completion: { state: 'queued', address: null, retention: true } });
  return renew({ ...told, completion: null }, 'call-completion', now);
}

/** Tells what has changed; a line that looks free is asked once more first. */
function settle(watch: LineWatch, now: number): WatchStep {
  const means = watch.over ? watch.shown : meansOf(watch);
  const shown =
    means !== null && means !== watch.shown
      ? watchStep({ ...watch, shown: means }, { kind: 'show', means } as const)
      : watchStep(watch);
  if (watch.over) return shown;
  const status = statusOf(watch, now);
  if (status !== 'onHook') {
    const dropped = watch.check?.purpose === 'alert' ? null : watch.check;
    return thenWatch(shown, (next) => tell({ ...next, check: dropped }, status));
  }
  if (watch.told === 'onHook') return shown;
  if (needsCheck(watch, now)) return thenWatch(shown, (next) => askBeforeAlert(next, now));
  return thenWatch(shown, (next) => tell({ ...next, check: null }, 'onHook'));
}

function tell(watch: LineWatch, status: LineWatch['told']): WatchStep {
  const detail = status === 'offHook' ? detailOf(watch) : null;
  if (status === watch.told && detail === watch.toldDetail) return watchStep(watch);
  return watchStep({ ...watch, told: status, toldDetail: detail }, { kind: 'report', status, detail });
}
