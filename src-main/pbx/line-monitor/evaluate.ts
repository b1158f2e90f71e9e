import type { LineDetail, ToldStatus } from '../../contract/line-status';
import type { WatchMeans } from '../../contract/station';
import { combined } from '../line-state/combine';
import { sightingOf } from '../line-state/dialog-tracker';
import type { LineMonitor, Method } from './line-monitor';

/** Milliseconds that idle dialogs wait for presence's first word, which may be that no phone is there. */
const PRESENCE_TIMEOUT_MS = 1500;

/** What all methods together tell of the line. */
export function statusOf(watch: LineMonitor, now: number): ToldStatus {
  const { methods, completion, presence, polling } = watch;
  if (isUp(methods['call-completion']))
    return completion ? (completion.state === 'ready' ? 'onHook' : 'offHook') : 'unknown';
  if (isUp(methods.dialog)) {
    const { status } = sightingOf(watch.dialogs, watch.own);
    if (status === 'onHook' && isAwaited(methods.presence, methods.dialog, now)) return 'unknown';
    if (status === 'onHook' && hasForgotten(watch)) return 'unknown';
    const both = combined(status, isHeard(methods.presence) ? presence.status : 'unknown');
    // Presence knows of registrations; that no call is there, the dialogs themselves have to say.
    return status === 'unknown' && both === 'onHook' ? 'unknown' : both;
  }
  // Dialogs that are only lost for the moment know more than presence ever does: they are waited for.
  if (methods.dialog.kind === 'refused' && isHeard(methods.presence)) return presenceAlone(watch);
  return polling?.status ?? 'unknown';
}

/** A server that has started anew and no longer knows who is registered does not know who talks either. */
const hasForgotten = ({ methods, presence }: LineMonitor): boolean =>
  isHeard(methods.presence) && presence.known && presence.status === 'unknown';

/**
 * Presence that says no more than "a phone is registered" would say the same of one that is busy: it is believed where a
 * registration is what is waited for, and else only when it has shown that it can tell.
 */
function presenceAlone({ presence, order }: LineMonitor): ToldStatus {
  const status = combined('unknown', presence.status);
  return status === 'onHook' && !presence.telling && order.reason !== 'unreachable' ? 'unknown' : status;
}

const isUp = (method: Method): boolean => method.kind === 'active';

const isHeard = (method: Method): boolean => method.kind === 'active' && method.documents > 0;

function isAwaited(presence: Method, dialog: Method, now: number): boolean {
  if (presence.kind === 'off' || presence.kind === 'refused' || isHeard(presence)) return false;
  return dialog.kind === 'active' && now - dialog.since < PRESENCE_TIMEOUT_MS;
}

/** What is known beyond the status, for the user's sake. */
export function detailOf({ methods, dialogs, own }: LineMonitor): LineDetail | null {
  return isUp(methods.dialog) && sightingOf(dialogs, own).held ? 'held' : null;
}

/** How the line is watched, in a word for the user. */
export function meansOf({ methods, polling, completion }: LineMonitor): WatchMeans {
  const completing = methods['call-completion'];
  if (completing.kind === 'active' && completion) return 'queued';
  if (isHeard(methods.dialog)) return 'live';
  if (methods.dialog.kind === 'refused' && isHeard(methods.presence)) return 'presence';
  if (polling) return 'asking';
  return [completing, methods.dialog, methods.presence].some(({ kind }) => kind === 'lost') ? 'lost' : 'starting';
}
