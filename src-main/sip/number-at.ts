/** An address as SIP.js reads it: what is escaped in its user (RFC 3261, 19.1.4) stands there as the character itself. */
interface Address {
  readonly user?: string | undefined;
  readonly host: string;
}

/**
 * The number that an address names in the domain; null = it is somebody else's, or nobody's. The user is not decoded once
 * more: `50%25` is the user `50%`, and of that nothing can be decoded.
 */
export const numberAt = ({ user, host }: Address, domain: string): string | null =>
  user && host.toLowerCase() === domain.toLowerCase() ? user : null;
