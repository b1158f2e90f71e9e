import type { ToneName } from '../contract/line-port';
import { messagesOf } from './buttons/messages-key';
import { isInHand, isRingingIn } from './calls/call';
import { isRinging, type PhoneState, selectedCall } from './phone-state';

/** What is to be heard from the phone, besides the voice. */
export interface Tone {
  readonly tone: ToneName | null;
  /** 0 to 1. */
  readonly gain: number;
}

const LOUDEST = 10;

/** How loud the phone rings and plays sound files, 0 to 1. */
export const ringerGainOf = (state: PhoneState): number => state.ringerVolume / LOUDEST;

export function toneOf(state: PhoneState): Tone {
  const ring = { tone: ringOf(state), gain: ringerGainOf(state) };
  const heard = (tone: ToneName | null): Tone => ({ tone, gain: state.voiceVolume / LOUDEST });
  if (state.hook === 'onHook') return isRinging(state) ? ring : heard(null);
  const own = callTone(state);
  if (own || !isRinging(state)) return heard(own);
  // A phone at somebody's ear does not ring, nor does one that somebody talks into.
  const listens = state.hook !== 'speaker' || state.calls.some(isInHand);
  return listens ? heard('callWaiting') : ring;
}

/** The call that rings longest decides. One of which nobody has said where it comes from rings as ever. */
const ringOf = ({ calls }: PhoneState): ToneName =>
  calls.find(isRingingIn)?.source === 'outside' ? 'ringOutside' : 'ring';

function callTone(state: PhoneState): ToneName | null {
  switch (selectedCall(state)?.phase) {
    case undefined:
      if (state.entry) return null;
      return messagesOf(state).waiting ? 'stutterDial' : 'dial';
    case 'ringOut':
      return 'ringback';
    case 'busy':
      return 'busy';
    case 'failed':
      return 'reorder';
    default:
      return null;
  }
}

/** How the line page treats the voice of the line's calls. */
export const voiceOf = (state: PhoneState): { readonly muted: boolean; readonly gain: number } => ({
  muted: state.muted,
  gain: state.voiceVolume / LOUDEST,
});
