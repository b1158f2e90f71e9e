/**
 * What SIP over UDP needs beside a user agent that was made for streams: the parts of RFC 3261 section 17 that repeat messages
 * and swallow repeated ones. The user agent keeps what bears on its own patience (timers B, F and H end its transactions).
 *
 * Each of the four state machines is a reducer: what happens goes in, what is to be done comes out.
 */
export type TransactionInput =
  /** From the user agent. `status`: of a response, null = it is a request. */
  | { readonly kind: 'outgoing'; readonly text: string; readonly status: number | null; readonly method: string }
  /** From the wire. */
  | { readonly kind: 'incoming'; readonly text: string; readonly status: number | null; readonly method: string }
  | { readonly kind: 'timer'; readonly timer: TransactionTimer };

/** A, E or G; and whatever ends the state of the moment: B, D, F, H, I, J, K, or L and M of RFC 6026. */
export type TransactionTimer = 'repeat' | 'end';

export type TransactionEffect =
  /** Onto the wire. */
  | { readonly kind: 'transmit'; readonly text: string }
  /** To the user agent, which may answer at once: the last of its effects, or the answer's own would be undone. */
  | { readonly kind: 'deliver'; readonly text: string }
  /** Takes the place of the timer of that name, if it runs. */
  | { readonly kind: 'startTimer'; readonly timer: TransactionTimer; readonly milliseconds: number }
  | { readonly kind: 'stopTimer'; readonly timer: TransactionTimer }
  /** Nobody has answered a request. */
  | { readonly kind: 'unanswered' }
  /** The transaction is over, and its timers with it. */
  | { readonly kind: 'end' };

export interface Step<State> {
  readonly state: State;
  readonly effects: readonly TransactionEffect[];
}

/** RFC 3261 section 17.1.1.1; milliseconds. */
export const T1 = 500;
export const T2 = 4_000;
export const T4 = 5_000;
/** How long a message may be under way, with all its repetitions. */
export const LIFETIME_MS = 64 * T1;
/** A phone may ring for long, and its INVITE must still be known when it answers. */
export const MAX_RINGING_MS = 600_000;

export const transmit = (text: string): TransactionEffect => ({ kind: 'transmit', text });
export const deliver = (text: string): TransactionEffect => ({ kind: 'deliver', text });
export const repeatAfter = (milliseconds: number): TransactionEffect => ({
  kind: 'startTimer',
  timer: 'repeat',
  milliseconds,
});
export const endAfter = (milliseconds: number): TransactionEffect => ({
  kind: 'startTimer',
  timer: 'end',
  milliseconds,
});
export const stopRepeating: TransactionEffect = { kind: 'stopTimer', timer: 'repeat' };
export const end: TransactionEffect = { kind: 'end' };
