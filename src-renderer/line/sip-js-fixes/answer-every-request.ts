import { Core, type UserAgent } from 'sip.js';
import { refusalOf } from '../../../src-main/sip/refuse-unreadable';
import { requestFault } from '../../../src-main/sip/request-fault';

/**
 * Answers every request that SIP.js would drop without a word, or would answer before it has looked whether it is in order (RFC 3261
 * section 21.4.1). It may go when SIP.js answers 400 to what its parser refuses.
 */
export function answerEveryRequest({ transport, userAgentCore: core }: UserAgent): void {
  const take = transport.onMessage;
  let taken = false;
  const receive = core.receiveIncomingRequestFromTransport.bind(core);
  core.receiveIncomingRequestFromTransport = (message) => {
    // Where the grammar knows no more than that it is an address of some kind.
    if (message.ruri === undefined) return;
    taken = true;
    receive(message);
  };
  const reply = core.replyStateless.bind(core);
  core.replyStateless = (message, options) => {
    taken = true;
    return reply(message, options);
  };
  const refuse = (text: string, status: number, reason: string): void => {
    const refusal = refusalOf(headOf(text), reason, status);
    // Where the connection goes in this moment, nobody waits for it any more.
    if (refusal !== undefined) transport.send(refusal).catch(() => {});
    else refuseAsRead(text, status, reason);
  };
  const refuseAsRead = (text: string, statusCode: number, reasonPhrase: string): void => {
    const message = Core.Parser.parseMessage(text, core.loggerFactory.getLogger('sip.Parser'));
    const isAnswerable = ['via', 'from', 'to', 'call-id', 'cseq'].every((name) => message?.hasHeader(name));
    if (isAnswerable && message instanceof Core.IncomingRequestMessage && message.method !== 'ACK')
      reply(message, { statusCode, reasonPhrase });
  };
  transport.onMessage = (text) => {
    if (/^SIP\//i.test(text)) {
      take?.(text);
      return;
    }
    const fault = requestFault(headOf(text));
    if (fault !== null) {
      refuse(text, fault.status, fault.reason);
      return;
    }
    taken = false;
    take?.(text);
    if (!taken) refuse(text, 400, 'Bad Request');
  };
}

function headOf(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  return end < 0 ? text : text.slice(0, end);
}
