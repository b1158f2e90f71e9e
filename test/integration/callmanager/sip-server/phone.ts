import {
  type Core,
  type Invitation,
  Inviter,
  type InviterInviteOptions,
  type InviterOptions,
  type Notification,
  Registerer,
  type RegistererRegisterOptions,
  type RegistererUnregisterOptions,
  Subscriber,
  type URI,
  UserAgent,
} from 'sip.js';
import WebSocket from 'ws';
import { DescriptionHandler } from './description-handler';
import { Facts } from './facts';
import { PhoneCall } from './phone-call';

let newestSocket: WebSocket | undefined;

/** The WebSocket that SIP.js finds in a browser; it lets a test pull the plug. */
class PluggableSocket extends WebSocket {
  constructor(address: string, protocols?: string | string[]) {
    super(address, protocols);
    newestSocket = this;
  }
}
Object.assign(globalThis, { WebSocket: PluggableSocket });

/** A SIP.js user agent: what the app itself uses as its phone. */
export class Phone {
  readonly number: string;
  readonly incoming = new Facts<PhoneCall>();
  readonly #agent: UserAgent;
  readonly #domain: string;
  readonly #registerer: Registerer;
  #socket: WebSocket | undefined;

  constructor(server: string, number: string, domain: string, password: string, authenticationUser = number) {
    this.number = number;
    this.#domain = domain;
    this.#agent = new UserAgent({
      uri: this.uri(number),
      authorizationUsername: authenticationUser,
      authorizationPassword: password,
      displayName: 'Whatever the phone claims',
      transportOptions: { server, connectionTimeout: 20, keepAliveInterval: 0 },
      logBuiltinEnabled: false,
      noAnswerTimeout: 3600,
      sessionDescriptionHandlerFactory: () => new DescriptionHandler(number),
      delegate: { onInvite: (invitation: Invitation) => this.incoming.add(new PhoneCall(invitation)) },
    });
    this.#registerer = new Registerer(this.#agent, { expires: 600 });
  }

  uri(number: string): URI {
    const uri = UserAgent.makeURI(`sip:${number}@${this.#domain}`);
    if (!uri) throw new Error(`No address: ${number}`);
    return uri;
  }

  async connect(): Promise<void> {
    const started = this.#agent.start();
    this.#socket = newestSocket;
    await started;
  }

  /** The network is gone, without a word. */
  unplug(): void {
    this.#socket?.terminate();
  }

  register(options: RegistererRegisterOptions = {}): Promise<Core.IncomingResponseMessage> {
    return settled((requestDelegate) => this.#registerer.register({ ...options, requestDelegate }));
  }

  unregister(options: RegistererUnregisterOptions = {}): Promise<Core.IncomingResponseMessage> {
    return settled((requestDelegate) => this.#registerer.unregister({ ...options, requestDelegate }));
  }

  /** Dials. What follows is told by the call. */
  async call(number: string, how: InviterOptions = {}, options: InviterInviteOptions = {}): Promise<PhoneCall> {
    const inviter = new Inviter(this.#agent, this.uri(number), how);
    const call = new PhoneCall(inviter);
    await inviter.invite({ ...options, requestDelegate: call.watchInvite() });
    return call;
  }

  /** Dials until the phone of the other number rings; gives both ends. */
  async ring(other: Phone): Promise<readonly [PhoneCall, PhoneCall]> {
    const ringing = other.incoming.next();
    const call = await this.call(other.number);
    const incoming = await ringing;
    await call.responses.until((status) => status === 180);
    return [call, incoming];
  }

  /** Dials and is answered. */
  async talkTo(other: Phone): Promise<readonly [PhoneCall, PhoneCall]> {
    const [call, incoming] = await this.ring(other);
    await Promise.all([incoming.answer(), call.established()]);
    return [call, incoming];
  }

  subscribe(number: string, expires = 600): { subscriber: Subscriber; notified: Facts<Notified> } {
    const notified = new Facts<Notified>();
    const subscriber = new Subscriber(this.#agent, this.uri(number), 'dialog', { expires });
    subscriber.delegate = {
      onNotify: (notification: Notification) => {
        void notification.accept();
        notified.add(readNotify(notification.request));
      },
    };
    void subscriber.subscribe();
    return { subscriber, notified };
  }

  /** Watches its own mailbox; gives the body of each NOTIFY. */
  messages(): Facts<string> {
    const told = new Facts<string>();
    const subscriber = new Subscriber(this.#agent, this.uri(this.number), 'message-summary', { expires: 600 });
    subscriber.delegate = {
      onNotify: (notification: Notification) => {
        void notification.accept();
        told.add(notification.request.body);
      },
    };
    void subscriber.subscribe();
    return told;
  }

  /** Sends a request out of any dialog; gives the final response. */
  request(method: string, number: string, headers: string[] = []): Promise<Core.IncomingResponseMessage> {
    const core = this.#agent.userAgentCore;
    const message = core.makeOutgoingRequestMessage(
      method,
      this.uri(number),
      this.uri(this.number),
      this.uri(number),
      {},
      [`Contact: ${this.#agent.contact}`, ...headers],
    );
    return settled((delegate) => core.request(message, delegate));
  }
}

/** What a NOTIFY says, as far as a watcher cares. */
export interface Notified {
  readonly version: number;
  readonly subscription: string;
  /** e.g. "initiator early sip:1002@cluster.test". */
  readonly dialogs: readonly string[];
}

function readNotify(message: Core.IncomingRequestMessage): Notified {
  const dialogs = [...message.body.matchAll(/direction="(\w+)"><state>(\w+)<.*?>([^<>]*)<\/identity>/g)];
  return {
    version: Number(/version="(\d+)" state="full"/.exec(message.body)?.[1]),
    subscription: (message.getHeader('subscription-state') ?? '').replace(/expires=\d+/, 'expires'),
    dialogs: dialogs.map(([, direction, state, uri]) => `${direction} ${state} ${uri}`),
  };
}

function settled(send: (delegate: Core.OutgoingRequestDelegate) => unknown): Promise<Core.IncomingResponseMessage> {
  return new Promise((resolve, reject) => {
    const settle = ({ message }: Core.IncomingResponse) => resolve(message);
    Promise.resolve(send({ onAccept: settle, onReject: settle })).catch(reject);
  });
}
