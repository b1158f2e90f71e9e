/**
 * How long what somebody else says of himself may be: it is shown, remembered, logged and sent on, and none of these must grow with
 * what a stranger writes. In UTF-16 units.
 */
const MAX_NAME = 128;
const MAX_NUMBER = 64;
const MAX_REASON = 256;

/** A caller's, or a mailbox's, name. */
export const cutName = (text: string): string => cut(text, MAX_NAME);
/** The user part of an address. */
export const cutNumber = (text: string): string => cut(text, MAX_NUMBER);
/** Why something was refused or has ended; and whole addresses and notes, which hold as much. */
export const cutReason = (text: string): string => cut(text, MAX_REASON);

/** A character beyond the first plane has two halves; one of them alone is none. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
