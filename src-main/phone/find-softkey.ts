import { meaningOf } from './keys';
import type { PhoneState } from './phone-state';
import { softkeysOf } from './softkeys';

export type SoftkeyPosition = 1 | 2 | 3 | 4;
const POSITIONS: readonly SoftkeyPosition[] = [1, 2, 3, 4];

/**
 * Where the softkey is that means this ("CallBack", "Dial", "Exit"), whatever its label says in the phone's language.
 *
 * @returns `more`: where the key is that turns to others; null = the phone does not offer it now
 */
export function findSoftkey(
  state: PhoneState,
  meaning: string,
): { readonly position: SoftkeyPosition; readonly more: boolean } | null {
  const keys = softkeysOf(state);
  const at = (is: (key: (typeof keys)[number]) => boolean): SoftkeyPosition | undefined =>
    POSITIONS.find((position) => is(keys[position - 1] ?? null));
  const found = at((key) => key !== null && meaningOf(key) === meaning);
  if (found) return { position: found, more: false };
  const more = at((key) => key?.kind === 'more');
  return more ? { position: more, more: true } : null;
}
