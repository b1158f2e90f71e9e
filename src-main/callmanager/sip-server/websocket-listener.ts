import type { AddressInfo } from 'node:net';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

/** Far more than any SIP message of a phone needs. */
const LARGEST_MESSAGE = 65_536;

/** What a listener tells of one phone's socket. */
interface SocketUser {
  receive(text: string): void;
  closed(): void;
}

export interface ListenerOptions {
  readonly port: number;
  readonly onConnection: (send: (text: string) => Promise<void>, port: number) => SocketUser;
  readonly trace: (text: string) => void;
}

/** SIP's WebSocket transport (RFC 7118), on this machine only. */
export class WebSocketListener {
  readonly port: number;
  readonly #server: WebSocketServer;

  private constructor(server: WebSocketServer) {
    this.#server = server;
    this.port = portOf(server);
  }

  /** Rejects where the port is taken. */
  static listen(options: ListenerOptions): Promise<WebSocketListener> {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: options.port,
      maxPayload: LARGEST_MESSAGE,
      // RFC 7118 section 4.1: the client "MUST include the value "sip" in the Sec-WebSocket-Protocol header".
      verifyClient: ({ req }, done) => done(offersSip(req.headers['sec-websocket-protocol']), 400, 'SIP only'),
      handleProtocols: () => 'sip',
    });
    server.on('connection', (socket) => serve(socket, options, portOf(server)));
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.once('listening', () => {
        server.off('error', reject);
        server.on('error', (error) => options.trace(`WebSocket server: ${error.message}`));
        resolve(new WebSocketListener(server));
      });
    });
  }

  close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

function offersSip(protocols: string | undefined): boolean {
  return (protocols ?? '').split(',').some((protocol) => protocol.trim().toLowerCase() === 'sip');
}

function portOf(server: WebSocketServer): number {
  return (server.address() as AddressInfo).port;
}

function serve(socket: WebSocket, options: ListenerOptions, port: number): void {
  const send = (text: string) =>
    new Promise<void>((resolve, reject) => {
      socket.send(text, (error) => (error ? reject(error) : resolve()));
    });
  const user = options.onConnection(send, port);
  socket.on('message', (data) => user.receive(textOf(data)));
  // A frame that is too long or malformed: the socket closes itself after it.
  socket.on('error', (error) => options.trace(`WebSocket: ${error.message}`));
  socket.on('close', () => user.closed());
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString();
}
