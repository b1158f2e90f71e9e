import { missingCase } from '../../base/missing-case';
import {
  deliver,
  end,
  endAfter,
  LIFETIME_MS,
  MAX_RINGING_MS,
  repeatAfter,
  type Step,
  stopRepeating,
  T1,
  type TransactionInput,
  transmit,
} from './transaction';

/** Our INVITE (RFC 3261 section 17.1.1, RFC 6026 section 7.2). */
export type InviteClient =
  | { readonly kind: 'inviteClient'; readonly phase: 'calling'; readonly text: string; readonly interval: number }
  | { readonly kind: 'inviteClient'; readonly phase: 'proceeding' }
  /** A 2xx has come. Others may follow, from further phones, and each is the user agent's to acknowledge. */
  | { readonly kind: 'inviteClient'; readonly phase: 'accepted' }
  /** Refused. `ack`: with what the refusal was acknowledged, and is again when it is repeated. */
  | { readonly kind: 'inviteClient'; readonly phase: 'completed'; readonly ack: string | null };

export const beginInviteClient = (text: string): Step<InviteClient> => ({
  state: { kind: 'inviteClient', phase: 'calling', text, interval: T1 },
  effects: [transmit(text), repeatAfter(T1), endAfter(LIFETIME_MS)],
});

export function reduceInviteClient(state: InviteClient, input: TransactionInput): Step<InviteClient> {
  switch (input.kind) {
    case 'outgoing':
      // The ACK of a refusal: it has the branch of its INVITE.
      if (state.phase !== 'completed') return { state, effects: [transmit(input.text)] };
      return { state: { ...state, ack: input.text }, effects: [transmit(input.text)] };
    case 'incoming':
      return heard(state, input.text, input.status ?? 0);
    case 'timer':
      if (input.timer === 'end')
        return { state, effects: state.phase === 'calling' ? [{ kind: 'unanswered' }, end] : [end] };
      if (state.phase !== 'calling') return { state, effects: [] };
      return {
        state: { ...state, interval: 2 * state.interval },
        effects: [transmit(state.text), repeatAfter(2 * state.interval)],
      };
    default:
      return missingCase(input);
  }
}

function heard(state: InviteClient, text: string, status: number): Step<InviteClient> {
  switch (state.phase) {
    case 'calling':
    case 'proceeding':
      if (status < 200)
        return {
          state: { kind: 'inviteClient', phase: 'proceeding' },
          effects: [stopRepeating, endAfter(MAX_RINGING_MS), deliver(text)],
        };
      return {
        state:
          status < 300
            ? { kind: 'inviteClient', phase: 'accepted' }
            : { kind: 'inviteClient', phase: 'completed', ack: null },
        effects: [stopRepeating, endAfter(LIFETIME_MS), deliver(text)],
      };
    case 'accepted':
      return { state, effects: status >= 200 && status < 300 ? [deliver(text)] : [] };
    case 'completed':
      return { state, effects: status >= 300 && state.ack !== null ? [transmit(state.ack)] : [] };
    default:
      return missingCase(state);
  }
}
