import { type Core, Invitation, type Inviter, SessionState } from 'sip.js';
import { DescriptionHandler, type HoldOptions } from './description-handler';
import { Facts } from './facts';

/** One call as one phone has it. */
export class PhoneCall {
  readonly session: Inviter | Invitation;
  readonly states = new Facts<SessionState>();
  /** The statuses that the INVITE was answered with, where this phone is the caller. */
  readonly responses = new Facts<number>();
  readonly #heard: Core.IncomingResponseMessage[] = [];
  /** The bodies of requests within the call. */
  readonly received = new Facts<string>();

  constructor(session: Inviter | Invitation) {
    this.session = session;
    session.stateChange.addListener((state) => this.states.add(state));
    session.delegate = {
      onInfo: (info) => {
        void info.accept();
        this.received.add(`${info.request.method} ${info.request.getHeader('content-type')} ${info.request.body}`);
      },
      onMessage: (message) => {
        void message.accept();
        this.received.add(`${message.request.method} ${message.request.body}`);
      },
      onInvite: (request) => this.received.add(`${request.method} ${directionOf(request.body)}`),
    };
  }

  watchInvite(): Core.OutgoingInviteRequestDelegate {
    const add = ({ message }: Core.IncomingResponse) => {
      this.#heard.push(message);
      this.responses.add(message.statusCode ?? 0);
    };
    return { onTrying: add, onProgress: add, onAccept: add, onReject: add, onRedirect: add };
  }

  /** What the caller is shown of the other: "Alice <1001>". */
  get remote(): string {
    return `${this.session.remoteIdentity.displayName} <${this.session.remoteIdentity.uri.user}>`;
  }

  get description(): DescriptionHandler {
    const handler = this.session.sessionDescriptionHandler;
    if (!(handler instanceof DescriptionHandler)) throw new Error('No description yet');
    return handler;
  }

  /** Headers of the first response with that status; empty where it has none. */
  headersOf(status: number, ...names: readonly string[]): readonly string[] {
    const response = this.#heard.find(({ statusCode }) => statusCode === status);
    return names.map((name) => response?.getHeaders(name).join() ?? 'no such response');
  }

  get refusal(): Promise<number> {
    return this.responses.until((status) => status >= 300);
  }

  established(): Promise<unknown> {
    return this.states.until((state) => state === SessionState.Established);
  }

  ended(): Promise<unknown> {
    return this.states.until((state) => state === SessionState.Terminated);
  }

  answer(): Promise<void> {
    return this.asInvitation.accept();
  }

  reject(statusCode: number): Promise<void> {
    return this.asInvitation.reject({ statusCode });
  }

  async hangUp(): Promise<void> {
    await this.session.bye();
  }

  get asInvitation(): Invitation {
    if (!(this.session instanceof Invitation)) throw new Error('This phone is the caller');
    return this.session;
  }

  /** Holds or resumes; gives the status of the answer. */
  hold(hold: boolean, withoutSdp = false): Promise<number> {
    return new Promise((resolve, reject) => {
      const settle = ({ message }: Core.IncomingResponse) => resolve(message.statusCode ?? 0);
      const sessionDescriptionHandlerOptions: HoldOptions = { hold };
      this.session
        .invite({
          sessionDescriptionHandlerOptions,
          withoutSdp,
          requestDelegate: { onAccept: settle, onReject: settle },
        })
        .catch(reject);
    });
  }

  /** Sends INFO or MESSAGE; gives the status of the answer. */
  send(method: 'info' | 'message', contentType: string, content: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const settle = ({ message }: Core.IncomingResponse) => resolve(message.statusCode ?? 0);
      const requestOptions = { body: { contentDisposition: 'render', contentType, content } };
      this.session[method]({ requestOptions, requestDelegate: { onAccept: settle, onReject: settle } }).catch(reject);
    });
  }
}

function directionOf(sdp: string): string {
  return /a=(sendrecv|sendonly|recvonly|inactive)/.exec(sdp)?.[1] ?? 'no offer';
}
