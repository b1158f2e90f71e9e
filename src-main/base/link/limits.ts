/** What a link takes from the other end. Lengths in bytes, times in milliseconds. */
export const MAX_HEADER = 4096;
export const MAX_BODY_BEFORE_OPENING = 65_536;
export const MAX_BODY = 1_048_576;
/** What may wait to be sent to an end that does not read. */
export const MAX_UNSENT = 4_194_304;
/** Requests before the right one: enough to be told what is wrong. */
export const MAX_MESSAGES_BEFORE_OPENING = 16;
/** For the password. */
export const OPEN_TIMEOUT_MS = 5000;
/** From the first byte of a message to its last. */
export const MESSAGE_TIMEOUT_MS = 30_000;
/** Connections of one address that have not opened the link: so many at once, and one more each second. */
export const MAX_UNOPENED = 8;
export const UNOPENED_EVERY_MS = 1000;
/** Addresses that the count is kept for. */
export const MAX_ADDRESSES = 256;
