import type { Socket } from 'node:net';
import type { Clock } from '../../../base/clock';
import { readRequest, type WebRequest } from './read-request';
import { refusal, type WebAnswer, writeAnswer } from './write-answer';

/** In milliseconds: a request must be there, or the next one begin. */
const REQUEST_TIMEOUT_MS = 5000;
/** For the end of a document that is longer than its sender has said. */
const REST_TIMEOUT_MS = 300;
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

/** One connection of a program to a phone: its requests are answered one after the other. */
export class WebConnection {
  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #answer: (request: WebRequest) => Promise<WebAnswer>;
  #bytes: Buffer = Buffer.alloc(0);
  #isAnswering = false;
  #toldToGoOn = false;
  #cancelTimeout: () => void;
  #cancelRest: () => void = () => {};

  constructor(socket: Socket, clock: Clock, answer: (request: WebRequest) => Promise<WebAnswer>) {
    this.#socket = socket;
    this.#clock = clock;
    this.#answer = answer;
    this.#cancelTimeout = this.#startTimeout();
    socket.on('data', (bytes) => this.#take(bytes));
    socket.on('error', () => {});
    socket.once('close', () => {
      this.#cancelTimeout();
      this.#cancelRest();
    });
  }

  #take(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    this.#read(false);
  }

  /** @param isAll nothing more will come of what is not closed */
  #read(isAll: boolean): void {
    if (this.#isAnswering) return;
    const reading = readRequest(this.#bytes);
    switch (reading.kind) {
      case 'more':
        if (reading.expectsContinue && !this.#toldToGoOn) this.#socket.write(CONTINUE);
        this.#toldToGoOn ||= reading.expectsContinue;
        break;
      case 'bad':
        this.#socket.end(writeAnswer(refusal(reading.status, 'This is no request that the phone takes.'), false, true));
        break;
      case 'short':
        this.#cancelRest();
        if (isAll) void this.#reply({ ...reading.request, keepAlive: false });
        else this.#cancelRest = this.#clock.after(REST_TIMEOUT_MS, () => this.#read(true));
        break;
      case 'whole':
        this.#cancelRest();
        void this.#reply(reading.request);
    }
  }

  async #reply(request: WebRequest): Promise<void> {
    this.#isAnswering = true;
    this.#cancelTimeout();
    // What comes meanwhile waits in the socket, and not in memory.
    this.#socket.pause();
    const answer = await this.#answer(request);
    const bytes = writeAnswer(answer, request.keepAlive, request.method !== 'HEAD');
    if (!request.keepAlive) {
      this.#socket.end(bytes);
      return;
    }
    this.#socket.write(bytes);
    this.#bytes = this.#bytes.subarray(request.length);
    this.#isAnswering = false;
    this.#toldToGoOn = false;
    this.#cancelTimeout = this.#startTimeout();
    this.#socket.resume();
    if (this.#bytes.length > 0) this.#read(false);
  }

  #startTimeout(): () => void {
    return this.#clock.after(REQUEST_TIMEOUT_MS, () => this.#socket.destroy());
  }
}
