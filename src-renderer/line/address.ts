import { URI, UserAgent } from 'sip.js';

/** @throws Error where number and domain make no SIP address */
export function addressOf(number: string, domain: string): URI {
  // RFC 3261, 25.1: what a user part may not hold is escaped; "+" may stand as it is.
  const user = encodeURIComponent(number).replaceAll('%2B', '+');
  const address = number === '' ? undefined : UserAgent.makeURI(`sip:${user}@${domain}`);
  if (!isWritable(address)) throw new Error(`sip:${user}@${domain} is no SIP address`);
  return address;
}

/** SIP.js decodes a user once more when it writes the address: a "%" in it would throw there, or name somebody else. */
export const isWritable = (address: URI | undefined): address is URI =>
  address instanceof URI && !address.user?.includes('%');

/**
 * The address of whom a command names: a number of the domain, or a whole `sip:` or `sips:` address, of which the
 * parameters stay, for they mean something to whoever gave it (RFC 6910: `sip:1002@host;m=BS`).
 *
 * @throws Error where the target is neither
 */
export function targetAddress(target: string, domain: string): URI {
  if (!/^sips?:/i.test(target)) return addressOf(target, domain);
  const address = UserAgent.makeURI(target);
  if (!isWritable(address)) throw new Error(`${target} is no SIP address that we can write`);
  // RFC 3261, 19.1.5: headers in an address ask us to put them into our request. What they are is for us to say.
  address.clearHeaders();
  return address;
}
