/** RFC 3966, 3: `visual-separator = "-" / "." / "(" / ")"`; people write blanks, slashes, and every dash that there is. */
const SEPARATORS = /[-.()\s/·•‧∙−\p{Pd}]/gu;
/** Marks of direction, joiners, soft hyphens: copied with a number, and seen by nobody. */
const UNSEEN = /\p{Cf}/gu;
const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;
/** "+49 (0) 30": what is dialled in the country only, beside the country's own code. */
const TRUNK = /^(\s*(?:\+|00)[\d\s-]{1,6})\(\s*0\s*\)/;
/** What follows the number: pauses and what is dialled after them, and extensions as people write them. */
const AFTERWARDS = /[pwx,;]|ext|durchwahl|poste/i;
const EXTENSION = /^(?:[pwx,;][\s,;pw]*|(?:ext(?:ension|n)?|durchwahl|poste)[\s.:]*)[\d*#][\d*#pw,;\s-]*$/i;
const NUMBER = /^\+?[\d*#]+$/;

/**
 * The number that somebody has written, as it is dialled: with digits of any script, and without what is there for the eye.
 *
 * @returns null where it is none
 */
export function dialledNumber(written: string): string | null {
  const plain = written.normalize('NFKC').replace(UNSEEN, '').replace(OTHER_DIGIT, digitOf).trim();
  const end = plain.search(AFTERWARDS);
  if (end >= 0 && !EXTENSION.test(plain.slice(end))) return null;
  const number = (end < 0 ? plain : plain.slice(0, end)).replace(TRUNK, '$1').replace(SEPARATORS, '');
  return NUMBER.test(number) ? number : null;
}

/** The same of a `tel:`, `callto:` or `sip:` address, or of a number alone. */
export function numberWritten(text: string): string | null {
  const bare = text
    .replace(UNSEEN, '')
    .trim()
    .replace(/^<([^<>]*)>$/, '$1');
  const [, scheme, rest = ''] = /^(tel|callto|sip):(?:\/\/)?(.*)$/is.exec(bare) ?? [];
  if (scheme === undefined) return dialledNumber(bare);
  // What stands behind it, as `;ext=12` or the host, is not dialled.
  const user = decoded(rest.split(scheme.toLowerCase() === 'sip' ? /[@;?:]/ : /[;?&,]/, 1)[0] ?? '');
  return user === null ? null : dialledNumber(user);
}

/** Digits come in tens that begin at a multiple of sixteen, or six after it. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const begin = code & ~15;
  const isFirst = /\p{Nd}/u.test(String.fromCodePoint(begin));
  return String(code - begin - (isFirst ? 0 : 6));
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
