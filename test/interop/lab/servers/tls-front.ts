import { type AddressInfo, connect } from 'node:net';
import { createServer, type Server } from 'node:tls';
import type { Certificate } from '../certificates.ts';

/** TLS with a certificate of one's choice in front of a `ws://` port: how a phone takes bad certificates. */
export class TlsFront {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(wsPort: number, { pem: cert, key }: Certificate): Promise<TlsFront> {
    const server = createServer({ cert, key }, (near) => {
      const far = connect(wsPort, '127.0.0.1');
      near.pipe(far).pipe(near);
      near.on('error', () => far.destroy());
      far.on('error', () => near.destroy());
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
    // Whoever does not like the certificate breaks off.
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new TlsFront(server);
  }

  get address(): string {
    return `wss://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((closed) => {
      this.#server.close(closed);
    });
  }
}
