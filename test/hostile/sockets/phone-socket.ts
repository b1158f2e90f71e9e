import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { addressIn, SipMessage, sipText } from '../../support/sip-peer/sip-message.ts';
import { waitFor } from '../../support/wait-for.ts';

/** The server's end of a phone's socket: it says to the phone whatever it likes. */
export class PhoneSocket {
  readonly #socket: WebSocket;
  readonly #address: string;
  readonly #heard: string[] = [];

  /** @param contact as the phone has registered it */
  constructor(socket: WebSocket, contact: string) {
    this.#socket = socket;
    this.#address = addressIn(contact);
    socket.on('message', (data) => this.#heard.push(String(data)));
  }

  /**
   * Says it, and then asks something that is always answered.
   *
   * @returns the statuses of the responses that came before, or "no answer"
   */
  async say(text: string): Promise<string> {
    const from = this.#heard.length;
    this.#socket.send(text);
    const callId = randomBytes(8).toString('hex');
    this.#socket.send(this.#options(callId));
    const isAnswer = (one: string): boolean => one.startsWith('SIP/2.0') && SipMessage.parse(one)?.callId === callId;
    const answered = await waitFor('an answer', () => this.#heard.slice(from).some(isAnswer), { everyMs: 2 }).then(
      () => true,
      () => false,
    );
    if (!answered) return 'the phone answers nothing any more';
    const heard = this.#heard.slice(from);
    const before = heard.slice(0, heard.findIndex(isAnswer));
    return before.flatMap((one) => /^SIP\/2\.0 (\d+)/.exec(one)?.[1] ?? []).join(' ') || 'no answer';
  }

  #options(callId: string): string {
    return sipText(
      `OPTIONS ${this.#address} SIP/2.0`,
      [
        `Via: SIP/2.0/WS peer.invalid;branch=z9hG4bK${callId}`,
        `From: <sip:peer@peer.test>;tag=${callId}`,
        `To: <${this.#address}>`,
        `Call-ID: ${callId}`,
        'CSeq: 1 OPTIONS',
        'Max-Forwards: 70',
      ],
      '',
    );
  }
}
