import { type Core, NameAddrHeader } from 'sip.js';

/**
 * Sends what belongs to a call to where its answer says. RFC 3261, 12.2.1.2: on a 2xx to INVITE the Contact in it replaces the
 * remote target. SIP.js keeps the one of the first ringing, and that may be another one, or none (see supply-contacts):
 * the phone that has answered would never get our ACK. Upstream (0.21.2) has it so; it may go when a 2xx that confirms
 * a dialog changes its target.
 */
export function followAnswers(core: Core.UserAgentCore): void {
  const receive = core.receiveIncomingResponseFromTransport.bind(core);
  core.receiveIncomingResponseFromTransport = (message) => {
    const { method, statusCode = 0, callId, fromTag, toTag } = message;
    if (method === 'INVITE' && statusCode >= 200 && statusCode < 300) {
      const dialog = core.dialogs.get(`${callId}${fromTag}${toTag}`);
      const contact: unknown = message.parseHeader('contact');
      if (dialog && contact instanceof NameAddrHeader) {
        Object.assign(Reflect.get(dialog, 'dialogState'), { remoteTarget: contact.uri });
      }
    }
    receive(message);
  };
}
