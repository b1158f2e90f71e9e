/**
 * A value on D-Bus. Structures and the entries of dictionaries are lists of their members; 64-bit integers are bigints;
 * bytes may be given as they lie in memory.
 */
export type BusValue = number | bigint | boolean | string | BusVariant | Uint8Array | readonly BusValue[];

/** A value that brings its type along. */
export interface BusVariant {
  readonly signature: string;
  readonly value: BusValue;
}

export const variant = (signature: string, value: BusValue): BusVariant => ({ signature, value });

/** D-Bus Specification, "Summary of types": where each begins, in bytes from the start of the message. */
const ALIGNMENTS: Readonly<Record<string, number>> = {
  ...{ y: 1, g: 1, v: 1, n: 2, q: 2, b: 4, i: 4, u: 4, s: 4, o: 4, a: 4, h: 4 },
  ...{ x: 8, t: 8, d: 8, '(': 8, '{': 8 },
};
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}' };
const MAX_SIGNATURE = 255;

export const alignmentOf = (type: string): number => ALIGNMENTS[type[0] ?? ''] ?? 1;

/**
 * The complete types that a signature is made of: `sa{sv}` is `s` and `a{sv}`.
 *
 * @throws RangeError if it is none
 */
export function typesOf(signature: string): readonly string[] {
  if (signature.length > MAX_SIGNATURE) throw new RangeError('a signature is too long');
  const types: string[] = [];
  for (let at = 0; at < signature.length; ) {
    const end = endOfType(signature, at);
    types.push(signature.slice(at, end));
    at = end;
  }
  return types;
}

/** The types between the brackets of a structure or an entry. */
export const membersOf = (type: string): readonly string[] => typesOf(type.slice(1, -1));

function endOfType(signature: string, at: number): number {
  const code = signature[at] ?? '';
  if (!Object.hasOwn(ALIGNMENTS, code)) throw new RangeError(`${signature} is no signature`);
  if (code === 'a') return endOfType(signature, at + 1);
  const closing = CLOSING[code];
  if (closing === undefined) return at + 1;
  let next = endOfType(signature, at + 1);
  while (signature[next] !== closing) next = endOfType(signature, next);
  return next + 1;
}
