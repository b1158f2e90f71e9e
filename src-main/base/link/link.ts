import type { Socket } from 'node:net';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type { Clock } from '../clock';
import { BoundedReader } from './bounded-reader';
import { BoundedWriter } from './bounded-writer';
import { FrameReader } from './frame-reader';
import {
  MAX_BODY,
  MAX_BODY_BEFORE_OPENING,
  MAX_MESSAGES_BEFORE_OPENING,
  MESSAGE_TIMEOUT_MS,
  OPEN_TIMEOUT_MS,
} from './limits';

export interface LinkOptions {
  readonly clock: Pick<Clock, 'after'>;
  /** Why the connection is closed that the other end has misused. At most once. */
  onFault(fault: string): void;
}

/**
 * JSON-RPC over a socket, within limits for whatever the other end sends: the library would keep all of it.
 *
 * ```
 *   unopened ──opened()──> open        (a link that we have made ourselves is open from the beginning)
 *      └───────────┴── fault, time-out ──> destroyed, and nothing of it is kept
 * ```
 */
export class Link {
  readonly connection: MessageConnection;
  readonly #socket: Socket;
  readonly #options: LinkOptions;
  readonly #frames: FrameReader;
  readonly #reader = new BoundedReader();
  /** null = it is open: there is no count any more. */
  #messagesLeft: number | null;
  #cancelOpening: () => void = () => {};
  #cancelMessage: () => void = () => {};
  /** For the end of a message that has begun. */
  #isWatching = false;

  private constructor(socket: Socket, options: LinkOptions, isOpen: boolean) {
    this.#socket = socket;
    this.#options = options;
    this.#messagesLeft = isOpen ? null : MAX_MESSAGES_BEFORE_OPENING;
    this.#frames = new FrameReader(isOpen ? MAX_BODY : MAX_BODY_BEFORE_OPENING);
    this.connection = createMessageConnection(this.#reader, new BoundedWriter(socket));
    socket.on('data', (bytes) => this.#take(bytes));
    socket.once('close', () => this.#closed());
    if (!isOpen)
      this.#cancelOpening = options.clock.after(OPEN_TIMEOUT_MS, () => this.#give('has not opened the link in time'));
  }

  /** Of a client: it has chosen the server itself. */
  static toServer(socket: Socket, options: LinkOptions): Link {
    return new Link(socket, options, true);
  }

  /** Of a server: nobody knows who it is. */
  static fromClient(socket: Socket, options: LinkOptions): Link {
    return new Link(socket, options, false);
  }

  /** The other end has shown the password. */
  opened(): void {
    this.#cancelOpening();
    this.#messagesLeft = null;
    this.#frames.maxBody = MAX_BODY;
  }

  #take(bytes: Buffer): void {
    if (this.#socket.destroyed) return;
    const taken = this.#frames.take(bytes);
    if (!taken.ok) {
      this.#give(taken.error);
      return;
    }
    for (const body of taken.value) this.#hand(body);
    this.#watchMessage(taken.value.length > 0);
  }

  #hand(body: Buffer): void {
    if (this.#socket.destroyed) return;
    if (this.#messagesLeft === 0) {
      this.#give(`has sent ${MAX_MESSAGES_BEFORE_OPENING} messages and not opened the link`);
      return;
    }
    if (this.#messagesLeft !== null) this.#messagesLeft -= 1;
    const taken = this.#reader.take(body);
    if (!taken.ok) this.#give(taken.error);
  }

  #watchMessage(hasEnded: boolean): void {
    if (hasEnded || !this.#frames.isUnderWay) this.#stopWatching();
    if (this.#socket.destroyed || !this.#frames.isUnderWay || this.#isWatching) return;
    this.#isWatching = true;
    this.#cancelMessage = this.#options.clock.after(MESSAGE_TIMEOUT_MS, () =>
      this.#give('has not ended a message in time'),
    );
  }

  #stopWatching(): void {
    this.#isWatching = false;
    this.#cancelMessage();
  }

  #give(fault: string): void {
    if (this.#socket.destroyed) return;
    this.#options.onFault(fault);
    this.#socket.destroy();
  }

  #closed(): void {
    this.#cancelOpening();
    this.#stopWatching();
    this.#reader.ended();
    this.#reader.close();
  }
}
