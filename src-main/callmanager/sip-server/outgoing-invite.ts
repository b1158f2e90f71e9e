import { Core, URI } from 'sip.js';
import type { Binding } from './bindings';
import { wishesOf } from './bodies';
import { quotable } from './display-name';
import { type Diversion, diversionHeaders, type Party } from './diversion';

/** RFC 7462, 8.2.3. */
const INSIDE = '<urn:alert:source:internal>';

export interface OutgoingInvite {
  /** The INVITE that it passes on. */
  readonly message: Core.IncomingRequestMessage;
  readonly caller: Party;
  readonly called: Party;
  readonly domain: string;
  readonly diversions: readonly Diversion[];
  readonly maxForwards: number;
  /** A header (RFC 3891). */
  readonly replaces: string | undefined;
}

/** The INVITE for one phone, which sees who calls as our own records have it, whatever the caller claims. */
export function outgoingInvite({ connection, contact }: Binding, invite: OutgoingInvite): Core.OutgoingRequestMessage {
  const { message, caller, called, domain, diversions, maxForwards, replaces } = invite;
  const outgoing = connection.core.makeOutgoingRequestMessage(
    'INVITE',
    contact,
    new URI('sip', caller.number, domain),
    new URI('sip', called.number, domain),
    { fromDisplayName: quotable(caller.displayName), toDisplayName: quotable(called.displayName) },
    [
      `Contact: ${connection.contact}`,
      'Allow: ACK, BYE, CANCEL, INFO, INVITE, MESSAGE, NOTIFY, OPTIONS, REFER',
      ...diversionHeaders(diversions, domain),
      ...wishesOf(message),
      // Who has a number of the cluster calls from inside. What the caller wishes goes before it.
      `Alert-Info: ${INSIDE}`,
      ...(replaces === undefined ? [] : [`Replaces: ${replaces}`]),
    ],
    Core.getBody(message),
  );
  outgoing.setHeader('max-forwards', String(maxForwards));
  return outgoing;
}
