import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { waitFor } from '../wait-for.ts';
import { CHALLENGE, knowsPassword } from './digest-check.ts';
import { PeerRequest } from './peer-request.ts';
import { PeerSubscription } from './peer-subscription.ts';
import { SipMessage, tagIn } from './sip-message.ts';

export type Answer = (request: PeerRequest) => void;

export interface PeerOptions {
  /** By default a free one. */
  readonly port?: number;
  /** With a password, every request outside a dialog is challenged, but OPTIONS and CANCEL. */
  readonly password?: string;
}

/**
 * A SIP server over WebSocket that does what a test tells it, and knows no manners of its own. It shares no code
 * with what it tests.
 *
 *     const peer = await SipPeer.listen();                    // accounts with server: peer.address register there
 *     peer.on('INVITE', (request) => request.reply(486, 'Busy Here', { headers: ['Call-Info: …'] }));
 *     const watch = await peer.subscribed((one) => one.event === 'dialog' && one.target === '1002');
 *     const answer = await watch.notify('<dialog-info …/>');   // answer.status is 200
 *     await watch.notify('', { state: 'terminated;reason=deactivated;retry-after=2' });
 *     const publish = await peer.waitForRequest((request) => request.method === 'PUBLISH');
 *     peer.cut();                                             // every socket is gone; phones come back by themselves
 *     await peer.close();
 *
 * Without an `on` of the test's own: REGISTER and OPTIONS are accepted; a SUBSCRIBE is accepted, without a NOTIFY,
 * but to a mailbox refused, and one with Expires 0 in its dialog ends it with a NOTIFY; PUBLISH is accepted with an entity tag; INVITE gets
 * 404; CANCEL and BYE get 200; the rest 405.
 */
export class SipPeer {
  /** Every request of the phones, in its order, ACK too. */
  readonly requests: PeerRequest[] = [];
  readonly subscriptions: PeerSubscription[] = [];
  readonly #answers = new Map<string, Answer>();
  #entityTags = 0;

  readonly #server: WebSocketServer;
  readonly #password: string | undefined;

  private constructor(server: WebSocketServer, password: string | undefined) {
    this.#server = server;
    this.#password = password;
    server.on('connection', (socket) => {
      socket.on('error', () => {});
      socket.on('message', (data) => this.#heard(socket, String(data)));
    });
  }

  static async listen({ port = 0, password }: PeerOptions = {}): Promise<SipPeer> {
    const server = new WebSocketServer({ host: '127.0.0.1', port, handleProtocols: () => 'sip' });
    await new Promise<void>((listening, failed) => server.once('listening', listening).once('error', failed));
    return new SipPeer(server, password);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get address(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  /** How requests of that method are answered from now on. */
  on(method: string, answer: Answer): void {
    this.#answers.set(method, answer);
  }

  /** The requests of that method so far, without those that were only challenged. */
  of(method: string): readonly PeerRequest[] {
    return this.requests.filter((request) => request.method === method && request.replies[0] !== 401);
  }

  /** The first request after the given ones (by default, any), past or to come, that is so. */
  waitForRequest(isSo: (request: PeerRequest) => boolean, after = 0, timeoutMs = 20_000): Promise<PeerRequest> {
    const seen = (): string => this.requests.map(({ message }) => message.text.split('\r\n', 1)[0]).join('\n');
    return waitFor('a request', () => this.requests.slice(after).find(isSo), {
      timeoutMs,
      everyMs: 10,
      otherwise: seen,
    });
  }

  /** The first subscription after the given ones (by default, any), past or to come, that is so. */
  subscribed(
    isSo: (subscription: PeerSubscription) => boolean = () => true,
    after = 0,
    timeoutMs = 20_000,
  ): Promise<PeerSubscription> {
    return waitFor('a subscription', () => this.subscriptions.slice(after).find(isSo), { timeoutMs, everyMs: 10 });
  }

  /** Accepts a SUBSCRIBE outside a dialog. @param granted seconds, by default what was asked for */
  accept(request: PeerRequest, granted = request.message.expires ?? 3600): PeerSubscription {
    const subscription = new PeerSubscription(request, granted);
    this.subscriptions.push(subscription);
    request.reply(200, 'OK', { headers: [`Expires: ${granted}`, 'Contact: <sip:peer@peer.invalid;transport=ws>'] });
    return subscription;
  }

  /** Every socket is gone, without a word. */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** What is connected now hears and says nothing any more, and is not told; who connects anew gets through. */
  freeze(): void {
    for (const socket of this.#server.clients) {
      socket.pause();
      socket.send = () => {};
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** What is done without an `on` of the test's own, for a test that has one and wants it all the same. */
  usual(request: PeerRequest): void {
    switch (request.method) {
      case 'ACK':
        break;
      case 'REGISTER': {
        const expires = request.message.expires ?? 3600;
        const contact = `${request.message.header('contact').replace(/;expires=\d+/, '')};expires=${expires}`;
        request.reply(200, 'OK', { headers: expires === 0 ? [] : [`Contact: ${contact}`] });
        break;
      }
      case 'SUBSCRIBE':
        if (request.inDialog) this.#resubscribed(request);
        else if (request.message.header('event') === 'message-summary') request.reply(489, 'Bad Event');
        else this.accept(request);
        break;
      case 'PUBLISH':
        request.reply(200, 'OK', {
          headers: [`SIP-ETag: tag${++this.#entityTags}`, `Expires: ${request.message.expires ?? 3600}`],
        });
        break;
      case 'INVITE':
        request.reply(404, 'Not Found');
        break;
      case 'OPTIONS':
      case 'CANCEL':
      case 'BYE':
        request.reply(200, 'OK');
        break;
      default:
        request.reply(405, 'Method Not Allowed');
    }
  }

  #heard(socket: WebSocket, text: string): void {
    const message = SipMessage.parse(text);
    if (message === undefined || message.method === '') return;
    const request = new PeerRequest(message, socket);
    this.requests.push(request);
    if (this.#mustProve(request)) {
      request.reply(401, 'Unauthorized', { headers: [CHALLENGE] });
      return;
    }
    const answer = this.#answers.get(request.method) ?? ((asked) => this.usual(asked));
    answer(request);
  }

  #mustProve({ method, message, inDialog }: PeerRequest): boolean {
    if (this.#password === undefined || inDialog || ['ACK', 'CANCEL', 'OPTIONS'].includes(method)) return false;
    return !knowsPassword(message, this.#password);
  }

  #resubscribed(request: PeerRequest): void {
    const { message } = request;
    const ours = tagIn(message.header('to'));
    const subscription = this.subscriptions.find(
      (one) => !one.ended && one.callId === message.callId && one.request.tag === ours,
    );
    if (subscription === undefined) {
      request.reply(481, 'Subscription Does Not Exist');
      return;
    }
    request.reply(200, 'OK', { headers: [`Expires: ${message.expires ?? 3600}`] });
    if (message.expires !== 0) return;
    // Whether the phone answers is its own affair.
    subscription.notify('', { state: 'terminated;reason=timeout' }).catch(() => {});
  }
}
