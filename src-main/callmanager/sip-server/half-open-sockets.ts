import type { Socket } from 'node:net';
import type { Clock } from './clock';

const HANDSHAKE_TIMEOUT_MS = 5000;
const MAX_HALF_OPEN = 128;
const MAX_HALF_OPEN_OF_ADDRESS = 64;

/** Sockets that have not finished their handshake: so many at once, and none of them for long. */
export class HalfOpenSockets {
  readonly #cancels = new Map<Socket, () => void>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(socket: Socket): void {
    const sockets = [...this.#cancels.keys()];
    const ofAddress = sockets.filter(({ remoteAddress }) => remoteAddress === socket.remoteAddress);
    if (sockets.length >= MAX_HALF_OPEN || ofAddress.length >= MAX_HALF_OPEN_OF_ADDRESS) {
      socket.destroy();
      return;
    }
    this.#cancels.set(
      socket,
      this.#clock.after(HANDSHAKE_TIMEOUT_MS, () => socket.destroy()),
    );
    socket.once('close', () => this.finished(socket));
  }

  /** It is a WebSocket now, or gone. */
  finished(socket: Socket): void {
    this.#cancels.get(socket)?.();
    this.#cancels.delete(socket);
  }
}
