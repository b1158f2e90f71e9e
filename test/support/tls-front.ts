import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { MadeCertificate } from './certificates.ts';

/** Stands in front of a server on this machine and speaks TLS for it. Its certificate can change. */
export class TlsFront {
  readonly #sockets = new Set<TLSSocket>();

  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(certificate: MadeCertificate, behind: number): Promise<TlsFront> {
    const server = createServer({ key: certificate.key, cert: certificate.cert });
    const front = new TlsFront(server);
    server.on('tlsClientError', () => {});
    server.on('secureConnection', (socket) => {
      const inner = connect({ host: '127.0.0.1', port: behind });
      front.#sockets.add(socket);
      for (const [one, other] of [
        [socket, inner],
        [inner, socket],
      ] as const) {
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
      socket.on('close', () => front.#sockets.delete(socket));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return front;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Shows another certificate from now on, and hangs up on everybody. */
  change({ key, cert }: MadeCertificate): void {
    this.#server.setSecureContext({ key, cert });
    this.#hangUp();
  }

  stop(): Promise<void> {
    this.#hangUp();
    return new Promise((stopped) => this.#server.close(() => stopped()));
  }

  #hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
