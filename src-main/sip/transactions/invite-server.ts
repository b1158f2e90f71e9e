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
  T2,
  T4,
  type TransactionInput,
  transmit,
} from './transaction';

/** Somebody's INVITE (RFC 3261 section 17.2.1, RFC 6026 section 7.1). */
export type InviteServer =
  | { readonly kind: 'inviteServer'; readonly phase: 'proceeding'; readonly response: string | null }
  /** The user agent repeats its 2xx itself (RFC 3261 section 13.3.1.4). */
  | { readonly kind: 'inviteServer'; readonly phase: 'accepted' }
  | { readonly kind: 'inviteServer'; readonly phase: 'completed'; readonly response: string; readonly interval: number }
  | { readonly kind: 'inviteServer'; readonly phase: 'confirmed' };

export const beginInviteServer = (text: string): Step<InviteServer> => ({
  state: { kind: 'inviteServer', phase: 'proceeding', response: null },
  effects: [endAfter(MAX_RINGING_MS), deliver(text)],
});

export function reduceInviteServer(state: InviteServer, input: TransactionInput): Step<InviteServer> {
  switch (input.kind) {
    case 'outgoing':
      return answered(state, input.text, input.status ?? 0);
    case 'incoming':
      return input.method === 'ACK' ? acknowledged(state, input.text) : askedAgain(state);
    case 'timer':
      if (input.timer === 'end') return { state, effects: [end] };
      if (state.phase !== 'completed') return { state, effects: [] };
      return {
        state: { ...state, interval: Math.min(2 * state.interval, T2) },
        effects: [transmit(state.response), repeatAfter(Math.min(2 * state.interval, T2))],
      };
    default:
      return missingCase(input);
  }
}

function answered(state: InviteServer, text: string, status: number): Step<InviteServer> {
  if (state.phase !== 'proceeding') return { state, effects: [transmit(text)] };
  if (status < 200) return { state: { ...state, response: text }, effects: [transmit(text)] };
  if (status < 300)
    return { state: { kind: 'inviteServer', phase: 'accepted' }, effects: [transmit(text), endAfter(LIFETIME_MS)] };
  return {
    state: { kind: 'inviteServer', phase: 'completed', response: text, interval: T1 },
    effects: [transmit(text), repeatAfter(T1), endAfter(LIFETIME_MS)],
  };
}

function askedAgain(state: InviteServer): Step<InviteServer> {
  const known = state.phase === 'proceeding' || state.phase === 'completed' ? state.response : null;
  return { state, effects: known === null ? [] : [transmit(known)] };
}

function acknowledged(state: InviteServer, text: string): Step<InviteServer> {
  // That of a 2xx has a branch of its own, and comes here only from those who do not know it.
  if (state.phase === 'accepted' || state.phase === 'proceeding') return { state, effects: [deliver(text)] };
  if (state.phase === 'confirmed') return { state, effects: [] };
  return {
    state: { kind: 'inviteServer', phase: 'confirmed' },
    effects: [stopRepeating, endAfter(T4), deliver(text)],
  };
}
