/**
 * The header `Expires`: a page "expires when it is first loaded" or never.
 *
 * RFC 9111, 5.3: "A cache recipient MUST interpret invalid date formats, especially the value "0", as representing a time in
 * the past".
 */
export const hasExpired = (header: string | null, now: number): boolean =>
  header !== null && !(Date.parse(header) > now);
