import { nativeTheme } from 'electron';
import type { DesktopIntegration } from '../../app/desktop/desktop-integration';
import type { Preferences } from '../../contract/preferences';
import { usedWindowSystem } from './used-window-system';

type Told = Omit<DesktopIntegration, 'opening' | 'alwaysOnTop' | 'casing' | 'ringGain'>;

export interface DesktopIntegrationParts extends Told {
  preferences(): Preferences;
  hasTray(): boolean;
  /** Somebody has asked on the command line to see the phones. */
  readonly showing: boolean;
}

const LOUDEST = 10;

/** What the preferences mean for the phones, whenever they are asked. */
export function electronDesktopIntegration({
  preferences,
  hasTray,
  showing,
  ...told
}: DesktopIntegrationParts): DesktopIntegration {
  return {
    ...told,
    get opening() {
      if (showing || !preferences().startHidden) return 'shown';
      return hasTray() ? 'hidden' : 'minimized';
    },
    get alwaysOnTop() {
      return preferences().alwaysOnTop && usedWindowSystem() !== 'wayland';
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
