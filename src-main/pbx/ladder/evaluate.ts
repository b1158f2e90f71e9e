import type { LineDetail, ToldStatus } from '../../contract/line-status';
import type { WatchMeans } from '../../contract/station';
import { combined } from '../watch/combine';
import { sightingOf } from '../watch/dialog-tracker';
import type { LineWatch, Rung } from './line-watch';

/** Milliseconds that idle dialogs wait for presence's first word, which may be that no phone is there. */
const PRESENCE_PATIENCE = 1500;

/** What all rungs together tell of the line. */
export function statusOf(watch: LineWatch, now: number): ToldStatus {
  const { rungs, completion, presence, asking } = watch;
  if (isUp(rungs['call-completion']))
    return completion ? (completion.state === 'ready' ? 'onHook' : 'offHook') : 'unknown';
  if (isUp(rungs.dialog)) {
    const { status } = sightingOf(watch.dialogs, watch.own);
    if (status === 'onHook' && isAwaited(rungs.presence, rungs.dialog, now)) return 'unknown';
    if (status === 'onHook' && hasForgotten(watch)) return 'unknown';
    const both = combined(status, isHeard(rungs.presence) ? presence.status : 'unknown');
    // Presence knows of registrations; that no call is there, the dialogs themselves have to say.
    return status === 'unknown' && both === 'onHook' ? 'unknown' : both;
  }
  // Dialogs that are only lost for the moment know more than presence ever does: they are waited for.
  if (rungs.dialog.kind === 'refused' && isHeard(rungs.presence)) return presenceAlone(watch);
  return asking?.status ?? 'unknown';
}

/** A server that has started anew and no longer knows who is registered does not know who talks either. */
const hasForgotten = ({ rungs, presence }: LineWatch): boolean =>
  isHeard(rungs.presence) && presence.known && presence.status === 'unknown';

/**
 * Presence that says no more than "a phone is registered" would say the same of one that is busy: it is believed where a
 * registration is what is waited for, and else only when it has shown that it can tell.
 */
function presenceAlone({ presence, order }: LineWatch): ToldStatus {
  const status = combined('unknown', presence.status);
  return status === 'onHook' && !presence.telling && order.reason !== 'unreachable' ? 'unknown' : status;
}

const isUp = (rung: Rung): boolean => rung.kind === 'active';

export const isHeard = (rung: Rung): boolean => rung.kind === 'active' && rung.documents > 0;

function isAwaited(presence: Rung, dialog: Rung, now: number): boolean {
  if (presence.kind === 'off' || presence.kind === 'refused' || isHeard(presence)) return false;
  return dialog.kind === 'active' && now - dialog.since < PRESENCE_PATIENCE;
}

/** What is known beyond the status, for the user's sake. */
export function detailOf({ rungs, dialogs, own }: LineWatch): LineDetail | null {
  return isUp(rungs.dialog) && sightingOf(dialogs, own).held ? 'held' : null;
}

/** How the line is watched, in a word for the user. */
export function meansOf({ rungs, asking, completion }: LineWatch): WatchMeans {
  const completing = rungs['call-completion'];
  if (completing.kind === 'active' && completion) return 'queued';
  if (isHeard(rungs.dialog)) return 'live';
  if (rungs.dialog.kind === 'refused' && isHeard(rungs.presence)) return 'presence';
  if (asking) return 'asking';
  return [completing, rungs.dialog, rungs.presence].some(({ kind }) => kind === 'lost') ? 'lost' : 'starting';
}
