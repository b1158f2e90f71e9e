import { nativeTheme } from 'electron';
import type { Preferences } from '../../contract/preferences';
import type { Surroundings } from './surroundings';

type Told = Omit<Surroundings, 'opening' | 'alwaysOnTop' | 'casing' | 'ringGain'>;

export interface SurroundingsParts extends Told {
  preferences(): Preferences;
  hasTray(): boolean;
  /** Somebody has asked on the command line to see the phones. */
  readonly showing: boolean;
}

const LOUDEST = 10;

/** What the preferences mean for the phones, whenever they are asked. */
export function surroundingsOf({ preferences, hasTray, showing, ...told }: SurroundingsParts): Surroundings {
  return {
    ...told,
    get opening() {
      if (showing || !preferences().startHidden) return 'shown';
      return hasTray() ? 'hidden' : 'minimized';
    },
    get alwaysOnTop() {
      return preferences().alwaysOnTop;
    },
    get casing() {
      const chosen = preferences().casing;
      if (chosen === 'system') return nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
      return chosen === 'phone' ? null : chosen;
    },
    get ringGain() {
      return preferences().ringVolume / LOUDEST;
    },
  };
}
