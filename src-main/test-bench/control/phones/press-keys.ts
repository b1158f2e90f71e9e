import { failure, type Result, success } from '../../../base/result';
import type { Key } from '../../../contract/keys';
import type { ControlledPhones } from './controlled-phones';
import { hardKey } from './key-names';

const POSITIONS = [1, 2, 3, 4] as const;

/**
 * Presses one key after the other, softkeys by their label ("CallBack", also on another page), hard keys by Cisco's `Key:` names.
 *
 * @returns how many were pressed, or why the next one was not
 */
export function pressKeys(phones: ControlledPhones, device: string, names: readonly string[]): Result<number, string> {
  for (const [at, name] of names.entries()) {
    if (pressOne(phones, device, name)) continue;
    const offered = softkeysOf(phones, device).filter((label) => label !== null);
    const before = at === 0 ? '' : ` (${names.slice(0, at).join(', ')} pressed before it)`;
    return failure(`there is no key "${name}" now: the softkeys are ${offered.join(', ') || 'none'}${before}`);
  }
  return success(names.length);
}

function pressOne(phones: ControlledPhones, device: string, name: string): boolean {
  const position = POSITIONS.find((one) => softkeysOf(phones, device)[one - 1] === name);
  const key: Key | null = position ? { kind: 'softkey', position } : hardKey(name);
  if (!key) return phones.pressSoftkey(device, name);
  phones.press(device, key);
  return true;
}

const softkeysOf = (phones: ControlledPhones, device: string): readonly (string | null)[] =>
  phones.snapshot(device)?.display.softkeys ?? [];
