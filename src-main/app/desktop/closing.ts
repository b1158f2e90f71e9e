import type { Preferences } from '../../contract/preferences';

export interface ClosingPorts {
  preferences(): Preferences;
  /** Icons of running programs are shown somewhere. */
  tray(): Promise<boolean>;
  readonly known: { readonly closingExplained: boolean; explained(): void };
  /** @returns true = go on, false = quit instead */
  explain(words: { readonly message: string; readonly detail: string }): Promise<boolean>;
  /** Asks first where a Call Back is active. */
  quit(): void;
}

/** A window that its user wants to be gone. */
export interface ClosedWindow {
  isMinimized(): boolean;
  minimize(): void;
  destroy(): void;
}

const MESSAGE = 'Callback Phone goes on working.';
const HERE =
  'Calls ring and Call Backs are announced as before. “Quit” in the Phones menu ends it; what closing a window does is in the settings.';

/**
 * What becomes of the app when its last window is closed. It must not be gone without its user's knowing, nor stay where
 * nobody finds it.
 *
 * ```
 *   the user wants it to end  ─────────────> quit, which asks where a Call Back is active
 *   there is a tray           ── explained ─> the window is closed, the icon stays
 *   there is none             ── explained ─> the window stays in the taskbar
 * ```
 */
export class Closing {
  #asking = false;

  readonly #ports: ClosingPorts;

  constructor(ports: ClosingPorts) {
    this.#ports = ports;
  }

  async lastWindow(window: ClosedWindow): Promise<void> {
    const { preferences, tray, quit } = this.#ports;
    if (this.#asking) return;
    if (!preferences().closeToTray || !(await this.#goOn())) quit();
    else if (await tray()) window.destroy();
    // One that has never been on the screen would be shown by it.
    else if (!window.isMinimized()) window.minimize();
  }

  async #goOn(): Promise<boolean> {
    const { known, explain, tray } = this.#ports;
    if (known.closingExplained) return true;
    this.#asking = true;
    try {
      const where = (await tray())
        ? 'Its icon is among those of running programs: a click there shows the phones again.'
        : 'This desktop shows no icons of running programs, so the window stays in the taskbar.';
      const goesOn = await explain({ message: MESSAGE, detail: `${where} ${HERE}` });
      if (goesOn) known.explained();
      return goesOn;
    } finally {
      this.#asking = false;
    }
  }
}
