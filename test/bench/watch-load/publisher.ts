import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { digestAnswer } from '../../interop/lab/bare-client/digest.ts';
import { DOMAIN, passwordOf } from '../../interop/lab/users.ts';
import { SipMessage, sipText } from '../../support/sip-peer/sip-message.ts';
import { addressOf } from './words.ts';

export interface PublishedDocument {
  readonly number: string;
  readonly event: 'dialog' | 'presence';
  /** It replaces what was published under the same name. Kamailio wants one for each call: after its end it takes no more. */
  readonly name: string;
  readonly body: string;
  /** Seconds. */
  readonly expires: number;
}

const TYPES = { dialog: 'application/dialog-info+xml', presence: 'application/pidf+xml' } as const;

/**
 * Publishes the state of many lines over UDP (RFC 3903), each under its own name and password, by the door that is open to
 * every phone. Publish the documents of one name one after the other.
 */
export class Publisher {
  readonly #socket: Socket = createSocket('udp4');
  readonly #waiting = new Map<string, (response: SipMessage) => void>();
  /** Of documents, by their name. */
  readonly #tags = new Map<string, string>();
  #challenge: string | null = null;
  #sequence = 0;

  /** @param serverPort UDP port of the server on loopback */
  static async open(serverPort: number): Promise<Publisher> {
    const publisher = new Publisher();
    const socket = publisher.#socket;
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    socket.connect(serverPort, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('message', (data) => publisher.#take(data.toString()));
    return publisher;
  }

  /** Resolves when the server has taken it. */
  async publish(document: PublishedDocument): Promise<void> {
    let answer = await this.#ask(document);
    if (answer.status === 401 || answer.status === 407) {
      // The same for every line, until it is too old.
      this.#challenge = answer.header('www-authenticate') || answer.header('proxy-authenticate');
      answer = await this.#ask(document);
    }
    if (answer.status !== 200) throw new Error(`${answer.status} to a PUBLISH of ${document.number}`);
    this.#tags.set(document.name, answer.header('sip-etag'));
  }

  /** It will not be replaced any more. */
  forget(name: string): void {
    this.#tags.delete(name);
  }

  close(): void {
    this.#socket.close();
  }

  #ask({ number, event, name, body, expires }: PublishedDocument): Promise<SipMessage> {
    const uri = addressOf(number, DOMAIN);
    const branch = `z9hG4bK${randomBytes(8).toString('hex')}`;
    const tag = this.#tags.get(name);
    this.#sequence += 1;
    const headers = [
      `Via: SIP/2.0/UDP 127.0.0.1:${(this.#socket.address() as AddressInfo).port};branch=${branch};rport`,
      'Max-Forwards: 70',
      `From: <${uri}>;tag=${branch.slice(-8)}`,
      `To: <${uri}>`,
      `Call-ID: ${randomBytes(10).toString('hex')}`,
      `CSeq: ${this.#sequence} PUBLISH`,
      `Event: ${event}`,
      `Expires: ${expires}`,
      ...(tag === undefined ? [] : [`SIP-If-Match: ${tag}`]),
      ...this.#authorization(number, uri),
      `Content-Type: ${TYPES[event]}`,
    ];
    return new Promise((resolve) => {
      this.#waiting.set(branch, resolve);
      this.#socket.send(sipText(`PUBLISH ${uri} SIP/2.0`, headers, body));
    });
  }

  #authorization(user: string, uri: string): readonly string[] {
    if (this.#challenge === null) return [];
    const password = passwordOf(user);
    const answer = digestAnswer(this.#challenge, { method: 'PUBLISH', uri, user, password });
    return [`Proxy-Authorization: ${answer}`];
  }

  #take(text: string): void {
    const message = SipMessage.parse(text);
    if (message === undefined || message.status < 200) return;
    const branch = /branch=([^;,\s]+)/.exec(message.header('via'))?.[1] ?? '';
    this.#waiting.get(branch)?.(message);
    this.#waiting.delete(branch);
  }
}
