import { addressIn, entriesIn, preferenceIn } from './contacts';

/**
 * RFC 3261, 21.3.4: a 305 names a proxy, and who believes it hands every call to a stranger; 21.3.5: what a 380 offers
 * instead is in its body, in words for people.
 */
const NAME_NOBODY: readonly number[] = [305, 380];

/** After so many times a call has been sent on enough: it is a circle, whatever the addresses say. */
export const MAX_MOVES = 5;

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/**
 * Whom a 3xx names in the place of who was called: addresses by SIP, the most wished for first. RFC 3261, 8.1.3.4: the new
 * target set is made from the Contacts, and tried in the order of their q.
 *
 * @param contacts values of its Contact headers
 */
export function redirectTargets(status: number, contacts: readonly string[]): readonly string[] {
  if (!isRedirect(status) || NAME_NOBODY.includes(status)) return [];
  return contacts
    .flatMap(entriesIn)
    .map((entry) => ({ address: addressIn(entry), preference: preferenceIn(entry) }))
    .filter((target): target is { address: string; preference: number } => target.address !== null)
    .sort((one, other) => other.preference - one.preference)
    .map(({ address }) => address);
}

/**
 * The message as SIP.js can read it. Its parser takes SIP addresses alone for a Contact, and drops a 3xx that names a web
 * page or a telephone beside them, or instead: whoever calls would wait for ever.
 *
 * @param parse that parser's reading of an address; undefined = it cannot
 */
export function withCallableContacts(text: string, parse: (address: string) => object | undefined): string {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0 || !/^SIP\/2\.0 3\d\d /i.test(text)) return text;
  const callable = (entry: string): boolean => {
    const address = addressIn(entry);
    return address !== null && parse(address) !== undefined;
  };
  // RFC 3261, 7.3.1: a line that begins with a space goes on with the one before.
  const lines = text
    .slice(0, headEnd)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const kept = lines.flatMap((line) => {
    const [, value] = /^(?:contact|m)[ \t]*:(.*)$/i.exec(line) ?? [];
    if (value === undefined) return [line];
    const entries = entriesIn(value).filter(callable);
    return entries.length > 0 ? [`Contact: ${entries.join(', ')}`] : [];
  });
  return kept.join('\r\n') + text.slice(headEnd);
}
