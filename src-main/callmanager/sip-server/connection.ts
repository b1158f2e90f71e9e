import { Core, URI } from 'sip.js';
import type { ConnectionTrace } from './connection-trace';
import type { FairShare } from './fair-share';
import { readMessage } from './message-reader';

/** What every request from a phone has, whatever its method. */
export type Request = Pick<Core.IncomingRequest, 'message' | 'accept' | 'reject'>;

/** What becomes of the requests that arrive on a connection. */
export interface RequestHandlers {
  /** The answer to a request that is not let in; null = it is. */
  refusalOf(message: Core.IncomingRequestMessage): Core.ResponseOptions | null;
  onInvite(connection: Connection, request: Core.IncomingInviteRequest): void;
  onRegister(connection: Connection, request: Request): void;
  /** A new subscription, or one that a tag in To says to exist. */
  onSubscribe(connection: Connection, request: Request): void;
}

export interface ConnectionOptions {
  /** Begins the Call-ID of every call that this server makes, and of no other. */
  readonly callIdPrefix: string;
  readonly port: number;
  readonly send: (text: string) => Promise<void>;
  /** How much it may send; beyond it the socket is closed. */
  readonly share: FairShare;
  readonly closeSocket: () => void;
  /** It has shown the password of one of our phones. */
  readonly onTrusted: () => void;
  readonly trace: ConnectionTrace;
}

/** Seconds after which a phone that has sent too much may try again. */
const RETRY_AFTER = 5;

export const SERVER_NAME = 'Callback-Phone-CallManager';

/** One phone's WebSocket, with a SIP.js core of its own: the transactions and dialogs of that phone. */
export class Connection {
  readonly core: Core.UserAgentCore;
  /** The value of our Contact header on this connection. */
  readonly contact: string;
  readonly #options: ConnectionOptions;
  readonly #handlers: RequestHandlers;
  readonly #logger: Core.Logger;
  #closed = false;

