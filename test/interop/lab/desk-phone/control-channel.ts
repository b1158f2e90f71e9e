import { connect, type Socket } from 'node:net';

/** Something that baresip tells by itself, such as CALL_INCOMING (event_encode_dict of baresip 1.0). */
export interface BaresipEvent {
  readonly type: string;
  readonly peeruri?: string;
  /** Why a call was closed, such as "486 Busy Here". */
  readonly param?: string;
  /** On the clock of performance.now(). */
  readonly at: number;
}

interface Answer {
  readonly ok: boolean;
  readonly data: string;
}

/** baresip's module ctrl_tcp: JSON in netstrings (`LENGTH:BYTES,`) over TCP; commands are answered in their order. */
export class ControlChannel {
  readonly events: BaresipEvent[] = [];
  readonly #waiting: ((answer: Answer) => void)[] = [];
  #received = Buffer.alloc(0);

  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      for (let text = this.#next(); text !== null; text = this.#next()) this.#take(text);
    });
    // baresip ended: whoever waits for an answer is told so.
    socket.on('close', () => {
      for (const resolve of this.#waiting.splice(0)) resolve({ ok: false, data: 'baresip has ended' });
    });
    socket.on('error', () => undefined);
  }

  /** null while nobody listens on that port. */
  static open(port: number): Promise<ControlChannel | null> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new ControlChannel(socket)));
      socket.once('error', () => resolve(null));
    });
  }

  /** Gives a command of baresip's menu, such as `dial`, and resolves to what it printed. */
  async command(command: string, params?: string): Promise<string> {
    const answered = new Promise<Answer>((resolve) => this.#waiting.push(resolve));
    const text = JSON.stringify(params === undefined ? { command } : { command, params });
    this.#socket.write(`${Buffer.byteLength(text)}:${text},`);
    const { ok, data } = await answered;
    if (!ok) throw new Error(`baresip refuses ${command} ${params ?? ''}: ${data}`);
    return data;
  }

  close(): void {
    this.#socket.destroy();
  }

  #next(): string | null {
    const colon = this.#received.indexOf(':');
    if (colon < 0) return null;
    const length = Number(this.#received.toString('latin1', 0, colon));
    const end = colon + 1 + length;
    if (this.#received.length <= end) return null;
    const text = this.#received.toString('utf8', colon + 1, end);
    this.#received = this.#received.subarray(end + 1);
    return text;
  }

  #take(text: string): void {
    const message = JSON.parse(text) as { event?: boolean; response?: boolean } & BaresipEvent & Answer;
    if (message.event) this.events.push({ ...message, at: performance.now() });
    else if (message.response) this.#waiting.shift()?.(message);
  }
}
