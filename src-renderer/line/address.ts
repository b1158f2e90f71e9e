import { URI, UserAgent } from 'sip.js';

/** @throws Error where number and domain make no SIP address */
export function addressOf(number: string, domain: string): URI {
  // RFC 3261, 25.1: what a user part may not hold is escaped; "+" may stand as it is.
  const user = encodeURIComponent(number).replaceAll('%2B', '+');
  const address = number === '' ? undefined : UserAgent.makeURI(`sip:${user}@${domain}`);
  if (!(address instanceof URI)) throw new Error(`sip:${user}@${domain} is no SIP address`);
  return address;
}

/**
 * The address of whom a command names: a number of the domain, or a whole `sip:` or `sips:` address, of which the
 * parameters stay, for they mean something to whoever gave it (RFC 6910: `sip:1002@host;m=BS`).
 *
 * @throws Error where the target is neither
 */
export function targetAddress(target: string, domain: string): URI {
  if (!/^sips?:/i.test(target)) return addressOf(target, domain);
  const address = UserAgent.makeURI(target);
  if (!(address instanceof URI)) throw new Error(`${target} is no SIP address`);
  // RFC 3261, 19.1.5: headers in an address ask us to put them into our request. What they are is for us to say.
  address.clearHeaders();
  // SIP.js unescapes a user part twice, and cannot write one that is no text then, such as "%25ff".
  address.toString();
  return address;
}