  constructor(options: ConnectionOptions, handlers: RequestHandlers) {
    this.#options = options;
    this.#handlers = handlers;
    const loggers = new Core.LoggerFactory();
    loggers.builtinEnabled = false;
    loggers.level = Core.Levels.warn;
    loggers.connector = (level, category, _label, content) => {
      if (level === 'warn' || level === 'error') this.#trace('SIP.js', `${category}: ${String(content)}`);
    };
    this.#logger = loggers.getLogger('callmanager.sip-server');
    const uri = new URI('sip', 'callmanager', '127.0.0.1', options.port, { transport: 'ws' });
    this.contact = `<${uri}>`;
    this.core = new Core.UserAgentCore(this.#configuration(uri, loggers), {
      onInvite: (request) => handlers.onInvite(this, request),
      onRegister: (request) => handlers.onRegister(this, request),
      onSubscribe: (request) => handlers.onSubscribe(this, request),
      // Transfer has its place here.
      onRefer: (request) => request.reject({ statusCode: 501 }),
      onMessage: (request) => request.reject({ statusCode: 405, extraHeaders: ['Allow: INVITE, REGISTER, SUBSCRIBE'] }),
      onNotify: (request) => request.reject({ statusCode: 481 }),
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Takes one WebSocket message. Never throws, whatever it holds. */
  receive(text: string): void {
    const verdict = this.#closed ? 'drop' : this.#options.share.take();
    if (verdict === 'close') {
      this.#trace('closed', 'closed: it sends more than its share');
      this.#options.closeSocket();
    }
    if (verdict === 'close' || verdict === 'drop') return;
    // RFC 7118 section 6 and RFC 5626 section 3.5.1: a phone that sends CRLFCRLF asks whether we live, CRLF is the answer.
    if (text === '\r\n\r\n') this.#transmit('\r\n').catch(() => {});
    if (text.trim() === '') return;
    this.#trace('received', `<- ${text}`);
    try {
      if (verdict === 'refuse') this.#refuse(text);
      else this.#take(text);
    } catch (error) {
      this.#trace('threw', `threw ${error instanceof Error ? error.stack : String(error)}`);
    }
  }

  /** It has shown the password of one of our phones: it may say more, and all of it is logged. */
  trust(): void {
    this.#options.onTrusted();
    this.#options.share.trust();
    this.#options.trace.trust();
  }

  /** The socket is gone: nothing more is sent, and what the core still waited for is dropped. */
  close(): void {
    this.#closed = true;
    this.core.dispose();
    this.#options.trace.close();
  }

  /** RFC 3261 section 21.5.4: the server is overloaded, by this very connection. */
  #refuse(text: string): void {
    const reading = readMessage(text, this.#logger);
    if (reading.kind !== 'request' || reading.message.method === 'ACK') return;
    this.core.replyStateless(reading.message, { statusCode: 503, extraHeaders: [`Retry-After: ${RETRY_AFTER}`] });
  }

  #take(text: string): void {
    const reading = readMessage(text, this.#logger);
    if (reading.kind === 'unreadable') {
      this.#trace('dropped', `dropped: ${reading.fault}`);
      if (reading.answer !== undefined) this.#transmit(reading.answer).catch(() => {});
      return;
    }
    if (reading.kind === 'response') {
      this.core.receiveIncomingResponseFromTransport(reading.message);
      return;
    }
    const { message } = reading;
    try {
      if (reading.kind === 'request') this.#takeRequest(message);
      else if (message.method !== 'ACK') {
        this.core.replyStateless(message, { statusCode: reading.status, reasonPhrase: reading.fault });
      }
    } catch (error) {
      this.#giveUp(message);
      throw error;
    }
  }

  #takeRequest(message: Core.IncomingRequestMessage): void {
    // The core serves one address only and answers 404 to the rest: which numbers there are is not for it to say.
    if (message.ruri) this.core.configuration.aor = message.ruri;
    // What the core knows already it takes for a repetition.
    const refusal = this.core.userAgentServers.has(message.viaBranch) ? null : this.#handlers.refusalOf(message);
    if (refusal) {
      this.core.replyStateless(message, refusal);
      return;
    }
    // The core knows the subscriber's side of a subscription but not the notifier's: it would answer 481 to a refresh.
    if (message.method === 'SUBSCRIBE' && message.toTag) {
      this.#handlers.onSubscribe(this, new Core.SubscribeUserAgentServer(this.core, message));
    } else if (message.method === 'PRACK' && !message.toTag) {
      this.core.replyStateless(message, { statusCode: 481 });
    } else {
      this.core.receiveIncomingRequestFromTransport(message);
      if (message.method === 'CANCEL') this.#cancelReInvite(message);
    }
  }

  /** The core answers a CANCEL, but hands it on only if it means the INVITE that began the call. */
  #cancelReInvite(message: Core.IncomingRequestMessage): void {
    const server = this.core.userAgentServers.get(message.viaBranch);
    if (!(server instanceof Core.ReInviteUserAgentServer)) return;
    if (server.transaction.state === Core.TransactionState.Proceeding) server.receiveCancel(message);
  }

  /** A request that made us throw gets an answer all the same, so that neither side keeps a transaction for it. */
  #giveUp(message: Core.IncomingRequestMessage): void {
    const server = this.core.userAgentServers.get(message.viaBranch);
    if (server) server.reject({ statusCode: 500 });
    else if (message.method !== 'ACK') this.core.replyStateless(message, { statusCode: 500 });
  }

  async #transmit(text: string): Promise<void> {
    if (this.#closed) throw new Error('The connection is closed.');
    if (text.trim() !== '') this.#trace('sent', `-> ${text}`);
    await this.#options.send(text);
  }

  #trace(kind: string, text: string): void {
    this.#options.trace.write(kind, text);
  }

  #configuration(uri: URI, loggerFactory: Core.LoggerFactory): Core.UserAgentCoreConfiguration {
    const transport: Core.Transport = { protocol: 'WS', send: (text) => this.#transmit(text) };
    return {
      aor: uri,
      contact: { uri, pubGruu: undefined, tempGruu: undefined, toString: () => this.contact },
      displayName: '',
      loggerFactory,
      hackViaTcp: false,
      routeSet: [],
      sipjsId: this.#options.callIdPrefix,
      supportedOptionTags: [],
      supportedOptionTagsResponse: [],
      userAgentHeaderFieldValue: SERVER_NAME,
      viaForceRport: false,
      viaHost: 'callmanager.invalid',
      authenticationFactory: () => undefined,
      transportAccessor: () => transport,
    };
  }
}
