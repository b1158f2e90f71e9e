import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import type { Clock } from '../../base/clock';
import { failure, type Result, success } from '../../base/result';
import type { SipServer, TransportFailure } from '../../contract/sip-transport';
import type { Endpoint } from '../../sip/endpoint';
import { placeOf, type Target } from '../locate/target';
import type { Channel, ChannelEvents } from './channel';
import { KeepAlive } from './keep-alive';
import { socketFailure } from './socket-failure';
import { bindingRequest, isStun, readBinding } from './stun';

/**
 * A socket of this account alone, connected: the kernel drops what comes from anybody else, so that nobody who tries all
 * addresses of a network makes the phone ring; and it tells when nobody listens over there.
 */
export async function openUdp(
  target: Target,
  keepAlive: SipServer['keepAlive'],
  clock: Clock,
  events: ChannelEvents,
): Promise<Result<Channel, TransportFailure>> {
  const socket = createSocket(target.address.includes(':') ? 'udp6' : 'udp4');
  const error = await connected(socket, target);
  if (error === null) return success(new UdpChannel(socket, target, keepAlive, clock, events));
  socket.close();
  return failure(socketFailure(error, placeOf(target)));
}

const connected = (socket: Socket, { address, port }: Target): Promise<Error | null> =>
  new Promise((resolve) => {
    const failed = (error: Error): void => resolve(error);
    socket.once('error', failed);
    socket.connect(port, address, () => {
      socket.off('error', failed);
      resolve(null);
    });
  });

class UdpChannel implements Channel {
  readonly transport = 'UDP';
  readonly local: Endpoint;
  readonly #socket: Socket;
  readonly #at: string;
  readonly #keepAlive: KeepAlive;
  readonly #events: ChannelEvents;
  #binding = Buffer.alloc(0);
  #open = true;

  constructor(socket: Socket, target: Target, keepAlive: SipServer['keepAlive'], clock: Clock, events: ChannelEvents) {
    const { address, port } = socket.address();
    this.local = { host: address, port };
    this.#socket = socket;
    this.#at = placeOf(target);
    this.#events = events;
    this.#keepAlive = new KeepAlive(
      clock,
      () => this.#ping(keepAlive),
      () => this.#lose({ kind: 'unanswered', at: this.#at }),
    );
    // ECONNREFUSED: the far machine says that nobody listens at the port.
    socket.on('error', (error) => this.#lose(socketFailure(error, this.#at)));
    socket.on('message', (bytes) => this.#receive(bytes));
  }

  send(text: string): Promise<TransportFailure | null> {
    if (!this.#open) return Promise.resolve({ kind: 'closed', at: this.#at });
    return new Promise((resolve) =>
      this.#socket.send(text, (error) => resolve(error ? socketFailure(error, this.#at) : null)),
    );
  }

  check(): void {
    this.#keepAlive.check();
  }

  dispose(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#keepAlive.dispose();
    this.#socket.close();
  }

  #ping(form: SipServer['keepAlive']): void {
    if (form === 'stun') this.#binding = randomBytes(12);
    // Empty lines are enough to keep a NAT's way open, and servers leave them alone (RFC 5626, 4.4).
    this.#socket.send(form === 'stun' ? bindingRequest(this.#binding) : '\r\n\r\n', () => undefined);
  }

  #receive(bytes: Buffer): void {
    if (isStun(bytes)) {
      const seen = readBinding(bytes, this.#binding);
      if (seen === null) return;
      this.#keepAlive.answered();
      this.#events.onSeen(seen);
      return;
    }
    const text = bytes.toString('utf8').replace(/^[\r\n]+/, '');
    if (text !== '') this.#events.onMessage(text);
  }

  #lose(cause: TransportFailure): void {
    if (!this.#open) return;
    this.dispose();
    this.#events.onLost(cause);
  }
}
