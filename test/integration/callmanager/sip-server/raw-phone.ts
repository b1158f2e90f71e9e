import { randomBytes } from 'node:crypto';
import { Core } from 'sip.js';
import WebSocket from 'ws';
import { digestResponse } from '../../../../src-main/callmanager/sip-server/digest';
import type { TestUser } from './cluster';
import { Facts } from './facts';

export type Incoming = Core.IncomingRequestMessage | Core.IncomingResponseMessage;

const loggers = new Core.LoggerFactory();
loggers.builtinEnabled = false;

const token = () => randomBytes(6).toString('hex');

export const SDP = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\na=sendrecv\r\n';

export interface RequestParts {
  readonly method: string;
  readonly uri: string;
  readonly from?: string;
  readonly to?: string;
  readonly toTag?: string;
  readonly fromTag?: string;
  readonly callId?: string;
  readonly sequence?: number;
  readonly branch?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/**
 * Undefined for what is no SIP message. An error response returns the Via that it was sent (RFC 3261 section 8.2.6.2), also a
 * mutilated one, at which SIP.js's parser throws.
 */
const parsed = (text: string): Incoming | undefined => {
  try {
    return Core.Parser.parseMessage(text, loggers.getLogger('raw'));
  } catch {
    return undefined;
  }
};

/** A phone without manners: it says over a WebSocket whatever the test wants said, and answers nothing by itself. */
export class RawPhone {
  readonly user: TestUser;
  readonly #authenticationUser: string;
  readonly received = new Facts<Incoming>();
  /** Whatever is no SIP message. */
  readonly oddments = new Facts<string>();
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #domain: string;

  private constructor(socket: WebSocket, user: TestUser, domain: string, authenticationUser: string) {
    this.#socket = socket;
    this.user = user;
    this.#authenticationUser = authenticationUser;
    this.#domain = domain;
    this.closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const text = String(data);
      const message = parsed(text);
      if (message) this.received.add(message);
      else this.oddments.add(text);
    });
  }

  static connect(url: string, user: TestUser, domain: string, authenticationUser = user.number): Promise<RawPhone> {
    const socket = new WebSocket(url, 'sip');
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => resolve(new RawPhone(socket, user, domain, authenticationUser)));
    });
  }

  unplug(): void {
    this.#socket.terminate();
  }

  send(text: string | Buffer): void {
    this.#socket.send(text);
  }

  get address(): string {
    return `sip:${this.user.number}@${this.#domain}`;
  }

  get contact(): string {
    return `Contact: <sip:${this.user.number}@raw.invalid;transport=ws>`;
  }

  compose(parts: RequestParts): string {
    const { method, uri, body = '', headers = [], sequence = 1 } = parts;
    return [
      `${method} ${uri} SIP/2.0`,
      `Via: SIP/2.0/WS raw.invalid;branch=${parts.branch ?? `z9hG4bK${token()}`}`,
      `From: "Mallory" <${parts.from ?? this.address}>;tag=${parts.fromTag ?? token()}`,
      `To: <${parts.to ?? uri}>${parts.toTag ? `;tag=${parts.toTag}` : ''}`,
      `Call-ID: ${parts.callId ?? token()}`,
      `CSeq: ${sequence} ${method}`,
      ...headers,
      ...(body ? ['Content-Type: application/sdp'] : []),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n');
  }

  /** Sends, and waits for the final response. */
  async ask(parts: RequestParts): Promise<Core.IncomingResponseMessage> {
    const callId = parts.callId ?? token();
    const from = this.received.all.length;
    this.send(this.compose({ ...parts, callId }));
    const { sequence = 1, method } = parts;
    const response = await this.received.until(
      (message) =>
        message instanceof Core.IncomingResponseMessage &&
        (message.statusCode ?? 0) >= 200 &&
        message.callId === callId &&
        message.method === method &&
        message.cseq === sequence,
      from,
    );
    if (response instanceof Core.IncomingResponseMessage) return response;
    throw new Error('No response');
  }

  /** Sends, meets the challenge, and waits for the final response. */
  async askWithPassword(parts: RequestParts, password = this.user.password): Promise<Core.IncomingResponseMessage> {
    const callId = parts.callId ?? token();
    const sequence = parts.sequence ?? 1;
    const challenge = await this.ask({ ...parts, callId, sequence });
    const header = this.credentials(challenge, parts, '00000001', password);
    return this.ask({ ...parts, callId, sequence: sequence + 1, headers: [...(parts.headers ?? []), header] });
  }

  credentials(
    challenge: Core.IncomingResponseMessage,
    { method, uri }: RequestParts,
    nonceCount = '00000001',
    password = this.user.password,
    username = this.#authenticationUser,
  ): string {
    const [ask, answer] =
      challenge.statusCode === 401
        ? ['www-authenticate', 'Authorization']
        : ['proxy-authenticate', 'Proxy-Authorization'];
    const nonce = /nonce="(\w+)"/.exec(challenge.getHeader(ask) ?? '')?.[1] ?? 'none';
    const clientNonce = 'abcdef';
    const parts = { username, realm: this.#domain, nonce, uri, nonceCount, clientNonce };
    const response = digestResponse(parts, method, password);
    return `${answer}: Digest username="${username}", realm="${this.#domain}", nonce="${nonce}", uri="${uri}", response="${response}", algorithm=MD5, qop=auth, cnonce="${clientNonce}", nc=${nonceCount}`;
  }

  register(headers: readonly string[] = [this.contact, 'Expires: 600']): Promise<Core.IncomingResponseMessage> {
    return this.askWithPassword({ method: 'REGISTER', uri: `sip:${this.#domain}`, to: this.address, headers });
  }

  /** The next request of that kind, past or to come. */
  async requested(method: string, from = 0): Promise<Core.IncomingRequestMessage> {
    const found = await this.received.until(
      (message) => message instanceof Core.IncomingRequestMessage && message.method === method,
      from,
    );
    if (found instanceof Core.IncomingRequestMessage) return found;
    throw new Error('No request');
  }

  respond(request: Core.IncomingRequestMessage, statusCode: number, options: Partial<Core.ResponseOptions> = {}): void {
    const extraHeaders = [this.contact, ...(options.extraHeaders ?? [])];
    const toTag = options.toTag ?? `raw-${this.user.number}`;
    this.send(Core.constructOutgoingResponse(request, { ...options, statusCode, toTag, extraHeaders }).message);
  }

  /** Sends the caller to those Contacts instead, and names none of its own. */
  redirect(request: Core.IncomingRequestMessage, statusCode: number, contacts: readonly string[]): void {
    const extraHeaders = contacts.map((contact) => `Contact: ${contact}`);
    const toTag = `raw-${this.user.number}`;
    this.send(Core.constructOutgoingResponse(request, { statusCode, toTag, extraHeaders }).message);
  }

  answer(request: Core.IncomingRequestMessage, toTag?: string): void {
    const body = { contentDisposition: 'session', contentType: 'application/sdp', content: SDP };
    this.respond(request, 200, { body, ...(toTag && { toTag }) });
  }
}
