import type { ToldStatus } from '../../contract/line-status';
import { anewWatching, type CallBackRequest, type Phase, type Suspended, type Watching } from './request';

/** What is known of a line: `unknown` also until the first report after it was opened, and after the link was lost. */
export type KnownStatus = ToldStatus;

/**
 * Decides whether the called line "becomes available", each time that one of the two lines has a new status, and when the
 * time that B has to dial first is over.
 *
 * @param called status of the called line (B)
 * @param calling status of the calling phone's own line (A)
 * @param now milliseconds since the epoch
 * @param guard milliseconds that B must have been on hook: "the network will wait a short time to allow the resources to
 *   be re-used for originating" (3GPP TS 24.642)
 * @returns the request's next phase; the very same object if nothing changes
 */
export function nextPhase(
  request: CallBackRequest,
  called: KnownStatus,
  calling: KnownStatus,
  now: number,
  guard: number,
): Phase {
  const { phase } = request;
  if (phase.kind !== 'watching' && phase.kind !== 'suspended') return phase;
  const watch = phase.kind === 'watching' ? learn(phase, called) : phase;
  const free = called === 'onHook' && !(watch.kind === 'watching' && watch.mustLiftFirst);
  // "When Phone B becomes available (on hook)": not while it rings, not while it is unplugged, not on hearsay.
  if (!free) return watch.kind === 'watching' ? withFreeSince(watch, null) : anewWatching;
  const since = watch.freeSince ?? now;
  // Nobody knows yet whether A talks.
  if (calling === 'unknown') return withFreeSince(watch, since);
  // A is on a call: B's being free is kept, and looked at again when A hangs up.
  // Whoever asked to be told is told, though other callers are not to disturb.
  if (calling !== 'onHook' && calling !== 'doNotDisturb') return watch.kind === 'suspended' ? watch : suspended(since);
  return now - since >= guard ? { kind: 'available', since } : withFreeSince(asWatching(watch), since);
}

const suspended = (freeSince: number): Suspended => ({ kind: 'suspended', freeSince });

const asWatching = (watch: Watching | Suspended): Watching => (watch.kind === 'watching' ? watch : anewWatching);

const withFreeSince = <Watch extends Watching | Suspended>(watch: Watch, freeSince: Watch['freeSince']): Watch =>
  watch.freeSince === freeSince ? watch : { ...watch, freeSince };

/** What a status of the called line teaches, before it is asked whether the line is free. */
function learn(phase: Watching, called: KnownStatus): Watching {
  // No reply: "B must first go off hook and then on hook". A's own hanging up makes B idle too, and means nothing.
  if (phase.mustLiftFirst) return called === 'offHook' ? { ...phase, mustLiftFirst: false, refused: false } : phase;
  if (!phase.refused || called === 'unknown') return phase;
  // Refused as busy while on hook: do-not-disturb. Telling A again at once would go round in circles.
  return { ...phase, mustLiftFirst: called === 'onHook', refused: false };
}
