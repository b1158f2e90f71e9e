import { missingCase } from '../../base/missing-case';
import {
  deliver,
  end,
  endAfter,
  LIFETIME_MS,
  repeatAfter,
  type Step,
  stopRepeating,
  T1,
  T2,
  T4,
  type TransactionInput,
  transmit,
} from './transaction';

/** Our request that is no INVITE (RFC 3261 section 17.1.2). */
export type RequestClient =
  | {
      readonly kind: 'requestClient';
      readonly phase: 'trying' | 'proceeding';
      readonly text: string;
      readonly interval: number;
    }
  | { readonly kind: 'requestClient'; readonly phase: 'completed' };

export const beginRequestClient = (text: string): Step<RequestClient> => ({
  state: { kind: 'requestClient', phase: 'trying', text, interval: T1 },
  effects: [transmit(text), repeatAfter(T1), endAfter(LIFETIME_MS)],
});

export function reduceRequestClient(state: RequestClient, input: TransactionInput): Step<RequestClient> {
  if (state.phase === 'completed')
    return { state, effects: input.kind === 'timer' && input.timer === 'end' ? [end] : [] };
  switch (input.kind) {
    case 'outgoing':
      return { state, effects: [transmit(input.text)] };
    case 'incoming':
      // Whoever works on it may still lose the answer: it is asked for again, but seldom.
      if ((input.status ?? 0) < 200)
        return {
          state: { ...state, phase: 'proceeding', interval: T2 },
          effects: [repeatAfter(T2), deliver(input.text)],
        };
      return {
        state: { kind: 'requestClient', phase: 'completed' },
        effects: [stopRepeating, endAfter(T4), deliver(input.text)],
      };
    case 'timer': {
      if (input.timer === 'end') return { state, effects: [{ kind: 'unanswered' }, end] };
      const interval = Math.min(2 * state.interval, T2);
      return { state: { ...state, interval }, effects: [transmit(state.text), repeatAfter(interval)] };
    }
    default:
      return missingCase(input);
  }
}
