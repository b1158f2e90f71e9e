import { type Core, Grammar, type NameAddrHeader, URI } from 'sip.js';
import type { CallLeg } from './call-leg';

/** A dialog as a Replaces header names it (RFC 3891, 3): from where the phone stands that is asked to replace it. */
export interface DialogName {
  readonly callId: string;
  /** The tag of the phone that is asked. */
  readonly toTag: string;
  /** The tag of whom it talks with. */
  readonly fromTag: string;
}

/** @returns null where the text is no Replaces header */
export function parseReplaces(value: string): DialogName | null {
  const [callId = '', ...parameters] = value.split(';').map((part) => part.trim());
  const of = (name: string): string =>
    parameters.find((parameter) => parameter.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const name = { callId, toTag: of('to-tag'), fromTag: of('from-tag') };
  return name.callId && name.toTag && name.fromTag ? name : null;
}

const writeReplaces = ({ callId, toTag, fromTag }: DialogName): string =>
  `${callId};to-tag=${toTag};from-tag=${fromTag}`;

/** The dialog of a leg from where its phone stands. */
export const dialogOfPhone = ({ session }: CallLeg): DialogName => ({
  callId: session.callId,
  toTag: session.remoteTag,
  fromTag: session.localTag,
});

/** The dialog of a leg as its phone names it to somebody else, who is to replace it: we are the ones who would be asked. */
export const dialogOfServer = ({ session }: CallLeg): DialogName => ({
  callId: session.callId,
  toTag: session.localTag,
  fromTag: session.remoteTag,
});

export const isSameDialog = (one: DialogName, other: DialogName): boolean =>
  one.callId === other.callId && one.toTag === other.toTag && one.fromTag === other.fromTag;

/** Whom a Refer-To header names: an address, and the dialog that is to be replaced there. */
export interface ReferTo {
  readonly uri: URI;
  readonly replaces: DialogName | null;
}

/** @returns null where the header is none, or names a dialog that nobody can read */
export function parseReferTo(message: Core.IncomingRequestMessage): ReferTo | null {
  const header = message.getHeader('refer-to');
  const parsed: NameAddrHeader | undefined = header === undefined ? undefined : Grammar.nameAddrHeaderParse(header);
  if (!(parsed?.uri instanceof URI) || !parsed.uri.user) return null;
  const value = parsed.uri.getHeader('Replaces')?.[0];
  const uri = parsed.uri.clone();
  uri.clearHeaders();
  if (value === undefined) return { uri, replaces: null };
  const replaces = parseReplaces(decodeURIComponent(value));
  return replaces && { uri, replaces };
}

export const writeReferTo = (uri: string, replaces: DialogName | null): string =>
  replaces ? `<${uri}?Replaces=${encodeURIComponent(writeReplaces(replaces))}>` : `<${uri}>`;
