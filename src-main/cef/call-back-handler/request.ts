/**
 * One Call Back request, from the CallBack key to its told end.
 *
 * ```
 *                      B on hook, A on hook
 *  CallBack ──> watching ─────────────────────> available ──Dial──> recalling ──connected──> (connected)
 *               ^  │  ^                             ^  │                │
 *               │  │  └───────busy or no reply, ────┼──┴────────────────┘
 *               │  v          when A calls again    │
 *             suspended ────────────────────────────┘
 *          B is free, A is not                A on hook, B still free
 *
 *  from every phase: Cancel -> (cancelled), OK for another number -> (replaced), A and B talk -> (connected),
 *                    time is up -> (expired), B's line cannot be watched -> (refused)
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
  readonly phase: Phase;
}

export type Reason = 'busy' | 'noReply';

export type Phase =
  | Watching
  /** B is free, but A is not: B is looked at again when A is. */
  | { readonly kind: 'suspended' }
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
}

export const watching = (reason: Reason): Watching => ({
  kind: 'watching',
  mustLiftFirst: reason === 'noReply',
  refused: false,
});

/** The phases in which the request holds lines open. */
export const holdsLines = (request: CallBackRequest): boolean =>
  request.phase.kind === 'watching' || request.phase.kind === 'suspended';

export type End = 'cancelled' | 'replaced' | 'connected' | 'expired' | 'refused' | 'phoneRemoved';

/** How long a request is kept, in milliseconds, unless something ends it before. */
export const DURATION: Readonly<Record<Reason, number>> = { busy: 3_600_000, noReply: 3 * 3_600_000 };
