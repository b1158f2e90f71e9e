import type { PhoneState } from '../phone-state';
import type { LevelName, Screen } from './screen';

const MAX = 10;

export function levelOf({ settings, ringerVolume, voiceVolume }: PhoneState, name: LevelName): number {
  switch (name) {
    case 'contrast':
      return settings.contrast;
    case 'ringerVolume':
      return ringerVolume;
    case 'voiceVolume':
      return voiceVolume;
  }
}

function withLevel(state: PhoneState, name: LevelName, value: number): PhoneState {
  const level = Math.min(MAX, Math.max(0, value));
  switch (name) {
    case 'contrast':
      return { ...state, settings: { ...state.settings, contrast: level } };
    case 'ringerVolume':
      return { ...state, ringerVolume: level };
    case 'voiceVolume':
      return { ...state, voiceVolume: level };
  }
}

/** One more or one less, to be seen or heard at once. */
export const changeLevel = (state: PhoneState, top: Screen, by: 1 | -1): PhoneState =>
  top.kind === 'level' ? withLevel(state, top.level, levelOf(state, top.level) + by) : state;

/** Volumes are what the volume key makes of them, until they are saved. */
export function saveLevel(state: PhoneState, top: Screen): PhoneState {
  if (top.kind !== 'level' || top.level === 'contrast') return state;
  return { ...state, settings: { ...state.settings, [top.level]: levelOf(state, top.level) } };
}

export const takeBackLevel = (state: PhoneState, top: Screen): PhoneState =>
  top.kind === 'level' ? withLevel(state, top.level, top.before) : state;
