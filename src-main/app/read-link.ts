import { dialledNumber } from '../sip/written-number';

/** What a link or a word of the command line asks for. It comes from anybody: from a web page, a letter, another program. */
export type ReadLink =
  /** To stand in the dial field: never longer than MAX_CHARACTERS, and nothing in it but what a phone dials. */
  | { readonly kind: 'number'; readonly number: string }
  /** `words`: why it is not dialled, for the user; nothing of the link is repeated in them. */
  | { readonly kind: 'refused'; readonly words: string };

const LONGEST_LINK = 512;
const MAX_CHARACTERS = 32;

/** RFC 3261, 25.1: `user`, of which no more is taken than what names a line somewhere. */
const NAME = /^[A-Za-z][\w.-]*$/;

const refused = (words: string): ReadLink => ({ kind: 'refused', words });
const NOT_A_NUMBER = refused('The link has no number in it that a phone could dial.');
const TOO_LONG = refused('The link is too long for a phone number.');
const SECURE = refused(
  'The link asks for a connection that is secured all the way to the other phone (sips:). This phone cannot promise that, so it is not dialled.',
);

/** @returns null if it is no link for a phone: nothing is to be said about it */
export function readLink(word: string): ReadLink | null {
  const [, scheme, rest] = /^([a-z]{3,6}):(.*)$/is.exec(word) ?? [];
  switch (scheme?.toLowerCase()) {
    case 'tel':
    case 'callto':
      return within(word, () => numberOf(beforeParameters(withoutSlashes(rest ?? ''))));
    case 'sip':
      return within(word, () => userOf(withoutSlashes(rest ?? '')));
    case 'sips':
      return SECURE;
    default:
      return isPlainNumber(word) ? within(word, () => numberOf(word)) : null;
  }
}

/** The first of the command line's words that is meant for a phone. `withValue`: switches whose next word is their own. */
export function linkAmong(words: readonly string[], withValue: readonly string[] = []): ReadLink | null {
  for (const [at, word] of words.entries()) {
    if (word.startsWith('-') || withValue.includes(words[at - 1] ?? '')) continue;
    const link = readLink(word);
    if (link) return link;
  }
  return null;
}

/** Without a scheme only what is written as a number is one: `2024` is, `src/2024` is a file. */
const isPlainNumber = (word: string): boolean => /^\+?[\d*#(][\d*#().\s-]*$/.test(word) && /\d/.test(word);

const within = (word: string, read: () => ReadLink): ReadLink => (word.length > LONGEST_LINK ? TOO_LONG : read());

/** `tel://1002` is no tel: URI, and often written. */
const withoutSlashes = (text: string): string => text.replace(/^\/\//, '');

/** Parameters and headers may ask for anything; a number needs none of them. */
const beforeParameters = (text: string): string => text.split(/[;?&,]/)[0] ?? '';

/** RFC 3261, 19.1.1: `sip:user:password@host:port;uri-parameters?headers`. The user is what is dialled, in our own domain. */
function userOf(text: string): ReadLink {
  const at = text.indexOf('@');
  // A host alone names nobody; but many write a number there.
  const user = at < 0 ? beforeParameters(text) : (text.slice(0, at).split(/[:;?]/)[0] ?? '');
  const number = numberOf(user);
  if (number.kind === 'number' || at < 0) return number;
  const name = decoded(user);
  if (name === null || !NAME.test(name)) return NOT_A_NUMBER;
  return name.length > MAX_CHARACTERS ? TOO_LONG : { kind: 'number', number: name };
}

function numberOf(text: string): ReadLink {
  const written = decoded(text);
  // The end of a line ends no number that somebody has written into a link.
  const number = written === null || /[\r\n]/.test(written) ? null : dialledNumber(written);
  if (number === null) return NOT_A_NUMBER;
  return number.length > MAX_CHARACTERS ? TOO_LONG : { kind: 'number', number };
}

/** Decoded once: what is a `%` then stays one, and is in no number. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
