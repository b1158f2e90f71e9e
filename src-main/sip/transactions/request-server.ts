import { missingCase } from '../../base/missing-case';
import {
  deliver,
  end,
  endAfter,
  LIFETIME_MS,
  MAX_RINGING_MS,
  type Step,
  type TransactionInput,
  transmit,
} from './transaction';

/** Somebody's request that is no INVITE (RFC 3261 section 17.2.2). */
export interface RequestServer {
  readonly kind: 'requestServer';
  /** The last one, by which the request is answered when it comes again. */
  readonly response: string | null;
}

export const beginRequestServer = (text: string): Step<RequestServer> => ({
  state: { kind: 'requestServer', response: null },
  effects: [endAfter(MAX_RINGING_MS), deliver(text)],
});

export function reduceRequestServer(state: RequestServer, input: TransactionInput): Step<RequestServer> {
  switch (input.kind) {
    case 'outgoing':
      return {
        state: { ...state, response: input.text },
        effects: [transmit(input.text), ...((input.status ?? 0) < 200 ? [] : [endAfter(LIFETIME_MS)])],
      };
    case 'incoming':
      return { state, effects: state.response === null ? [] : [transmit(state.response)] };
    case 'timer':
      return { state, effects: input.timer === 'end' ? [end] : [] };
    default:
      return missingCase(input);
  }
}
