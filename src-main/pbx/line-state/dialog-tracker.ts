import { missingCase } from '../../base/missing-case';
import type { Dialog, DialogInfo } from '../../sip/dialog-info';
import { isSameUser } from '../../sip/sip-address';

/**
 * What the documents of one watched line have told so far. RFC 4235 section 4.3, "Constructing Coherent State".
 *
 * ```
 *            subscribed               full                       partial, next version
 *  (any) ─────────────────> unheard ────────────> complete <──────────┐
 *                              │                  │      ^  └─────────┘
 *                       partial│   partial, a gap;│      │full
 *                              │   one unreadable │      │
 *                              v                  v      │
 *                           patchy <──────────────┘      │
 *                              └─────────────────────────┘
 *
 *  in every state: a version that does not rise changes nothing, but where all are 0
 * ```
 * Only `complete` may say that the line is on hook: a call that nobody has told us of would be one that is missed.
 */
export interface DialogTracker {
  readonly knowledge: 'unheard' | 'complete' | 'patchy';
  readonly version: number | null;
  /** The dialogs that have not ended. */
  readonly live: readonly Dialog[];
  /** Keys of the dialogs that have ended, the latest last. */
  readonly ended: readonly string[];
}

export type DialogTrackerEvent =
  /** A new subscription has begun, or the old one is lost: versions count anew, and nothing is known. */
  | { readonly kind: 'subscribed' }
  | { readonly kind: 'document'; readonly document: DialogInfo }
  /** A document that cannot be read: it may have told of a call. */
  | { readonly kind: 'garbled' };

/** So many ended dialogs are remembered: a late document is late by seconds, not by calls. */
const REMEMBERED = 64;

export const newDialogTracker: DialogTracker = { knowledge: 'unheard', version: null, live: [], ended: [] };

export function trackDialogs(tracker: DialogTracker, event: DialogTrackerEvent): DialogTracker {
  switch (event.kind) {
    case 'subscribed':
      // The ended dialogs stay: Kamailio keeps the stale state, and repeats it to every new subscription (#3192).
      return { ...newDialogTracker, ended: tracker.ended };
    case 'document':
      return withDocument(tracker, event.document);
    case 'garbled':
      return { ...tracker, knowledge: 'patchy' };
    default:
      return missingCase(event);
  }
}

function withDocument(tracker: DialogTracker, { version, state, dialogs }: DialogInfo): DialogTracker {
  const before = tracker.version;
  // "If the value in the document is less than the local version, the document is discarded without being processed." A server that
  // never counts on from 0 does not count at all.
  const counts = version !== 0 || before !== 0;
  if (version !== null && before !== null && version <= before && counts) return tracker;
  const ended = withEnded(tracker.ended, dialogs);
  const told = dialogs.filter((dialog) => dialog.state !== 'terminated' && !ended.includes(keyOf(dialog) ?? ''));
  const next = { version: version ?? before, ended };
  if (state === 'full') return { ...next, knowledge: 'complete', live: told };
  const ids = dialogs.map((dialog) => dialog.id);
  const untouched = tracker.live.filter((dialog) => !ids.includes(dialog.id));
  // A document may have got lost wherever the versions do not follow on: "the subscriber SHOULD generate a refresh
  // request to trigger a full state notification".
  const followsOn = version === null || before === null || version === before + 1 || !counts;
  const knowledge = tracker.knowledge === 'complete' && followsOn ? 'complete' : 'patchy';
  return { ...next, knowledge, live: [...untouched, ...told] };
}

function withEnded(ended: readonly string[], dialogs: readonly Dialog[]): readonly string[] {
  const keys = dialogs.filter(({ state }) => state === 'terminated').map(keyOf);
  const added = keys.filter((key) => key !== null);
  return added.length === 0 ? ended : [...new Set([...ended, ...added])].slice(-REMEMBERED);
}

/**
 * Names a dialog beyond its end, or null where that cannot be done: Asterisk's dialog of a line bears the line's
 * number as its id, and no Call-ID, for every call that the line will ever have. FreeSWITCH's bears a UUID.
 */
const keyOf = ({ id, callId }: Dialog): string | null =>
  callId ? `${id} ${callId}` : /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? id : null;

/** The calls that the watching phone itself has. */
export interface OwnCalls {
  readonly callIds: ReadonlySet<string>;
  /** Address of the watching phone's line, for servers that give each half of a call a Call-ID of its own. */
  readonly identity: string | null;
}

/** What the dialogs alone tell of a line. That no phone is registered for it, they do not tell. */
export type DialogStatus = 'unknown' | 'onHook' | 'ringing' | 'offHook';

export interface DialogSighting {
  readonly status: DialogStatus;
  /** Every call that stands is on hold. */
  readonly held: boolean;
  /** A document has been missed: the server must be asked for the full state. */
  readonly needsRefetch: boolean;
}

export function sightingOf({ knowledge, live }: DialogTracker, own: OwnCalls): DialogSighting {
  const others = live.filter((dialog) => !isOwn(dialog, own));
  const standing = others.filter(({ state }) => state === 'confirmed');
  return {
    status: statusOf(others, knowledge === 'complete'),
    held: standing.length > 0 && standing.every((dialog) => dialog.held),
    needsRefetch: knowledge === 'patchy',
  };
}

function statusOf(dialogs: readonly Dialog[], isComplete: boolean): DialogStatus {
  // First the lifted handset: a line that rings while it talks (call waiting) is busy, and so is one on hold.
  if (dialogs.some(isLifted)) return 'offHook';
  if (dialogs.length > 0) return 'ringing';
  return isComplete ? 'onHook' : 'unknown';
}

/** Whoever calls has lifted the handset before anybody answers. */
const isLifted = ({ state, direction }: Dialog): boolean => state === 'confirmed' || direction === 'initiator';

function isOwn({ callId, remoteIdentity, state }: Dialog, own: OwnCalls): boolean {
  if (callId !== null && own.callIds.has(callId)) return true;
  // Once the two talk, the call may as well be one of another phone with our number: then the line is busy.
  if (state === 'confirmed' || !own.identity || !remoteIdentity) return false;
  return isSameUser(remoteIdentity.uri, own.identity);
}
