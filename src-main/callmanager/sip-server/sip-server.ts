import { randomBytes } from 'node:crypto';
import { redactSip } from '../../sip/redact-sip';
import { Admission } from './admission';
import { Bindings } from './bindings';
import { Calls } from './calls';
import { type Clock, guardedClock, systemClock } from './clock';
import { Connection, type Request, type RequestHandlers } from './connection';
import { ConnectionTrace, strangersLimit } from './connection-trace';
import { DialogNotifier } from './dialog-notifier';
import { FairShare, strangersBudget } from './fair-share';
import { OWN_ORIGIN } from './handshake';
import { MessageNotifier } from './message-notifier';
import { Nonces } from './nonces';
import { Notifier } from './notifier';
import type { SipServerOptions, SipServerPorts } from './ports';
import { Registrar } from './registrar';
import { Strangers } from './strangers';
import { WebSocketListener } from './websocket-listener';

export type { CallEvent, LineFeatures, SipServerOptions, SipServerPorts, SipUser, WaitingMessages } from './ports';

const DIALOG = 'dialog';
const MESSAGES = 'message-summary';

/** The built-in cluster's SIP server: where its parts meet. */
export class SipServer {
  readonly port: number;
  readonly #listener: WebSocketListener;
  readonly #closePhones: () => void;

  readonly #tellMessages: (number: string) => void;

  private constructor(listener: WebSocketListener, closePhones: () => void, tellMessages: (number: string) => void) {
    this.#tellMessages = tellMessages;
    this.#listener = listener;
    this.port = listener.port;
    this.#closePhones = closePhones;
  }

  /** Rejects where the port is taken. */
  static async listen(options: SipServerOptions, ports: SipServerPorts, time: Clock = systemClock): Promise<SipServer> {
    const trace = (text: string) => ports.trace(redactSip(text));
    const clock = guardedClock(time, (error) => trace(`A timer threw ${String(error)}`));
    const { domain, noAnswerSeconds = 180, minExpires = 60, maxExpires = 3600 } = options;
    const lifetimes = { shortest: minExpires, longest: maxExpires };
    const callIdPrefix = `${randomBytes(8).toString('hex')}-`;

    const bindings = new Bindings(clock, (number, devices) => ports.onRegistration(number, devices));
    const registrar = new Registrar(bindings, lifetimes, clock);
    const isNumber = (number: string) => ports.findUser(number) !== undefined;
    const dialogs = new DialogNotifier((number, write) => notifier.tell(DIALOG, number, write));
    const messagesOf = ports.messagesOf?.bind(ports);
    const packages = { [DIALOG]: dialogs, ...(messagesOf && { [MESSAGES]: new MessageNotifier(messagesOf) }) };
    const notifier: Notifier = new Notifier({ domain, lifetimes, clock, isNumber, packages });
    const calls = new Calls({ domain, noAnswerSeconds, callIdPrefix, clock, bindings, notifier: dialogs, ports });
    const admission = new Admission(domain, ports, new Nonces(clock));
    const admit = (connection: Connection, { message }: Request) => {
      const user = admission.senderOf(message);
      if (user) connection.trust();
      return user;
    };

    const handlers: RequestHandlers = {
      refusalOf: (message) => admission.refusalOf(message),
      onInvite: (connection, request) => {
        const caller = admit(connection, request);
        if (caller) calls.invite(connection, request, caller);
      },
      onRegister: (connection, request) => {
        const user = admit(connection, request);
        if (user) registrar.register(connection, request, user);
      },
      onSubscribe: (connection, request) => {
        if (request.message.toTag) {
          notifier.refresh(connection, request);
          return;
        }
        const watcher = admit(connection, request);
        if (watcher) notifier.subscribe(connection, request, watcher);
      },
    };

    const phones = new Set<Connection>();
    const lose = (connection: Connection) => {
      if (!phones.delete(connection)) return;
      connection.close();
      bindings.removeConnection(connection);
      notifier.removeConnection(connection);
      calls.connectionLost(connection);
    };
    const strangersLog = strangersLimit(clock);
    const strangers = new Strangers(clock);
    const budget = strangersBudget(clock);
    let count = 0;
    const listener = await WebSocketListener.listen({
      port: options.port,
      origins: options.origins ?? [OWN_ORIGIN],
      clock,
      trace: (text) => strangersLog.write('WebSocket', text, trace),
      onConnection: (socket, port, origin) => {
        count += 1;
        const isOurs = origin === OWN_ORIGIN;
        const known = strangers.add(() => socket.close(), isOurs);
        const log = new ConnectionTrace(`#${count}`, clock, strangersLog, trace);
        const connection = new Connection(
          {
            callIdPrefix,
            port,
            send: (text) => socket.send(text),
            share: new FairShare(clock, isOurs ? null : budget),
            closeSocket: () => socket.close(),
            onTrusted: known,
            trace: log,
          },
          handlers,
        );
        phones.add(connection);
        return {
          receive: (text) => connection.receive(text),
          closed: () => {
            known();
            lose(connection);
          },
        };
      },
    });
    return new SipServer(
      listener,
      () => phones.forEach(lose),
      (number) => notifier.tell(MESSAGES, number),
    );
  }

  /** Other voice messages wait on the number than before: its phones are told. */
  messagesChanged(number: string): void {
    this.#tellMessages(number);
  }

  /** Ends every call, drops every registration and frees the port. */
  async close(): Promise<void> {
    this.#closePhones();
    await this.#listener.close();
  }
}
