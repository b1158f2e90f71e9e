import type { Core } from 'sip.js';

/**
 * Lets a ringing without a Contact be heard. RFC 3261, 20 (table 2) leaves it to the server whether a 1xx has one,
 * and a proxy's own 180, 181 or 183 has none; SIP.js drops such a response, and with it what it tells of forwarding
 * and of call completion. The address that takes its place is only used for what needs a dialog that is not there.
 */
export function hearBareProvisionals(core: Core.UserAgentCore): void {
  const receive = core.receiveIncomingResponseFromTransport.bind(core);
  core.receiveIncomingResponseFromTransport = (message) => {
    const { method, statusCode = 0 } = message;
    if (method === 'INVITE' && statusCode > 100 && statusCode < 200 && !message.hasHeader('contact')) {
      message.headers.Contact = [{ raw: `<${message.to.uri}>`, parsed: message.to }];
    }
    receive(message);
  };
}
