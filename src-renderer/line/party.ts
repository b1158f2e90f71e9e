import type { Core, NameAddrHeader } from 'sip.js';
import { assertedParty, type Party, partyNamed } from '../../src-main/sip/party';

const partyOf = ({ uri, displayName }: NameAddrHeader): Party => partyNamed(uri.user, uri.host, displayName);

/** Whom a trusted server says that the call is with (RFC 3325, 9.1; RFC 4916); null = it does not. */
export const assertedIn = (message: Core.IncomingMessage): Party | null =>
  assertedParty(message.getHeaders('p-asserted-identity'), message.getHeaders('remote-party-id'));

/** RFC 3325, 5: the identity that a trusted server asserts goes before the one that the caller claims. */
export function callerOf(message: Core.IncomingRequestMessage): Party {
  const claimed = partyOf(message.from);
  const asserted = assertedIn(message);
  return asserted === null
    ? claimed
    : { ...asserted, name: asserted.name || (asserted.number === claimed.number ? claimed.name : '') };
}
