import { connect, type Socket } from 'node:net';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { Clock } from '../../base/clock';
import { errorWords } from '../../base/error-words';
import { Link } from '../../base/link/link';
import type { ChangeRequest, DatabaseChange } from '../../contract/change-messages';

export interface ReceiverPorts {
  readonly password: string;
  readonly clock: Pick<Clock, 'after'>;
  trace(text: string): void;
  /** How everything stands: whoever was not there when something changed hears of it thus. */
  whole(): readonly DatabaseChange[];
}

/** Milliseconds until a service that was not there is looked for again. */
const RETRY_AFTER = 1000;

/** One service that wants to be told. The link to it is made anew as long as it is there. */
export class Receiver {
  #connection: MessageConnection | null = null;
  #socket: Socket | null = null;
  #cancelRetry: () => void = () => {};
  #stopped = false;

  readonly #port: number;
  readonly #ports: ReceiverPorts;

  constructor(port: number, ports: ReceiverPorts) {
    this.#port = port;
    this.#ports = ports;
  }

  start(): void {
    const socket = connect({ host: '127.0.0.1', port: this.#port, noDelay: true });
    this.#socket = socket;
    socket.once('connect', () => void this.#open(socket));
    socket.once('close', () => this.#closed());
    // A close follows every error: there the retry is set.
    socket.on('error', (error) => this.#ports.trace(`Database Layer Monitor: ${error.message}`));
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelRetry();
    this.#connection?.dispose();
    this.#socket?.destroy();
  }

  send(changes: readonly DatabaseChange[]): void {
    for (const change of changes) void this.#ask('change/notify', { change });
  }

  async #open(socket: Socket): Promise<void> {
    const { clock, trace } = this.#ports;
    const onFault = (fault: string): void => trace(`Database Layer Monitor: the service ${fault}: closed`);
    const { connection } = Link.toServer(socket, { clock, onFault });
    connection.onError(([error]) => this.#ports.trace(`Database Layer Monitor: ${error.message}`));
    connection.listen();
    this.#connection = connection;
    if (await this.#ask('change/open', { password: this.#ports.password })) this.send(this.#ports.whole());
  }

  /** A change that does not arrive is told with everything, when the link is made anew. */
  async #ask(request: ChangeRequest, message: object): Promise<boolean> {
    const connection = this.#connection;
    if (!connection) return false;
    try {
      await connection.sendRequest(request, message);
      return true;
    } catch (error) {
      if (this.#connection === connection) {
        this.#ports.trace(`Database Layer Monitor: ${errorWords(error)}`);
        this.#socket?.destroy();
      }
      return false;
    }
  }

  #closed(): void {
    this.#connection?.dispose();
    this.#connection = null;
    if (!this.#stopped) this.#cancelRetry = this.#ports.clock.after(RETRY_AFTER, () => this.start());
  }
}
