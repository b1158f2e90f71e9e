import { Invitation, type Session, SessionState } from 'sip.js';

/**
 * May an INVITE with Replaces take the place of that call? RFC 3891, 3: of one that stands, and of one that we have begun
 * ourselves; of one that rings here it may not, for the new one would be answered, and nobody here has answered.
 */
export const mayBeReplaced = (session: Session): boolean =>
  session.state === SessionState.Established || !(session instanceof Invitation);

/**
 * Keeps SIP.js (0.21.2) from ending the replaced call by itself: it knows a BYE alone, and to whom we still dial it is a CANCEL. It may
 * go when upstream asks what state the replaced call is in.
 */
export function leaveReplacedToUs(invitation: Invitation): void {
  Reflect.set(invitation, '_replacee', undefined);
}
