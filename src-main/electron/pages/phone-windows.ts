import { app, type BrowserWindow, screen } from 'electron';
import type { WindowPlaces } from '../../app/desktop/desktop-integration';
import type { WindowSystem } from '../../app/desktop/window-system';
import type { Clock } from '../../base/clock';
import type { Bounds } from '../../contract/bounds';
import type { Key } from '../../contract/keys';
import type { PhoneSnapshot } from '../../contract/phone-snapshot';
import { giveContentSize } from './content-size';
import { firstPlace, LEAST_SCALE, NATURAL } from './first-place';
import { on, send } from './messages';
import { onScreen } from './on-screen';
import { openPageWindow } from './page-window';
import { whenDrawn } from './when-drawn';

export interface PhoneWindowsPorts {
  press(device: string, key: Key): void;
  snapshot(device: string): PhoneSnapshot | undefined;
  /** A window is on the screen for the first time. */
  onShown(): void;
  /** Its user has closed the window of a phone. */
  onClosed(device: string): void;
  readonly clock: Clock;
  readonly places: WindowPlaces;
  alwaysOnTop(): boolean;
  readonly windowSystem: WindowSystem;
  trace(text: string): void;
}

const MAX_SCALE = 3;
/** A window that is being moved is not written down at each step, and one that is just opening not before the phones begin. Milliseconds. */
const KEEP_AFTER = 1000;

/** One window for each phone; a closed one is opened again from the Phones menu, and its phone works on without it. */
export class PhoneWindows {
  readonly #windows = new Map<string, BrowserWindow>();
  readonly #deafen: readonly (() => void)[];
  #lastInFront: string | null = null;

  readonly #ports: PhoneWindowsPorts;

  constructor(ports: PhoneWindowsPorts) {
    this.#ports = ports;
    this.#deafen = [
      on('phone:press', ports.trace, (key, sender) => {
        const device = this.#deviceOf(sender);
        if (device) ports.press(device, key);
      }),
      on('phone:listen', ports.trace, (_nothing, sender) => {
        const device = this.#deviceOf(sender);
        const snapshot = device && ports.snapshot(device);
        if (device && snapshot) this.publish(device, snapshot);
      }),
    ];
  }

  get allShown(): boolean {
    return this.list().every((window) => window.isVisible() || window.isMinimized());
  }

  list(): readonly BrowserWindow[] {
    return [...this.#windows.values()].filter((window) => !window.isDestroyed());
  }

  /** Opens the phone's window, or brings it to the front. `place` 0 is the first from the left. */
  openPhone(device: string, number: string, place: number, minimized = false): void {
    const known = this.#windowOf(device);
    if (known) {
      if (known.isMinimized()) known.restore();
      known.show();
      return;
    }
    const bounds = this.#keptPlace(device) ?? firstPlace(place, screen.getPrimaryDisplay().workArea);
    const window = openPageWindow('face', {
      ...bounds,
      alwaysOnTop: this.#ports.alwaysOnTop(),
      minWidth: Math.round(NATURAL.width * LEAST_SCALE),
      minHeight: Math.round(NATURAL.height * LEAST_SCALE),
      maxWidth: NATURAL.width * MAX_SCALE,
      maxHeight: NATURAL.height * MAX_SCALE,
      useContentSize: true,
      show: false,
      // The colour of the desk that the face draws: nothing flashes while it loads.
      backgroundColor: '#aeb2b5',
      title: `7960 – ${number}`,
    });
    window.setAspectRatio(NATURAL.width / NATURAL.height);
    whenDrawn(window, () => {
      // A window that was never on the screen is not in the taskbar either.
      window.showInactive();
      giveContentSize(window, bounds);
      if (minimized) window.minimize();
      this.#ports.onShown();
    });
    window.on('focus', () => {
      this.#lastInFront = device;
    });
    // Wayland says of every window that it stands at 0, 0.
    if (this.#ports.windowSystem !== 'wayland') this.#rememberPlace(device, window);
    window.once('closed', () => {
      // Opened again in the moment between its end and this news of it.
      if (this.#windows.get(device) !== window) return;
      this.#windows.delete(device);
      this.#ports.onClosed(device);
    });
    this.#windows.set(device, window);
  }

  closePhone(device: string): void {
    this.#windowOf(device)?.destroy();
  }

  /** All of them, for good. */
  close(): void {
    for (const end of this.#deafen) end();
    for (const window of this.list()) window.destroy();
  }

  publish(device: string, snapshot: PhoneSnapshot): void {
    const window = this.#windowOf(device);
    if (window) send(window.webContents, 'phone:snapshot', snapshot);
  }

  /** Another start of the app: what the user wants is to see the phones. */
  showAll(): void {
    for (const window of this.list()) {
      if (window.isMinimized()) window.restore();
      window.show();
    }
    app.focus();
  }

  /** The phone that has the focus, or had it last, as long as its window is there. */
  get front(): string | undefined {
    return this.#lastInFront !== null && this.#windowOf(this.#lastInFront) ? this.#lastInFront : undefined;
  }

  setAlwaysOnTop(on: boolean): void {
    for (const window of this.list()) window.setAlwaysOnTop(on);
  }

  /** A window is destroyed a moment before it says so. */
  #windowOf(device: string): BrowserWindow | undefined {
    const window = this.#windows.get(device);
    return window?.isDestroyed() ? undefined : window;
  }

  #keptPlace(device: string): Bounds | null {
    if (this.#ports.windowSystem === 'wayland') return null;
    const kept = this.#ports.places.placeOf(device);
    return kept
      ? onScreen(
          kept,
          screen.getAllDisplays().map(({ workArea }) => workArea),
        )
      : null;
  }

  #rememberPlace(device: string, window: BrowserWindow): void {
    let moved: Bounds | null = null;
    let cancel = (): void => {};
    const keep = (): void => {
      cancel();
      if (moved) this.#ports.places.keepPlace(device, moved);
      moved = null;
    };
    const look = (): void => {
      // What fills the screen, or is put away, for a while is not where it was left.
      const elsewhere = window.isMinimized() || window.isMaximized() || window.isFullScreen();
      const [x = 0, y = 0] = window.getPosition();
      const [width = NATURAL.width, height = NATURAL.height] = window.getContentSize();
      moved = elsewhere ? null : { x, y, width, height };
      cancel();
      cancel = this.#ports.clock.after(KEEP_AFTER, keep);
    };
    window.on('move', look);
    window.on('resize', look);
    window.once('closed', keep);
  }

  #deviceOf(senderId: number): string | undefined {
    return [...this.#windows].find(([, window]) => !window.isDestroyed() && window.webContents.id === senderId)?.[0];
  }
}
