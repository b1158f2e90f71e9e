import type { Key } from '../../../contract/keys';
import { keyOfUri } from '../../../phone/key-uri';

/** What a 7960 has besides the keys that Cisco's `Key:` URIs name, as the face calls it, and two of the computer's keyboard. */
const MORE: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['Handset', { kind: 'handset' }],
  ['Help', { kind: 'help' }],
  ['Enter', { kind: 'enter' }],
  ['Escape', { kind: 'escape' }],
]);

/** @param name "Line1", "KeyPad5", "Speaker", also with "Key:" before it @returns null = no hard key is called so */
export const hardKey = (name: string): Key | null => {
  const bare = name.replace(/^Key:/, '');
  return keyOfUri(bare) ?? MORE.get(bare) ?? null;
};
