import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { digestAnswer } from '../interop/lab/bare-client/digest.ts';
import { DOMAIN, passwordOf } from '../interop/lab/users.ts';
import { addressIn, SipMessage, sipText, tagIn } from '../support/sip-peer/sip-message.ts';

interface Request {
  readonly method: string;
  readonly uri: string;
  readonly callId: string;
  readonly fromTag: string;
  readonly sequence: number;
  /** To, with its tag. */
  readonly to: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** The call that it has. */
export interface UdpCall {
  readonly callId: string;
  /** Sends the BYE. @returns when it went to the system, on the clock of performance.now() */
  hangUp(): number;
}

/** Nobody listens there: no voice is wanted. */
const OFFER = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', 'm=audio 9 RTP/AVP 0', ''];

/**
 * A desk phone over UDP with as little in between as can be: it knows to the microsecond when its BYE left. It has one call,
 * which it makes itself, and refuses all others with 486. It repeats nothing: loopback loses nothing.
 */
export class UdpPhone {
  readonly #socket: Socket = createSocket('udp4');
  readonly #waiting = new Map<string, (response: SipMessage) => void>();
  #sequence = 0;

  private constructor(readonly number: string) {}

  /** Resolves when it is registered, for an hour. @param serverPort UDP port of the server on loopback */
  static async start(number: string, serverPort: number): Promise<UdpPhone> {
    const phone = new UdpPhone(number);
    const socket = phone.#socket;
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    // Connected: a message then leaves in the call that sends it, without a look-up of the address.
    socket.connect(serverPort, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('message', (data) => phone.#take(data.toString()));
    const headers = [`Contact: <${phone.#contact}>`, 'Expires: 3600'];
    const uri = `sip:${DOMAIN}`;
    const { status } = await phone.#ask({ ...phone.#outside('REGISTER', uri), to: `<${phone.#address}>`, headers });
    if (status !== 200) throw new Error(`${status} to the registration of ${number}`);
    return phone;
  }

  /** Calls a number; resolves when it has answered. */
  async dial(number: string): Promise<UdpCall> {
    const uri = `sip:${number}@${DOMAIN}`;
    const headers = [`Contact: <${this.#contact}>`, 'Content-Type: application/sdp'];
    const invite: Request = { ...this.#outside('INVITE', uri), headers, body: OFFER.join('\r\n') };
    const answer = await this.#ask(invite);
    if (answer.status !== 200) throw new Error(`${answer.status} to a call to ${number}`);
    const inside = {
      ...invite,
      uri: addressIn(answer.header('contact')),
      to: answer.header('to'),
      headers: answer
        .all('record-route')
        .toReversed()
        .map((route) => `Route: ${route}`),
      body: '',
    };
    this.#send({ ...inside, method: 'ACK', sequence: answer.sequence }, newBranch());
    const bye = { ...inside, method: 'BYE', sequence: answer.sequence + 1 };
    return {
      callId: invite.callId,
      hangUp: () => {
        const at = performance.now();
        this.#send(bye, newBranch());
        return at;
      },
    };
  }

  close(): void {
    this.#socket.close();
  }

  get #address(): string {
    return `sip:${this.number}@${DOMAIN}`;
  }

  get #contact(): string {
    return `sip:${this.number}@${this.#host}`;
  }

  get #host(): string {
    return `127.0.0.1:${(this.#socket.address() as AddressInfo).port}`;
  }

  #outside(method: string, uri: string): Request {
    this.#sequence += 2;
    const [callId, fromTag] = [randomBytes(10).toString('hex'), randomBytes(6).toString('hex')];
    return { method, uri, callId, fromTag, sequence: this.#sequence, to: `<${uri}>` };
  }

  /** Resolves to the final response, after the password where it was asked for. */
  async #ask(request: Request): Promise<SipMessage> {
    const first = await this.#await(request);
    if (first.status !== 401 && first.status !== 407) return first;
    const [asked, answer] =
      first.status === 401 ? ['WWW-Authenticate', 'Authorization'] : ['Proxy-Authenticate', 'Proxy-Authorization'];
    const { method, uri } = request;
    const user = this.number;
    const credentials = digestAnswer(first.header(asked), { method, uri, user, password: passwordOf(user) });
    const headers = [...(request.headers ?? []), `${answer}: ${credentials}`];
    return this.#await({ ...request, sequence: request.sequence + 1, headers });
  }

  #await(request: Request): Promise<SipMessage> {
    const branch = newBranch();
    return new Promise((resolve) => {
      this.#waiting.set(branch, (response) => {
        // RFC 3261, 17.1.1.3: with the branch of what was refused.
        if (request.method === 'INVITE' && response.status >= 300)
          this.#send({ ...request, method: 'ACK', to: response.header('to'), headers: [], body: '' }, branch);
        resolve(response);
      });
      this.#send(request, branch);
    });
  }

  #send({ method, uri, callId, fromTag, sequence, to, headers = [], body = '' }: Request, branch: string): void {
    const whole = [
      `Via: SIP/2.0/UDP ${this.#host};branch=${branch};rport`,
      'Max-Forwards: 70',
      `From: <${this.#address}>;tag=${fromTag}`,
      `To: ${to}`,
      `Call-ID: ${callId}`,
      `CSeq: ${sequence} ${method}`,
      ...headers,
    ];
    this.#socket.send(sipText(`${method} ${uri} SIP/2.0`, whole, body));
  }

  #take(text: string): void {
    const message = SipMessage.parse(text);
    if (message === undefined) return;
    if (message.method !== '') this.#answer(message);
    else if (message.status >= 200) {
      const branch = /branch=([^;,\s]+)/.exec(message.header('via'))?.[1] ?? '';
      this.#waiting.get(branch)?.(message);
      this.#waiting.delete(branch);
    }
  }

  #answer(request: SipMessage): void {
    if (request.method === 'ACK') return;
    const to = request.header('to');
    const headers = [
      ...['Via', 'From', 'Call-ID', 'CSeq'].flatMap((name) => request.all(name).map((value) => `${name}: ${value}`)),
      `To: ${tagIn(to) === '' ? `${to};tag=${this.number}` : to}`,
    ];
    const status = request.method === 'INVITE' ? '486 Busy Here' : '200 OK';
    this.#socket.send(sipText(`SIP/2.0 ${status}`, headers, ''));
  }
}

const newBranch = (): string => `z9hG4bK${randomBytes(8).toString('hex')}`;
