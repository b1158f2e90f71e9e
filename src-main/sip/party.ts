import { cutName, cutNumber } from '../base/outside-text';
import { entriesIn } from './contacts';
import { readNameAddress } from './lenient/name-address';

/** Whom a call is with, as far as somebody says it. */
export interface Party {
  /** As it is dialled; empty where nobody is named whom one could call. */
  readonly number: string;
  readonly name: string;
}

/** RFC 3323 section 4.1.1.3: what servers write for somebody who keeps his name back. */
const ANONYMOUS = /^(?:anonymous|unknown|unavailable|restricted|private|withheld)$/i;

/**
 * @param user of the address, decoded; its parameters (RFC 3261 section 19.1.6: `;npdi`, `;rn`, `;phone-context`) are none of the number
 * @param displayName without its quotes, what is escaped within them still so
 */
export function partyNamed(user: string | undefined, host: string, displayName: string | undefined): Party {
  const number = (user ?? '').split(';', 1)[0] ?? '';
  const isNobody = ANONYMOUS.test(number) || /(?:^|\.)anonymous\.invalid$/i.test(host);
  return {
    number: isNobody ? '' : cutNumber(number),
    name: cutName((displayName ?? '').replace(/\\(.)/g, '$1').trim()),
  };
}

/**
 * Whom a trusted server says that the call is with: P-Asserted-Identity goes before Remote-Party-ID, which older servers have for it.
 * RFC 3325 section 9.1: there may be one address of SIP and one of a telephone; the first has our server's own number.
 *
 * @returns null where it does not say so
 */
export function assertedParty(asserted: readonly string[], remoteParty: readonly string[]): Party | null {
  const read = [...asserted, ...remoteParty]
    .flatMap(entriesIn)
    .map(readNameAddress)
    .filter((entry) => entry !== null);
  const best = read.find(({ uri }) => uri.scheme !== 'tel' && uri.user !== null) ?? read[0];
  if (!best) return null;
  const party = partyNamed(best.uri.user ?? undefined, best.uri.host, best.displayName);
  // The name may stand beside the other address alone.
  return { ...party, name: party.name || (read.map((one) => one.displayName).find((name) => name !== '') ?? '') };
}

/** Does a CANCEL, or a BYE, say that another phone has taken the call? RFC 3326; Q.850 cause 26 is "non-selected user clearing". */
export const isAnsweredElsewhere = (reasons: readonly string[]): boolean =>
  reasons
    .flatMap(entriesIn)
    .some((reason) =>
      /^\s*(?:SIP\s*;(?:.*;)?\s*cause\s*=\s*200|Q\.850\s*;(?:.*;)?\s*cause\s*=\s*26)\s*(?:;|$)/i.test(reason),
    );
