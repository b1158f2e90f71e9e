import { DIGITS, type Key } from '../contract/keys';

/** `Key:` URIs of a 7960 that are not numbered, each with the key that they press. */
const NAMED: Readonly<Record<string, Key>> = {
  KeyPadStar: { kind: 'digit', digit: '*' },
  KeyPadPound: { kind: 'digit', digit: '#' },
  VolUp: { kind: 'volume', direction: 'up' },
  VolDwn: { kind: 'volume', direction: 'down' },
  NavUp: { kind: 'navigate', direction: 'up' },
  NavDwn: { kind: 'navigate', direction: 'down' },
  Headset: { kind: 'headset' },
  Speaker: { kind: 'speaker' },
  Mute: { kind: 'mute' },
  Info: { kind: 'info' },
  Messages: { kind: 'messages' },
  Services: { kind: 'services' },
  Directories: { kind: 'directories' },
  Settings: { kind: 'settings' },
};

const KEYS: ReadonlyMap<string, Key> = new Map([
  ...Object.entries(NAMED),
  ...DIGITS.map((digit): [string, Key] => [`KeyPad${digit}`, { kind: 'digit', digit }]),
  ...([1, 2, 3, 4, 5, 6] as const).map((button): [string, Key] => [`Line${button}`, { kind: 'line', button }]),
  ...([1, 2, 3, 4] as const).map((position): [string, Key] => [`Soft${position}`, { kind: 'softkey', position }]),
]);

/** @param name what stands behind `Key:` @returns null if this phone has no such key: "ignored if key absent" */
export const keyOfUri = (name: string): Key | null => KEYS.get(name) ?? null;
