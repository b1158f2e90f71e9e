import { connect, type Socket } from 'node:net';
import type { Clock } from '../../../base/clock';
import { type BusCall, type BusMessage, decodeMessage, encodeCall, lengthOfMessage } from './bus-message';

/** Milliseconds: whoever is on the bus of this machine answers at once, or is not there. */
const TIMEOUT_MS = 2000;

/** Our end of a socket to the session bus, once the bus knows who we are. */
export class BusConnection {
  #serial = 0;
  #received: Buffer = Buffer.alloc(0);
  readonly #waiting = new Map<number, (reply: BusMessage | null) => void>();

  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #onSignal: (signal: BusMessage) => void;

  private constructor(socket: Socket, clock: Clock, onSignal: (signal: BusMessage) => void) {
    this.#socket = socket;
    this.#clock = clock;
    this.#onSignal = onSignal;
  }

  /** null = the bus cannot be reached, or does not let us in */
  static open(path: string, clock: Clock, onSignal: (signal: BusMessage) => void): Promise<BusConnection | null> {
    return new Promise((opened) => {
      const socket = connect({ path });
      const connection = new BusConnection(socket, clock, onSignal);
      const tooLate = clock.after(TIMEOUT_MS, () => socket.destroy());
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        tooLate();
        for (const end of [...connection.#waiting.values()]) end(null);
        opened(null);
      });
      // D-Bus Specification, "Authentication Protocol": the socket itself says who we are.
      socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? '')).toString('hex')}\r\n`);
      let answer = '';
      socket.on('data', function greet(chunk: Buffer) {
        answer += chunk.toString('latin1');
        if (!answer.includes('\r\n')) return;
        socket.off('data', greet);
        if (!answer.startsWith('OK ')) {
          socket.destroy();
          return;
        }
        tooLate();
        socket.write('BEGIN\r\n');
        socket.on('data', (bytes: Buffer) => connection.#take(bytes));
        opened(connection);
      });
    });
  }

  /** null = an error, or no answer in time */
  call(call: BusCall): Promise<BusMessage | null> {
    this.#serial += 1;
    const serial = this.#serial;
    return new Promise((answered) => {
      const end = (reply: BusMessage | null): void => {
        tooLate();
        this.#waiting.delete(serial);
        answered(reply?.kind === 'reply' ? reply : null);
      };
      const tooLate = this.#clock.after(TIMEOUT_MS, () => end(null));
      this.#waiting.set(serial, end);
      if (this.#socket.writable) this.#socket.write(encodeCall(call, serial));
      else end(null);
    });
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    try {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (;;) {
        const length = lengthOfMessage(this.#received);
        if (length === null || this.#received.length < length) return;
        const message = decodeMessage(this.#received.subarray(0, length));
        this.#received = this.#received.subarray(length);
        if (message?.kind === 'signal') this.#onSignal(message);
        else if (message) this.#waiting.get(message.replyTo)?.(message);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // Where one message is not as it should be, nobody knows where the next begins.
      this.#socket.destroy();
    }
  }
}
