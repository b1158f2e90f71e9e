import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { SipMessage, sipText } from '../../support/sip-peer/sip-message.ts';
import { waitFor } from '../../support/wait-for.ts';

/** A stranger's WebSocket to the SIP server: it says what it likes, and hears what it is answered. */
export class SipSocket {
  readonly #socket: WebSocket;
  readonly #heard: string[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#heard.push(String(data)));
    socket.on('error', () => {});
  }

  static async open(port: number): Promise<SipSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, 'sip');
    const opened = new SipSocket(socket);
    await once(socket, 'open');
    return opened;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  send(text: string | Buffer): void {
    if (this.isOpen) this.#socket.send(text);
  }

  /** Resolves when the network has taken what was sent: who floods, floods as fast as he can and no faster. */
  async sendAndWait(text: string): Promise<void> {
    await new Promise<void>((resolve) => this.#socket.send(text, () => resolve()));
  }

  /**
   * Sends, and then asks something that is always answered.
   *
   * @returns what came before that answer: status lines and request lines, or "closed" where the server has had enough
   */
  async say(text: string | Buffer): Promise<readonly string[]> {
    const from = this.#heard.length;
    this.send(text);
    const callId = randomBytes(8).toString('hex');
    this.send(options(callId));
    const isAnswer = (one: string): boolean => SipMessage.parse(one)?.callId === callId;
    await waitFor('an answer', () => !this.isOpen || this.#heard.slice(from).some(isAnswer), {
      everyMs: 2,
      otherwise: () => `after ${String(text).slice(0, 300)}`,
    });
    const heard = this.#heard.slice(from);
    const before = heard.slice(0, heard.findIndex(isAnswer)).map((one) => one.split('\r\n', 1)[0] ?? '');
    return heard.some(isAnswer) ? before : [...heard.map((one) => one.split('\r\n', 1)[0] ?? ''), 'closed'];
  }

  close(): void {
    this.#socket.terminate();
  }
}

const options = (callId: string): string =>
  sipText(
    'OPTIONS sip:callback-phone.invalid SIP/2.0',
    [
      `Via: SIP/2.0/WS stranger.invalid;branch=z9hG4bK${callId}`,
      `From: <sip:stranger@stranger.invalid>;tag=${callId}`,
      'To: <sip:callback-phone.invalid>',
      `Call-ID: ${callId}`,
      'CSeq: 1 OPTIONS',
      'Max-Forwards: 70',
    ],
    '',
  );
