import { app, type BrowserWindow, screen } from 'electron';
import * as v from 'valibot';
import { CHANNELS } from '../../contract/channels';
import { type Key, keySchema } from '../../contract/keys';
import type { PhoneSnapshot } from '../../contract/phone-snapshot';
import { onMessage } from './messages';
import { openPageWindow } from './page-window';

export interface PhoneWindowsPorts {
  press(device: string, key: Key): void;
  snapshot(device: string): PhoneSnapshot | undefined;
  /** A window has painted its phone for the first time. */
  onShown(): void;
  trace(text: string): void;
}

/** The face at its natural size, in pixels. */
const WIDTH = 720;
const HEIGHT = 560;
const LEAST_SCALE = 0.6;
const MOST_SCALE = 3;

/** One window for each phone; a closed one is opened again from the Phones menu, and its phone works on without it. */
export class PhoneWindows {
  private readonly windows = new Map<string, BrowserWindow>();
  private readonly deafen: readonly (() => void)[];

  constructor(private readonly ports: PhoneWindowsPorts) {
    this.deafen = [
      onMessage('phone', CHANNELS.phone.press, keySchema, ports.trace, (key, sender) => {
        const device = this.deviceOf(sender);
        if (device) ports.press(device, key);
      }),
      onMessage('phone', CHANNELS.phone.listen, v.undefined(), ports.trace, (_nothing, sender) => {
        const device = this.deviceOf(sender);
        const snapshot = device && ports.snapshot(device);
        if (device && snapshot) this.publish(device, snapshot);
      }),
    ];
  }

  get allShown(): boolean {
    return this.list().every((window) => window.isVisible());
  }

  list(): readonly BrowserWindow[] {
    return [...this.windows.values()];
  }

  /** Opens the phone's window, or brings it to the front. `place` 0 is the first from the left. */
  openPhone(device: string, number: string, place: number): void {
    const known = this.windows.get(device);
    if (known) {
      if (known.isMinimized()) known.restore();
      known.focus();
      return;
    }
    const window = openPageWindow('phone', {
      ...boundsAt(place),
      minWidth: Math.round(WIDTH * LEAST_SCALE),
      minHeight: Math.round(HEIGHT * LEAST_SCALE),
      maxWidth: WIDTH * MOST_SCALE,
      maxHeight: HEIGHT * MOST_SCALE,
      useContentSize: true,
      show: false,
      // The colour of the desk that the face draws: nothing flashes while it loads.
      backgroundColor: '#aeb2b5',
      title: `7960 – ${number}`,
    });
    window.setAspectRatio(WIDTH / HEIGHT);
    window.once('ready-to-show', () => {
      window.showInactive();
      this.ports.onShown();
    });
    window.once('closed', () => this.windows.delete(device));
    this.windows.set(device, window);
  }

  closePhone(device: string): void {
    this.windows.get(device)?.destroy();
  }

  /** All of them, for good. */
  close(): void {
    for (const end of this.deafen) end();
    for (const window of this.list()) window.destroy();
  }

  publish(device: string, snapshot: PhoneSnapshot): void {
    const window = this.windows.get(device);
    if (window && !window.isDestroyed()) window.webContents.send(CHANNELS.phone.snapshot, snapshot);
  }

  /** Another start of the app: what the user wants is to see the phones. */
  showAll(): void {
    for (const window of this.windows.values()) {
      if (window.isMinimized()) window.restore();
      window.focus();
    }
    app.focus();
  }

  private deviceOf(senderId: number): string | undefined {
    return [...this.windows].find(([, window]) => !window.isDestroyed() && window.webContents.id === senderId)?.[0];
  }
}

/** Side by side as far as the screen goes, then the next row a little lower. */
function boundsAt(place: number): { x: number; y: number; width: number; height: number } {
  const area = screen.getPrimaryDisplay().workArea;
  const scale = Math.min(1, Math.max(LEAST_SCALE, area.width / 3 / WIDTH));
  const width = Math.floor(WIDTH * scale);
  const height = Math.floor(HEIGHT * scale);
  const columns = Math.max(1, Math.floor(area.width / width));
  const row = Math.floor(place / columns);
  const free = Math.max(0, area.height - height);
  return {
    x: area.x + (place % columns) * width,
    y: area.y + Math.min(free, Math.round((free / 2) * (row === 0 ? 0.3 : row))),
    width,
    height,
  };
}
