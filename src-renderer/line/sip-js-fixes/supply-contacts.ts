import type { Core } from 'sip.js';

/**
 * Lets be heard what comes without a Contact, or with none that can be read; SIP.js drops it, or throws. RFC 3261, 20 (table 2)
 * leaves it to the server whether a 1xx has one, and a proxy's own 180, 181 or 183 has none, but tells of forwarding and of call
 * completion; a 2xx, an INVITE and a NOTIFY must have one, and servers forget it. What belongs to such a call then goes by our own
 * server to the address of record. Upstream holds that the drop is right (SIP.js #793), so it stays.
 */
export function supplyContacts(core: Core.UserAgentCore): void {
  const hear = core.receiveIncomingResponseFromTransport.bind(core);
  core.receiveIncomingResponseFromTransport = (message) => {
    const { method, statusCode = 0 } = message;
    if (method === 'INVITE' && statusCode > 100 && statusCode < 300) supply(message, message.to);
    hear(message);
  };
  const receive = core.receiveIncomingRequestFromTransport.bind(core);
  core.receiveIncomingRequestFromTransport = (message) => {
    const { method, callId, toTag, fromTag } = message;
    // Within a dialog the address is known, and a Contact would change it (RFC 3261, 12.2.2).
    const isKnown = core.dialogs.has(`${callId}${toTag}${fromTag}`);
    if (!isKnown && (method === 'INVITE' || method === 'NOTIFY')) supply(message, message.from);
    receive(message);
  };
}

function supply(message: Core.IncomingMessage, party: Core.IncomingMessage['to']): void {
  if (!message.hasHeader('contact')) message.headers.Contact = [{ raw: `<${party.uri}>`, parsed: party }];
}
