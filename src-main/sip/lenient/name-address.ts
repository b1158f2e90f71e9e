import { type LenientUri, parametersIn, readUri } from './uri';

/** RFC 3261 section 20.10: a name, an address, and the parameters of the header that they stand in. */
export interface NameAddress {
  /** Without its quotes; what is escaped within them stays so. Empty where there is none. */
  readonly displayName: string;
  readonly uri: LenientUri;
  /** Names in small letters; null where there is no value. */
  readonly parameters: Readonly<Record<string, string | null>>;
}

/**
 * Reads what From, To, Contact and others hold, one entry of it: also a name without quotes that should have them, as
 * `Smith, John <sip:1002@host>`, and an address that the grammar has not (see readUri).
 *
 * @returns null where a quote or a bracket does not end, or nobody could say whom it names
 */
export function readNameAddress(text: string): NameAddress | null {
  const whole = text.trim();
  const parts = whole.startsWith('"') ? quotedParts(whole) : plainParts(whole);
  if (parts === null) return null;
  const { displayName, address, after } = parts;
  const uri = readUri(address);
  if (uri === null || (after !== '' && !after.startsWith(';'))) return null;
  return { displayName, uri, parameters: parametersIn(after) };
}

interface Parts {
  readonly displayName: string;
  readonly address: string;
  readonly after: string;
}

function quotedParts(text: string): Parts | null {
  let end = 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  const rest = text.slice(end + 1).trim();
  return rest.startsWith('<') ? bracketedParts(text.slice(1, end), rest) : null;
}

function plainParts(text: string): Parts | null {
  const bracket = text.indexOf('<');
  if (bracket >= 0) {
    const name = text.slice(0, bracket).trim();
    return name.includes('"') ? null : bracketedParts(name, text.slice(bracket));
  }
  // RFC 3261 section 20: without brackets every parameter is the header's, none the address's, and "?" may not be.
  const end = text.indexOf(';');
  const address = end < 0 ? text : text.slice(0, end).trim();
  return address.includes('?') ? null : { displayName: '', address, after: end < 0 ? '' : text.slice(end) };
}

function bracketedParts(displayName: string, text: string): Parts | null {
  const end = text.indexOf('>');
  // Blanks within the brackets are none of an address: what is wrong there may be wrong elsewhere.
  if (end < 0 || /^<\s|\s>/.test(text.slice(0, end + 1))) return null;
  return { displayName, address: text.slice(1, end), after: text.slice(end + 1).trim() };
}
