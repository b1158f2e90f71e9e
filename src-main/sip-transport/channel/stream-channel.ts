import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, TLSSocket } from 'node:tls';
import type { Clock } from '../../base/clock';
import { failure, type Result, success } from '../../base/result';
import type { TransportFailure } from '../../contract/sip-transport';
import type { Endpoint } from '../../sip/endpoint';
import { StreamFraming, type StreamPiece } from '../../sip/stream-framing';
import { placeOf, type Target } from '../locate/target';
import type { Channel, ChannelEvents } from './channel';
import { KeepAlive } from './keep-alive';
import { certificateFailure, isNamed, serverNameOf } from './server-certificate';
import { socketFailure } from './socket-failure';

const CONNECT_TIMEOUT_MS = 5_000;

/** A far end that does not read on shall not fill our memory. Bytes. */
const MAX_UNSENT = 1_048_576;

export interface StreamTrust {
  /** PEM. */
  readonly authorities: readonly string[];
  /** SHA-256 of a certificate that is trusted although no authority vouches for it. */
  readonly pin: string | null;
}

/** A connection by TCP or TLS, framed by Content-Length. */
export async function openStream(
  target: Target,
  trust: StreamTrust,
  clock: Clock,
  events: ChannelEvents,
): Promise<Result<Channel, TransportFailure>> {
  const socket = target.transport === 'tls' ? secure(target, trust) : connectTcp(target.port, target.address);
  const cause = await connected(socket, target, trust, clock);
  if (cause === null) return success(new StreamChannel(socket, target, clock, events));
  socket.destroy();
  return failure(cause);
}

function secure({ address, port, names }: Target, { authorities }: StreamTrust): TLSSocket {
  const servername = serverNameOf(names);
  return connectTls({
    host: address,
    port,
    ...(servername === undefined ? {} : { servername }),
    ca: [...authorities],
    minVersion: 'TLSv1.2',
    // It is judged in `certificateFailure`, before anything is said, so that the user can be told what is wrong and with what.
    rejectUnauthorized: false,
    checkServerIdentity: (_host, certificate) => {
      if (isNamed(names, certificate)) return undefined;
      return Object.assign(new Error('it names others'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    },
  });
}

/** @returns why it has not come about */
function connected(
  socket: Socket,
  target: Target,
  { pin }: StreamTrust,
  clock: Clock,
): Promise<TransportFailure | null> {
  const at = placeOf(target);
  return new Promise((resolve) => {
    // The first call counts: a promise is resolved once.
    const settle = (cause: TransportFailure | null): void => {
      cancel();
      resolve(cause);
    };
    const cancel = clock.after(CONNECT_TIMEOUT_MS, () => settle({ kind: 'timeOut', at }));
    socket.on('error', (error) => settle(socketFailure(error, at)));
    socket.once('close', () => settle({ kind: 'closed', at }));
    if (socket instanceof TLSSocket) socket.once('secureConnect', () => settle(certificateFailure(socket, pin, at)));
    else socket.once('connect', () => settle(null));
  });
}

class StreamChannel implements Channel {
  readonly transport: 'TCP' | 'TLS';
  readonly local: Endpoint;
  readonly #socket: Socket;
  readonly #at: string;
  readonly #keepAlive: KeepAlive;
  readonly #events: ChannelEvents;
  readonly #framing = new StreamFraming();
  #open = true;

  constructor(socket: Socket, target: Target, clock: Clock, events: ChannelEvents) {
    this.transport = target.transport === 'tls' ? 'TLS' : 'TCP';
    this.local = { host: socket.localAddress ?? '', port: socket.localPort ?? 0 };
    this.#socket = socket;
    this.#at = placeOf(target);
    this.#events = events;
    this.#keepAlive = new KeepAlive(
      clock,
      () => this.#socket.write('\r\n\r\n'),
      () => this.#lose({ kind: 'unanswered', at: this.#at }),
    );
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#lose(socketFailure(error, this.#at)));
    socket.on('close', () => this.#lose({ kind: 'closed', at: this.#at }));
  }

  send(text: string): Promise<TransportFailure | null> {
    if (!this.#open) return Promise.resolve({ kind: 'closed', at: this.#at });
    if (this.#socket.writableLength > MAX_UNSENT) this.#lose({ kind: 'unanswered', at: this.#at });
    return new Promise((resolve) =>
      this.#socket.write(text, (error) => resolve(error ? socketFailure(error, this.#at) : null)),
    );
  }

  check(): void {
    this.#keepAlive.check();
  }

  dispose(): void {
    this.#open = false;
    this.#keepAlive.dispose();
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    const read = this.#framing.add(chunk);
    if (!read.ok) this.#lose({ kind: 'unreadable', at: this.#at, fault: read.error });
    else for (const piece of read.value) this.#take(piece);
  }

  #take(piece: StreamPiece): void {
    if (!this.#open) return;
    if (piece.kind === 'message') this.#events.onMessage(piece.text);
    else if (piece.kind === 'ping') this.#socket.write('\r\n');
    else this.#keepAlive.answered();
  }

  #lose(cause: TransportFailure): void {
    if (!this.#open) return;
    this.dispose();
    this.#events.onLost(cause);
  }
}
