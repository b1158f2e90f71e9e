import { missingCase } from '../../base/missing-case';

/**
 * One Call Back request, from the CallBack key to its told end.
 *
 * ```
 *                      B on hook for a while, A on hook
 *  CallBack ──> watching ─────────────────────> available ──Dial──> recalling ──connected──> (connected)
 *               ^  │  ^                             ^  │                │
 *               │  │  └───────busy or no reply, ────┼──┴────────────────┘
 *               │  v          when A calls again    │
 *             suspended ────────────────────────────┘
 *          B is free, A is not                A on hook, B still free
 *
 *  from every phase: Cancel -> (cancelled), OK for another number -> (replaced), A and B talk -> (connected),
 *                    time is up -> (expired), B's line cannot be watched -> (refused),
 *                    A's phone is reset, where the cluster forgets -> (phoneReset)
 * ```
 * A is the calling phone, B the called one. Exit closes a screen and changes nothing here.
 */
export interface CallBackRequest {
  /** The calling phone. */
  readonly device: string;
  /** Directory number of the calling phone. */
  readonly calling: string;
  /** The number that A dialled. */
  readonly called: string;
  readonly reason: Reason;
  /** Milliseconds since the epoch. */
  readonly activatedAt: number;
  readonly expiresAt: number;
  /** Names the request's screens, so that a key of an old screen is known as such. */
  readonly transaction: number;
  /** When B was last free while A was on a call, in milliseconds since the epoch; null = never. */
  readonly missedAt: number | null;
  readonly phase: Phase;
}

/** A phone has one request for a number, and one alone unless the cluster allows more. */
export type RequestKey = string;

export const keyOf = (device: string, called: string): RequestKey => `${device} ${called}`;

export type Reason = 'busy' | 'noReply';

export type Phase =
  | Watching
  | Suspended
  /** A has been told, and may dial. `since`: when B became available. */
  | { readonly kind: 'available'; readonly since: number }
  /** A has pressed Dial. */
  | { readonly kind: 'recalling'; readonly since: number };

export interface Watching {
  readonly kind: 'watching';
  /** B has not been off hook since A gave up ringing it: being on hook says nothing about its being there. */
  readonly mustLiftFirst: boolean;
  /** B refused A's recall as busy. If its line turns out to be idle, B is in do-not-disturb. */
  readonly refused: boolean;
  /** B is on hook since then, and is left a while to dial first; null = B is not free. */
  readonly freeSince: number | null;
}

/** B is free, but A is not: B is looked at again when A is. */
export interface Suspended {
  readonly kind: 'suspended';
  /** B is on hook since then. */
  readonly freeSince: number;
}

export const watching = (reason: Reason): Watching => ({
  kind: 'watching',
  mustLiftFirst: reason === 'noReply',
  refused: false,
  freeSince: null,
});

/** Nothing is known of B, but that it need not lift its handset first. */
export const anewWatching: Watching = { kind: 'watching', mustLiftFirst: false, refused: false, freeSince: null };

/** What a request still stands for when nothing is known any more of lines and calls, and the phone shows what it did: after a lost link. */
export function phaseWithoutNews(phase: Phase): Phase {
  switch (phase.kind) {
    case 'watching':
      return phase.freeSince === null ? phase : { ...phase, freeSince: null };
    case 'suspended':
      return anewWatching;
    case 'available':
      return phase;
    // How the recall ended will not be told any more.
    case 'recalling':
      return { kind: 'available', since: phase.since };
    default:
      return missingCase(phase);
  }
}

/**
 * What a stored request stands for. A phone that has had the offer, and has been there since, has it still. Where it has not, or
 * went with the app, nobody can tell whether anybody had looked at it: as soon as the line says that it is free, the user is told.
 */
export function phaseWhenRestored(phase: Phase, isOffered: boolean): Phase {
  const known = phaseWithoutNews(phase);
  return known.kind === 'available' && !isOffered ? anewWatching : known;
}

/** Names the offer that a request makes to its phone; null = it makes none at the moment. Times and phones tell it from all others. */
export const deliveryOf = ({ transaction, phase }: CallBackRequest): string | null =>
  phase.kind === 'available' || phase.kind === 'recalling' ? `${transaction}/${phase.since}` : null;

/** The phases in which the request holds lines open. */
export const holdsLines = (request: Pick<CallBackRequest, 'phase'>): boolean =>
  request.phase.kind === 'watching' || request.phase.kind === 'suspended';

export type End = 'cancelled' | 'replaced' | 'connected' | 'expired' | 'refused' | 'phoneReset' | 'phoneRemoved';
