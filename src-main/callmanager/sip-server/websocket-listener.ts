import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from './clock';
import { HalfOpenSockets } from './half-open-sockets';
import { refusalOf } from './handshake';

/** Far more than any SIP message of a phone needs. */
const LARGEST_MESSAGE = 65_536;

/** Bytes that wait for a phone that does not read. */
const MAX_UNSENT = 1_048_576;

/** More than any cluster of ours has phones. */
const MAX_CONNECTIONS = 1024;

/** "Try Again Later", of IANA's registry of WebSocket close codes. */
const TRY_AGAIN_LATER = 1013;

const CLOSE_TIMEOUT_MS = 1000;

/** What a listener tells of one phone's socket. */
interface SocketUser {
  receive(text: string): void;
  closed(): void;
}

/** One phone's socket. */
interface PhoneSocket {
  send(text: string): Promise<void>;
  /** Ends it, because of what the phone has done. */
  close(): void;
}

export interface ListenerOptions {
  readonly port: number;
  /** Of the pages that may connect. */
  readonly origins: readonly string[];
  readonly clock: Clock;
  /** @param origin of the page that connects; null = no page */
  readonly onConnection: (socket: PhoneSocket, port: number, origin: string | null) => SocketUser;
  readonly trace: (text: string) => void;
}

/** SIP's WebSocket transport (RFC 7118), on this machine only. */
export class WebSocketListener {
  readonly port: number;
  readonly #http: Server;
  readonly #server: WebSocketServer;

  private constructor(http: Server, server: WebSocketServer) {
    this.#http = http;
    this.#server = server;
    this.port = portOf(http);
  }

  /** Rejects where the port is taken. */
  static listen(options: ListenerOptions): Promise<WebSocketListener> {
    const { origins, trace } = options;
    const http = createServer((_request, response) => {
      response.writeHead(426, { Connection: 'close', Upgrade: 'websocket' }).end();
    });
    const halfOpen = new HalfOpenSockets(options.clock);
    http.on('connection', (socket) => halfOpen.add(socket));
    const server: WebSocketServer = new WebSocketServer({
      server: http,
      maxPayload: LARGEST_MESSAGE,
      perMessageDeflate: false,
      // A pong for each ping would pile up for a phone that does not read.
      autoPong: false,
      // One message a turn: the other connections have theirs between two of this one's.
      allowSynchronousEvents: false,
      verifyClient: ({ req }, done) => {
        const refusal = refusalOf(req.headers, origins);
        if (refusal?.status === 403) trace(`WebSocket: a handshake was refused: ${refusal.reason}`);
        if (refusal) done(false, refusal.status, refusal.reason);
        else if (server.clients.size >= MAX_CONNECTIONS)
          done(false, 503, 'Too many connections', { 'Retry-After': '5' });
        else done(true);
      },
      handleProtocols: () => 'sip',
    });
    server.on('connection', (socket, { socket: below, headers }) => {
      halfOpen.finished(below);
      serve(socket, options, portOf(http), headers.origin ?? null);
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      http.listen(options.port, '127.0.0.1', () => {
        server.off('error', reject);
        server.on('error', (error) => trace(`WebSocket server: ${error.message}`));
        resolve(new WebSocketListener(http, server));
      });
    });
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
    await new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
      this.#http.closeAllConnections();
    });
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function serve(socket: WebSocket, options: ListenerOptions, port: number, origin: string | null): void {
  const reads = (): boolean => {
    if (socket.bufferedAmount <= MAX_UNSENT) return true;
    options.trace('WebSocket: a phone does not read what it is sent: closed');
    socket.terminate();
    return false;
  };
  const send = (text: string) =>
    new Promise<void>((resolve, reject) => {
      if (reads()) socket.send(text, (error) => (error ? reject(error) : resolve()));
      else reject(new Error('The phone does not read.'));
    });
  const close = (): void => {
    socket.close(TRY_AGAIN_LATER);
    // It may send on, and never answer that.
    options.clock.after(CLOSE_TIMEOUT_MS, () => socket.terminate());
  };
  const user = options.onConnection({ send, close }, port, origin);
  socket.on('message', (data) => user.receive(textOf(data)));
  socket.on('ping', (data) => reads() && socket.pong(data));
  // A frame that is too long or malformed: the socket closes itself after it.
  socket.on('error', (error) => options.trace(`WebSocket: ${error.message}`));
  socket.on('close', () => user.closed());
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString();
}
