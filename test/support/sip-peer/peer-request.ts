import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { SipMessage, sipText, tagIn } from './sip-message.ts';

export interface ReplyParts {
  /** Whole lines, such as `Retry-After: 5`. */
  readonly headers?: readonly string[];
  /** With a body, its Content-Type belongs to the headers. */
  readonly body?: string;
  /** The tag of To; by default the same one for every reply to this request. */
  readonly tag?: string;
}

/** A request that a phone has sent us, and the way back to it. */
export class PeerRequest {
  /** What our replies call themselves. */
  readonly tag = randomBytes(6).toString('hex');
  /** Status of each reply so far. */
  readonly replies: number[] = [];

  constructor(
    readonly message: SipMessage,
    readonly socket: WebSocket,
  ) {}

  get method(): string {
    return this.message.method;
  }

  /** Whether it belongs to a dialog, because the phone names our tag. */
  get inDialog(): boolean {
    return tagIn(this.message.header('to')) !== '';
  }

  reply(status: number, reason: string, { headers = [], body = '', tag = this.tag }: ReplyParts = {}): void {
    const copied = (name: string): readonly string[] => this.message.all(name).map((value) => `${name}: ${value}`);
    const to = this.message.header('to');
    this.replies.push(status);
    this.socket.send(
      sipText(
        `SIP/2.0 ${status} ${reason}`,
        [
          ...copied('Via'),
          ...copied('From'),
          `To: ${to}${status === 100 || this.inDialog ? '' : `;tag=${tag}`}`,
          ...copied('Call-ID'),
          ...copied('CSeq'),
          ...headers,
        ],
        body,
      ),
    );
  }
}

/** A request of ours to the phone at the other end of the socket; gives its final response. */
export function askPhone(socket: WebSocket, text: string): Promise<SipMessage> {
  const request = SipMessage.parse(text);
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(deadline);
      socket.off('message', heard);
      settle();
    };
    const heard = (data: unknown): void => {
      const response = SipMessage.parse(String(data));
      if (response === undefined || response.status < 200) return;
      if (response.callId !== request?.callId || response.header('cseq') !== request.header('cseq')) return;
      finish(() => resolve(response));
    };
    const deadline = setTimeout(() => finish(() => reject(new Error(`No answer to\n${text}`))), 20_000);
    socket.on('message', heard);
    socket.send(text);
  });
}
