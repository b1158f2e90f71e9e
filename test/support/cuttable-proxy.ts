import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Passes bytes on to a port of loopback until the network has a fault. It keeps its own port over all of them. */
export class CuttableProxy {
  readonly #sockets = new Set<Socket>();
  #server = createServer();
  #port = 0;

  readonly #target: number;

  private constructor(target: number) {
    this.#target = target;
  }

  static async open(target: number): Promise<CuttableProxy> {
    const proxy = new CuttableProxy(target);
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  get address(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** A cable is pulled: what is connected now is dead from now on, and neither side is told. Who connects anew gets through. */
  freeze(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  /** The server is gone: what is connected breaks, and who connects anew is refused, until `restore`. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await closed;
  }

  async restore(): Promise<void> {
    if (this.#server.listening) return;
    this.#server = createServer();
    await this.#listen();
  }

  async close(): Promise<void> {
    await this.cut();
  }

  async #listen(): Promise<void> {
    this.#server.on('connection', (near) => this.#join(near, connect(this.#target, '127.0.0.1')));
    await new Promise<void>((listening, failed) => {
      this.#server.once('error', failed);
      this.#server.listen(this.#port, '127.0.0.1', listening);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
