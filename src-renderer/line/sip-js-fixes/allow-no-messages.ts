import type { Transport } from 'sip.js';

/** What the phone takes. SIP.js says MESSAGE beside these, and would swallow it. */
export const ALLOW = 'Allow: ACK,CANCEL,INVITE,BYE,OPTIONS,INFO,NOTIFY,REFER';

/** RFC 3261, 20.5: Allow lists what is understood: nobody shall write to a phone that shows nothing of it. */
export function allowNoMessages(transport: Transport): void {
  const send = transport.send.bind(transport);
  transport.send = (text) => send(withoutMessages(text));
}

function withoutMessages(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end).replace(/^(Allow:[^\r\n]*?),[ ]?MESSAGE(?=[,\r]|$)/m, '$1');
  return end < 0 ? text : head + text.slice(end);
}
