import { connect, type Socket } from 'node:net';
import * as v from 'valibot';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { Clock } from '../../base/clock';
import { errorWords } from '../../base/error-words';
import { Link } from '../../base/link/link';
import { failure, type Result, success } from '../../base/result';
import { type ApplicationRoll, type CtiApplication, ROLL_METHOD, rollSchema } from '../../contract/cti-applications';
import {
  CTI_EVENT_METHOD,
  CTI_REQUESTS,
  type CtiParameters,
  type CtiRequest,
  type CtiResult,
  ctiEventSchema,
  PRESSED_METHOD,
} from '../../contract/cti-messages';
import type { CtiLink, CtiLinkListener } from '../ports';

export interface QbeHelperOptions {
  /** "CTI Connecting Port" of the chapter's service parameters, and where CTIManager runs. */
  readonly host: string;
  readonly port: number;
  /** How this application introduces itself. */
  readonly application: CtiApplication;
  readonly password: string;
  /** "Connection Retry Time Out", in milliseconds. */
  readonly retryAfter: number;
  /** "This parameter specifies the wait time of the Cisco Extended Functions service after provider open requests", in milliseconds. */
  readonly openWithin: number;
  /** "Synchronous Request Time Out", in milliseconds. */
  readonly answerWithin: number;
  /** "HeartBeat Interval Time Out", in seconds. */
  readonly heartBeatInterval: number;
}

export interface QbeListener extends CtiLinkListener {
  /** The applications at the link. It may come before the link counts as open. */
  onRoll(roll: ApplicationRoll): void;
  /** Keys were pressed at phones, for the active application to take. */
  onPressed(): void;
}

/**
 * "The QBEHelper library provides the interface that allows the CEF service to communicate with a configured Cisco
 * CTIManager."
 *
 * ```
 *   closed ──connect──> connecting ──provider/open answered──> open
 *     ^                     │                                    │
 *     └──retryAfter─────────┴─ socket lost, or a heartbeat is not answered
 * ```
 */
export class QbeHelper implements CtiLink {
  #connection: MessageConnection | null = null;
  #socket: Socket | null = null;
  #cancelRetry: () => void = () => {};
  #stopped = false;
  #cancelHeartBeat: () => void = () => {};

  readonly #options: QbeHelperOptions;
  readonly #clock: Clock;
  readonly #listener: QbeListener;
  readonly #trace: (text: string) => void;

  constructor(options: QbeHelperOptions, clock: Clock, listener: QbeListener, trace: (text: string) => void) {
    this.#options = options;
    this.#clock = clock;
    this.#listener = listener;
    this.#trace = trace;
  }

  start(): void {
    const socket = connect({ host: this.#options.host, port: this.#options.port, noDelay: true });
    this.#socket = socket;
    socket.once('connect', () => void this.#openProvider(socket));
    socket.once('close', () => this.#onClose());
    // A close follows every error: there the retry is set.
    socket.on('error', (error) => this.#trace(`CTIManager link: ${error.message}`));
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelRetry();
    this.#cancelHeartBeat();
    this.#connection?.dispose();
    this.#socket?.destroy();
  }

  async request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>> {
    if (!this.#connection) return failure('the CTIManager link is down');
    const limit = name === 'provider/open' ? this.#options.openWithin : this.#options.answerWithin;
    try {
      const answer = v.safeParse(
        CTI_REQUESTS[name].result,
        await this.#within(limit, this.#connection.sendRequest(name, parameters)),
      );
      return answer.success
        ? success(answer.output as CtiResult<Name>)
        : failure(`CTIManager answered ${name} with something else than its result`);
    } catch (error) {
      return failure(errorWords(error));
    }
  }

  async #openProvider(socket: Socket): Promise<void> {
    const onFault = (fault: string): void => this.#trace(`CTIManager link: the other end ${fault}: closed`);
    const { connection } = Link.toServer(socket, { clock: this.#clock, onFault });
    connection.onNotification(CTI_EVENT_METHOD, (message: unknown) => this.#onEvent(message));
    connection.onNotification(PRESSED_METHOD, () => this.#listener.onPressed());
    connection.onNotification(ROLL_METHOD, (message: unknown) => this.#onRoll(message));
    connection.onError(([error]) => this.#trace(`CTIManager link: ${error.message}`));
    connection.listen();
    this.#connection = connection;
    const { application, password, heartBeatInterval } = this.#options;
    const opened = await this.request('provider/open', { ...application, password, heartBeatInterval });
    if (this.#stopped || this.#connection !== connection) return;
    if (opened.ok) {
      this.#beat(socket);
      this.#listener.onDidOpen();
    } else {
      this.#trace(`CTIManager did not open the provider: ${opened.error}`);
      socket.destroy();
    }
  }

  /** Rejects where no answer comes in time. */
  #within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(milliseconds, () => reject(new Error(`no answer within ${milliseconds} ms`)));
      answer.finally(cancel).then(resolve, reject);
    });
  }

  /** A link that looks open, and at whose other end nobody is, is as good as lost. */
  #beat(socket: Socket): void {
    this.#cancelHeartBeat = this.#clock.after(this.#options.heartBeatInterval * 1000, async () => {
      const answer = await this.request('provider/heartBeat', {});
      if (this.#stopped || this.#socket !== socket) return;
      if (answer.ok) this.#beat(socket);
      else socket.destroy();
    });
  }

  #onEvent(message: unknown): void {
    const event = v.safeParse(ctiEventSchema, message);
    if (event.success) this.#listener.onEvent(event.output);
    else this.#trace('CTIManager sent an event that is none: dropped');
  }

  #onRoll(message: unknown): void {
    const roll = v.safeParse(rollSchema, message);
    if (roll.success) this.#listener.onRoll(roll.output);
    else this.#trace('CTIManager sent a list of applications that is none: dropped');
  }

  #onClose(): void {
    const wasOpen = this.#connection !== null;
    this.#connection?.dispose();
    this.#connection = null;
    this.#cancelHeartBeat();
    if (this.#stopped) return;
    if (wasOpen) this.#listener.onDidClose();
    this.#cancelRetry = this.#clock.after(this.#options.retryAfter, () => this.start());
  }
}
