import type { ToneName } from '../contract/line-port';
import { callInPhase, type PhoneState, selectedCall } from './phone-state';

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
  // A phone at somebody's ear does not ring.
  if (callInPhase(state, 'ringIn') && !callInPhase(state, 'connected'))
    return { tone: 'ring', gain: ringerGainOf(state) };
  return { tone: state.hook === 'onHook' ? null : callTone(state), gain: state.voiceVolume / LOUDEST };
}

function callTone(state: PhoneState): ToneName | null {
  switch (selectedCall(state)?.phase) {
    case undefined:
      return state.entry ? null : 'dial';
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
