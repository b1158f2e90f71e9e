import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { StreamFraming } from '../../../src-main/sip/stream-framing.ts';
import { answerTo } from './sip-text.ts';

export interface Arrived {
  readonly by: 'UDP' | 'TCP' | 'TLS';
  readonly text: string;
  readonly from: { readonly host: string; readonly port: number };
  reply(text: string): void;
}

/** What a server does with a message. */
export type Behaviour = (message: Arrived) => void;

/** Answers every request, and says where it came from (RFC 3581). */
export const answersAll: Behaviour = ({ text, from, reply }) => {
  if (/^(?!ACK)[A-Z]+ /.test(text))
    reply(answerTo(text, 200).replace(';rport', `;received=${from.host};rport=${from.port}`));
};

/** A SIP server of sockets alone: what it shall say, its test says. It listens by UDP and TCP at one port, or by TLS. */
export class PlainSipServer {
  readonly arrived: Arrived[] = [];
  /** Bytes that were no message: keep-alives. */
  readonly pings: string[] = [];
  behaviour: Behaviour;
  readonly #sockets = new Set<Socket>();
  #udp: UdpSocket | null = null;
  #tcp: Server | null = null;
  #port = 0;

  private constructor(
    readonly host: string,
    behaviour: Behaviour,
  ) {
    this.behaviour = behaviour;
  }

  static async start(
    options: {
      readonly host?: string;
      readonly port?: number;
      readonly behaviour?: Behaviour;
      readonly tls?: TlsOptions;
      readonly without?: 'udp' | 'tcp';
    } = {},
  ): Promise<PlainSipServer> {
    const server = new PlainSipServer(options.host ?? '127.0.0.1', options.behaviour ?? answersAll);
    server.#port = options.port ?? 0;
    if (options.tls) await server.#listen(createTlsServer(options.tls, (socket) => server.#serve(socket, 'TLS')));
    else {
      if (options.without !== 'tcp') await server.#listen(createServer((socket) => server.#serve(socket, 'TCP')));
      if (options.without !== 'udp') await server.#bind();
    }
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** The first lines of what came. */
  get methods(): readonly string[] {
    return this.arrived.map(({ by, text }) => `${by} ${text.split(' ', 1)[0]}`);
  }

  /** Cuts all connections, and goes on listening. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** To everybody who is connected. */
  write(bytes: string): void {
    for (const socket of this.#sockets) socket.write(bytes);
  }

  async stop(): Promise<void> {
    this.cut();
    const closing = [this.#udp, this.#tcp].filter((one) => one !== null).map((one) => once(one, 'close'));
    this.#udp?.close();
    this.#tcp?.close();
    await Promise.all(closing);
    this.#udp = null;
    this.#tcp = null;
  }

  async #listen(tcp: Server): Promise<void> {
    this.#tcp = tcp.listen(this.#port, this.host);
    await once(tcp, 'listening');
    this.#port = (tcp.address() as AddressInfo).port;
  }

  async #bind(): Promise<void> {
    const udp = createSocket('udp4');
    this.#udp = udp;
    udp.on('message', (bytes, from) => this.#heard(bytes, from));
    udp.bind(this.#port, this.host);
    await once(udp, 'listening');
    this.#port = udp.address().port;
  }

  #heard(bytes: Buffer, { address, port }: RemoteInfo): void {
    const text = bytes.toString();
    if (!text.includes('SIP/2.0')) {
      this.pings.push(bytes.toString('latin1'));
      return;
    }
    const reply = (answer: string | Buffer): void => this.#udp?.send(answer, port, address);
    this.#take({ by: 'UDP', text, from: { host: address, port }, reply });
  }

  #serve(socket: Socket, by: 'TCP' | 'TLS'): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    const framing = new StreamFraming();
    const from = { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    socket.on('data', (chunk) => {
      const read = framing.add(chunk);
      for (const piece of read.ok ? read.value : []) {
        if (piece.kind === 'message') this.#take({ by, text: piece.text, from, reply: (text) => socket.write(text) });
        else this.pings.push(piece.kind);
      }
    });
  }

  #take(message: Arrived): void {
    this.arrived.push(message);
    this.behaviour(message);
  }
}
