import type { ToldStatus } from '../../contract/line-status';
import { type CallBackRequest, holdsLines, type Phase, type Watching } from './request';

/** What is known of a line: `unknown` also until the first report after it was opened, and after the link was lost. */
export type KnownStatus = ToldStatus;

/**
 * Decides whether the called line "becomes available", each time that one of the two lines has a new status.
 *
 * @param called status of the called line (B)
 * @param calling status of the calling phone's own line (A)
 * @param now milliseconds since the epoch
 * @returns the request's next phase; the very same object if nothing changes
 */
export function nextPhase(request: CallBackRequest, called: KnownStatus, calling: KnownStatus, now: number): Phase {
  const { phase } = request;
  if (!holdsLines(request)) return phase;
  const watch = phase.kind === 'watching' ? learn(phase, called) : phase;
  const free = called === 'onHook' && !(watch.kind === 'watching' && watch.mustLiftFirst);
  // "When Phone B becomes available (on hook)": not while it rings, not while it is unplugged, not on hearsay.
  if (!free) return watch.kind === 'watching' ? watch : { kind: 'watching', mustLiftFirst: false, refused: false };
  // A is on a call: B's being free is kept, and looked at again when A hangs up.
  if (calling !== 'onHook') return watch.kind === 'suspended' ? watch : { kind: 'suspended' };
  return { kind: 'available', since: now };
}

/** What a status of the called line teaches, before it is asked whether the line is free. */
function learn(phase: Watching, called: KnownStatus): Watching {
  // No reply: "B must first go off hook and then on hook". A's own hanging up makes B idle too, and means nothing.
  if (phase.mustLiftFirst) return called === 'offHook' ? { ...phase, mustLiftFirst: false, refused: false } : phase;
  if (!phase.refused || called === 'unknown') return phase;
  // Refused as busy while on hook: do-not-disturb. Telling A again at once would go round in circles.
  return { kind: 'watching', mustLiftFirst: called === 'onHook', refused: false };
}
