import type { Socket } from 'node:net';
import { type Message, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { MAX_UNSENT } from './limits';

/** Gives an end up that does not read what it is sent. */
export class BoundedWriter extends StreamMessageWriter {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super(socket);
    this.#socket = socket;
  }

  override write(message: Message): Promise<void> {
    if (this.#socket.writableLength > MAX_UNSENT)
      this.#socket.destroy(new Error('the other end does not read what it is sent'));
    return super.write(message);
  }
}
