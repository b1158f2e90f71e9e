import type { Key } from './keys';
import type { LineCommand, LineEvent } from './line-port';
import type { PhoneSnapshot } from './phone-snapshot';

/** What a preload puts on `window` of a phone's face, and nothing else. */
export interface PhoneBridge {
  press(key: Key): void;
  /** Tells the main process that the face listens; every later change arrives at the listener, the current state at once. */
  onSnapshot(listener: (snapshot: PhoneSnapshot) => void): void;
}

/** What a preload puts on `window` of the line page, and nothing else. */
export interface LineBridge {
  report(event: LineEvent): void;
  onCommand(listener: (command: LineCommand) => void): void;
}

declare global {
  interface Window {
    readonly phoneBridge: PhoneBridge;
    readonly lineBridge: LineBridge;
  }
}
