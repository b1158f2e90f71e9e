/** More than any phone or server sends: a call that was forked and forwarded a dozen times has about a hundred. */
const MAX_HEADERS = 500;

/**
 * SIP.js looks through all headers of a name for each of them: a message with thousands is not given to it. RFC 3261 section 21.4.11
 * lets a server refuse what is too large.
 */
export function hasTooManyHeaders(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    count += 1;
    if (count > MAX_HEADERS) return true;
  }
  return false;
}
