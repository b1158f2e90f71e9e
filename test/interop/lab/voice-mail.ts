import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { SipMessage, sipText } from '../../support/sip-peer/sip-message.ts';
import { waitFor } from '../../support/wait-for.ts';
import { DOMAIN } from './users.ts';

/** Seconds that what is published holds, unless it is published anew. */
const LASTS = 300;

/** A voicemail on Kamailio's own machine: it publishes how many messages wait in whose mailbox (RFC 3903, RFC 3842). */
export class VoiceMail {
  readonly #answers = new Map<string, SipMessage>();
  /** What the server calls our last publication for a mailbox: one that names it takes its place. */
  readonly #tags = new Map<string, string>();

  readonly #socket: Socket;
  readonly #serverPort: number;

  private constructor(socket: Socket, serverPort: number) {
    this.#socket = socket;
    this.#serverPort = serverPort;
    socket.on('message', (data) => {
      const answer = SipMessage.parse(String(data));
      if (answer !== undefined && answer.status >= 200) this.#answers.set(answer.callId, answer);
    });
  }

  /** @param serverPort where the server takes news from its own machine, over UDP */
  static async open(serverPort: number): Promise<VoiceMail> {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => {
      socket.bind(0, '127.0.0.1', () => resolve());
    });
    return new VoiceMail(socket, serverPort);
  }

  /** Resolves to the server's final status. @param unheard messages of that number */
  async tell(number: string, unheard: number): Promise<number> {
    const body = [
      `Messages-Waiting: ${unheard > 0 ? 'yes' : 'no'}`,
      `Message-Account: sip:*97@${DOMAIN}`,
      `Voice-Message: ${unheard}/0 (0/0)`,
      '',
    ].join('\r\n');
    const tag = this.#tags.get(number);
    const answer = await this.#publish(number, body, tag === undefined ? [] : [`SIP-If-Match: ${tag}`]);
    if (answer.status === 200) this.#tags.set(number, answer.header('sip-etag'));
    // RFC 3903, 4.3: the server has forgotten it, and it is published as if for the first time.
    if (answer.status !== 412) return answer.status;
    this.#tags.delete(number);
    return this.tell(number, unheard);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#socket.close(() => resolve());
    });
  }

  async #publish(number: string, body: string, more: readonly string[]): Promise<SipMessage> {
    const mailbox = `sip:${number}@${DOMAIN}`;
    const [callId, branch, tag] = [hex(), `z9hG4bK${hex()}`, hex()];
    const headers = [
      `Via: SIP/2.0/UDP 127.0.0.1:${this.#socket.address().port};branch=${branch};rport`,
      'Max-Forwards: 70',
      `From: <${mailbox}>;tag=${tag}`,
      `To: <${mailbox}>`,
      `Call-ID: ${callId}`,
      'CSeq: 1 PUBLISH',
      'Event: message-summary',
      `Expires: ${LASTS}`,
      'Content-Type: application/simple-message-summary',
      ...more,
    ];
    this.#socket.send(sipText(`PUBLISH ${mailbox} SIP/2.0`, headers, body), this.#serverPort, '127.0.0.1');
    return waitFor(`the answer to what is told of ${number}`, () => this.#answers.get(callId));
  }
}

const hex = (): string => randomBytes(8).toString('hex');
