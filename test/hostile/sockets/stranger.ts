import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A TCP connection of somebody who keeps no rules. Whatever becomes of it is no error of ours. */
export class Stranger {
  readonly #socket: Socket;
  #isClosed = false;
  readonly #closed: Promise<void>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.resume();
    socket.on('error', () => {});
    this.#closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.#isClosed = true;
        resolve();
      });
    });
  }

  /** Resolves when it is connected, or refused. */
  static async connect(port: number): Promise<Stranger> {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    const stranger = new Stranger(socket);
    await Promise.race([once(socket, 'connect').catch(() => {}), stranger.#closed]);
    return stranger;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Sends as fast as the other side takes it. @returns false where that has ended the connection */
  async send(bytes: string | Buffer): Promise<boolean> {
    if (this.#isClosed) return false;
    const taken = new Promise<void>((resolve) => this.#socket.write(bytes, () => resolve()));
    await Promise.race([taken, this.#closed]);
    return !this.#isClosed;
  }

  close(): void {
    this.#socket.destroy();
  }
}
