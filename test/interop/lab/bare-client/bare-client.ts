import { randomBytes } from 'node:crypto';
import WebSocket from 'ws';
import { SipMessage, sipText } from '../../../support/sip-peer/sip-message.ts';
import { DOMAIN, passwordOf } from '../users.ts';
import { BareWatch } from './bare-watch.ts';
import { digestAnswer } from './digest.ts';

export interface BareClientOptions {
  readonly number: string;
  /** As the lab's servers have it, unless given. */
  readonly password?: string;
  /** ws:// or wss:// */
  readonly server: string;
  /** Of the lab's certificates, for wss. */
  readonly authority?: string;
}

export interface BareRequest {
  readonly method: string;
  /** Request-URI. */
  readonly uri: string;
  /** Address in To; the Request-URI unless given. */
  readonly to?: string;
  readonly toTag?: string;
  readonly fromTag?: string;
  readonly callId?: string;
  readonly cseq?: number;
  /** As lines. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

/**
 * SIP over a WebSocket with as little in between as can be: what it measures is the server's time. It answers NOTIFY and
 * OPTIONS with 200 and refuses all else. Nothing is repeated and nothing refreshed: a broken socket stays broken.
 */
export class BareClient {
  readonly #host = `${randomBytes(6).toString('hex')}.invalid`;
  /** One Call-ID for all of them (RFC 3261, 10.2): by it Kamailio knows what it has published of this phone. */
  readonly #registration = randomBytes(10).toString('hex');
  readonly #waiting = new Map<string, { resolve(response: SipMessage): void; reject(cause: Error): void }>();
  readonly #watches = new Map<string, BareWatch>();
  #cseq = 0;

  readonly #socket: WebSocket;
  readonly #options: BareClientOptions;

  private constructor(socket: WebSocket, options: BareClientOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.on('message', (data) => this.#take(String(data), performance.now()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the socket broke before the answer'));
      this.#waiting.clear();
    });
  }

  /** Rejects with the cause where no WebSocket is opened. */
  static connect(options: BareClientOptions): Promise<BareClient> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(options.server, 'sip', {
        handshakeTimeout: 20_000,
        ...(options.authority === undefined ? {} : { ca: options.authority }),
      });
      const client = new BareClient(socket, options);
      socket.once('open', () => resolve(client));
      socket.once('error', reject);
    });
  }

  get number(): string {
    return this.#options.number;
  }

  /** Registers, or with 0 unregisters; resolves to the final status. */
  async register(expires = 300): Promise<number> {
    const headers = [this.#contact, `Expires: ${expires}`];
    const request = { method: 'REGISTER', uri: `sip:${DOMAIN}`, to: this.#address, callId: this.#registration };
    const { status } = await this.ask({ ...request, headers });
    return status;
  }

  /** Watches a number. The watch has begun when its `status` is 200. */
  async watch(number: string, event: 'dialog' | 'presence', expires = 300): Promise<BareWatch> {
    const watch = new BareWatch((request) => this.ask(request), `sip:${number}@${DOMAIN}`, event, this.#contact);
    this.#watches.set(watch.callId, watch);
    await watch.begin(expires);
    return watch;
  }

  /** Publishes its own state as a foreign document (RFC 3903); resolves to the final status. */
  async publish(event: 'dialog' | 'presence', contentType: string, body: string, expires = 300): Promise<number> {
    const headers = [`Event: ${event}`, `Content-Type: ${contentType}`, `Expires: ${expires}`];
    const { status } = await this.ask({ method: 'PUBLISH', uri: this.#address, headers, body });
    return status;
  }

  /** Sends a request, with its password where it is asked for, and resolves to the final response. */
  async ask(request: BareRequest): Promise<SipMessage> {
    const { method, uri } = request;
    const whole = { ...request, callId: request.callId ?? randomBytes(10).toString('hex') };
    const first = await this.#send(whole, []);
    if (first.status !== 401 && first.status !== 407) return first;
    const [asked, answer] =
      first.status === 401 ? ['WWW-Authenticate', 'Authorization'] : ['Proxy-Authenticate', 'Proxy-Authorization'];
    const { number: user, password = passwordOf(user) } = this.#options;
    const credentials = digestAnswer(first.header(asked), { method, uri, user, password });
    const again = whole.cseq === undefined ? whole : { ...whole, cseq: whole.cseq + 1 };
    return this.#send(again, [`${answer}: ${credentials}`]);
  }

  /** The socket breaks, and nobody is told. */
  close(): void {
    this.#socket.terminate();
  }

  get #address(): string {
    return `sip:${this.#options.number}@${DOMAIN}`;
  }

  get #contact(): string {
    return `Contact: <sip:${this.#options.number}@${this.#host};transport=ws>`;
  }

  #send(request: BareRequest, more: readonly string[]): Promise<SipMessage> {
    const branch = `z9hG4bK${randomBytes(8).toString('hex')}`;
    this.#cseq += 1;
    const fromTag = request.fromTag ?? randomBytes(6).toString('hex');
    const toTag = request.toTag === undefined ? '' : `;tag=${request.toTag}`;
    const headers = [
      `Via: SIP/2.0/WS ${this.#host};branch=${branch};rport`,
      'Max-Forwards: 70',
      `From: <${this.#address}>;tag=${fromTag}`,
      `To: <${request.to ?? request.uri}>${toTag}`,
      `Call-ID: ${request.callId}`,
      `CSeq: ${request.cseq ?? this.#cseq} ${request.method}`,
      ...(request.headers ?? []),
      ...more,
    ];
    return new Promise((resolve, reject) => {
      this.#waiting.set(branch, { resolve, reject });
      this.#socket.send(sipText(`${request.method} ${request.uri} SIP/2.0`, headers, request.body ?? ''));
    });
  }

  #take(text: string, at: number): void {
    const message = SipMessage.parse(text);
    if (message === undefined) return; // a keep-alive
    if (message.method !== '') this.#answer(message, at);
    else if (message.status >= 200) this.#settle(message);
  }

  #settle(message: SipMessage): void {
    const branch = /branch=([^;,\s]+)/.exec(message.header('via'))?.[1] ?? '';
    this.#waiting.get(branch)?.resolve(message);
    this.#waiting.delete(branch);
  }

  #answer(request: SipMessage, at: number): void {
    if (request.method === 'ACK') return;
    const watch = request.method === 'NOTIFY' ? this.#watches.get(request.callId) : undefined;
    watch?.take(request, at);
    this.#socket.send(answerTo(request, this.#statusFor(request.method, watch), this.#host));
  }

  #statusFor(method: string, watch: BareWatch | undefined): string {
    if (watch !== undefined || method === 'OPTIONS') return '200 OK';
    return method === 'NOTIFY' ? '481 Subscription Does Not Exist' : '501 Not Implemented';
  }
}

/** A response with all that it must repeat of its request (RFC 3261, 8.2.6). */
function answerTo(request: SipMessage, status: string, tag: string): string {
  const kept = ['Via', 'From', 'Call-ID', 'CSeq', 'Record-Route'];
  const repeated = kept.flatMap((name) => request.all(name).map((value) => `${name}: ${value}`));
  const to = request.header('to');
  return sipText(`SIP/2.0 ${status}`, [...repeated, `To: ${to.includes(';tag=') ? to : `${to};tag=${tag}`}`], '');
}
