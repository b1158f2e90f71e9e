import { type Core, Grammar, type NameAddrHeader } from 'sip.js';
import { cutName, cutNumber } from '../../src-main/base/outside-text';

/** Whom a call is with, as far as somebody says it. */
export interface Party {
  readonly number: string;
  readonly name: string;
}

export const partyOf = ({ uri, displayName }: NameAddrHeader): Party => ({
  number: cutNumber(uri.user ?? ''),
  name: cutName(displayName ?? ''),
});

/** Whom a trusted server says that we have reached (RFC 3325, 9.1); null = it does not. */
export function assertedIn(message: Core.IncomingMessage): Party | null {
  const header = message.getHeader('p-asserted-identity');
  const identity = header === undefined ? undefined : Grammar.nameAddrHeaderParse(header);
  return identity === undefined ? null : partyOf(identity);
}
