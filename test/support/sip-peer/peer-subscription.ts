import { randomBytes } from 'node:crypto';
import { askPhone, type PeerRequest } from './peer-request.ts';
import { addressIn, type SipMessage, sipText, userIn } from './sip-message.ts';

export interface NotifyParts {
  /** The value of Subscription-State; by default `active` with the seconds that are granted. null leaves it out. */
  readonly state?: string | null;
  readonly contentType?: string;
  readonly event?: string;
  /** By default one more than the last. */
  readonly cseq?: number;
  /** The same branch and cseq again make a retransmission. */
  readonly branch?: string;
  /** Whole lines more. */
  readonly headers?: readonly string[];
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  dialog: 'application/dialog-info+xml',
  presence: 'application/pidf+xml',
  'call-completion': 'application/call-completion',
  'message-summary': 'application/simple-message-summary',
};

/** The server's side of one subscription: the dialog that a SUBSCRIBE has made. */
export class PeerSubscription {
  readonly event: string;
  /** User part of the address that is watched. */
  readonly target: string;
  readonly callId: string;
  /** Whether the phone has unsubscribed, or was told that it is over. */
  ended = false;
  #sequence = 0;

  constructor(
    readonly request: PeerRequest,
    /** Seconds */
    readonly granted: number,
  ) {
    this.event = request.message.header('event').split(';')[0] ?? '';
    this.target = userIn(request.message.uri);
    this.callId = request.message.callId;
  }

  /** Sends a NOTIFY; gives the phone's final response. */
  notify(body: string, parts: NotifyParts = {}): Promise<SipMessage> {
    return askPhone(this.request.socket, this.compose(body, parts));
  }

  /** The NOTIFY as text, for a test that wants to spoil it, send it later, or twice. */
  compose(body: string, parts: NotifyParts = {}): string {
    const { message, tag } = this.request;
    const { state = `active;expires=${this.granted}`, contentType = CONTENT_TYPES[this.event] ?? 'text/plain' } = parts;
    this.#sequence = parts.cseq ?? this.#sequence + 1;
    if (state?.startsWith('terminated')) this.ended = true;
    return sipText(
      `NOTIFY ${addressIn(message.header('contact'))} SIP/2.0`,
      [
        `Via: SIP/2.0/WS peer.invalid;branch=${parts.branch ?? `z9hG4bK${randomBytes(6).toString('hex')}`}`,
        `From: ${message.header('to')};tag=${tag}`,
        `To: ${message.header('from')}`,
        `Call-ID: ${this.callId}`,
        `CSeq: ${this.#sequence} NOTIFY`,
        'Max-Forwards: 70',
        'Contact: <sip:peer@peer.invalid;transport=ws>',
        `Event: ${parts.event ?? this.event}`,
        ...(state === null ? [] : [`Subscription-State: ${state}`]),
        ...(body === '' ? [] : [`Content-Type: ${contentType}`]),
        ...(parts.headers ?? []),
      ],
      body,
    );
  }
}
