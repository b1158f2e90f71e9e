/**
 * The user part of an address such as `sip:1001@pbx.example.com;transport=ws`, `pres:1001@10.0.0.1` or `1001`.
 *
 * Lines are told apart by it alone: a PBX writes its own host now as a domain, now as an address, and servers
 * do not agree with themselves from one document to the next.
 */
export function userOf(address: string): string {
  // What stands in the last angle brackets, where there are some.
  const [bare = ''] = address
    .slice(address.lastIndexOf('<') + 1)
    .trim()
    .split('>', 1);
  const user = bare.replace(/^(?:sips?|pres|tel):/i, '').split(/[@;?]/, 1)[0] ?? '';
  return user.toLowerCase();
}

/** An address without a user is nobody's. */
export const isSameUser = (left: string, right: string): boolean =>
  userOf(left) !== '' && userOf(left) === userOf(right);
