import { type Session, SessionState } from 'sip.js';

/** Milliseconds: as long as a key is pressed by somebody in a hurry, and longer than any receiver needs. */
const DURATION = 160;

const DIGIT = /^[0-9A-D*#]$/;

/**
 * One digit in an INFO of its own, for servers that want it so. No standard has this body, and every server reads it: two
 * lines, the signal and how long it lasts.
 *
 * @returns null where it is no digit that a telephone has
 */
export const digitBody = (digit: string): string | null =>
  DIGIT.test(digit) ? `Signal=${digit}\r\nDuration=${DURATION}\r\n` : null;

/** Does nothing outside of an established call: there is nobody yet, or nobody any more, who has a menu. */
export function sendDigitByInfo(session: Session, digit: string): void {
  const content = digitBody(digit);
  if (content === null || session.state !== SessionState.Established) return;
  const body = { contentDisposition: 'render', contentType: 'application/dtmf-relay', content };
  // Fails where the call ends in that moment, and then nobody is left to hear it.
  session.info({ requestOptions: { body } }).catch(() => {});
}
