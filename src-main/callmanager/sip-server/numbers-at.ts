import { Grammar } from 'sip.js';

/** The numbers that addresses name in the domain; those of somebody else, and what is none, are left out. */
export const numbersAt = (addresses: readonly string[], domain: string): readonly string[] =>
  addresses.flatMap((address) => {
    const uri = Grammar.URIParse(address);
    return uri?.user && uri.host.toLowerCase() === domain.toLowerCase() ? plain(uri.user) : [];
  });

/** RFC 3261 section 19.1.4: an escaped character is the character itself. */
function plain(user: string): readonly string[] {
  try {
    return [decodeURIComponent(user)];
  } catch {
    return [];
  }
}
