import { type Invitation, type SessionDescriptionHandlerFactory, SIPExtension, UserAgent } from 'sip.js';
import type { Account } from '../../src-main/contract/line-port';
import { addressOf } from './address';
import { within } from './clock';
import type { ContactName } from './contact-name';
import { hearSip } from './hear-sip';
import { KeepAlive } from './keep-alive';
import type { LineTools } from './line-tools';
import { ALLOW, allowNoMessages } from './sip-js-fixes/allow-no-messages';
import { answerEveryRequest } from './sip-js-fixes/answer-every-request';
import { followAnswers } from './sip-js-fixes/answered-target';
import { hearEveryBody } from './sip-js-fixes/hear-every-body';
import { hearEveryRedirect } from './sip-js-fixes/hear-every-redirect';
import { hearEveryReferral } from './sip-js-fixes/hear-every-referral';
import { hearNoGiant } from './sip-js-fixes/hear-no-giant';
import { supplyContacts } from './sip-js-fixes/supply-contacts';
import { supplyExpires } from './sip-js-fixes/supply-expires';
import { WatchedRegisterer } from './sip-js-fixes/watched-registerer';

export interface ConnectionEvents {
  onRegistered(): void;
  /** Once, and the last event: whatever happened, this connection is of no more use. See RegistrationWatch. */
  onLost(status: number | null, retryAfter: number | null): void;
  onInvitation(invitation: Invitation): void;
}

/** Seconds until a socket must be open. */
const CONNECT_TIMEOUT_SECONDS = 10;

/** A phone may ring longer than SIP.js's minute: when nobody answers is for the server to say. Seconds. */
const NO_ANSWER = 200;

/** Milliseconds that a removal of the registration may take before we leave without goodbye. */
const FAREWELL = 1500;

/**
 * One socket and all that lives on it: a user agent and its registration. It is never mended. SIP.js leaves a
 * Registerer `Registered` when its socket drops, also after `reconnect()`; so whatever is lost is thrown away whole
 * and built anew.
 */
export class Connection {
  readonly userAgent: UserAgent;
  readonly #registerer: WatchedRegisterer;
  readonly #keepAlive: KeepAlive;
  #over = false;

  readonly #tools: Pick<LineTools, 'clock' | 'trace'>;
  readonly #events: ConnectionEvents;

  /** @throws Error where the account's addresses are none */
  constructor(
    account: Account,
    contact: ContactName,
    sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory,
    tools: Pick<LineTools, 'clock' | 'trace'>,
    events: ConnectionEvents,
  ) {
    this.#tools = tools;
    this.#events = events;
    this.userAgent = new UserAgent({
      uri: addressOf(account.number, account.domain),
      // SIP.js puts it between quotes as it is (RFC 3261, 25.1, quoted-pair).
      displayName: account.displayName.replace(/["\\]/g, '\\$&'),
      authorizationUsername: account.authenticationUser,
      authorizationPassword: account.password,
      viaHost: contact.host,
      userAgentString: 'Callback Phone',
      noAnswerTimeout: NO_ANSWER,
      // Attended transfer (RFC 3891): a call that comes in may take the place of one that is there.
      sipExtensionReplaces: SIPExtension.Supported,
      // They would go to the page's console, with the credentials' hash.
      logBuiltinEnabled: false,
      logConfiguration: false,
      // `stop` asks every part in turn and waits for each; what is worth a goodbye gets it below, time-boxed.
      gracefulShutdown: false,
      transportOptions: {
        server: account.server,
        connectionTimeout: CONNECT_TIMEOUT_SECONDS,
        keepAliveInterval: 0,
        traceSip: false,
      },
      sessionDescriptionHandlerFactory,
      delegate: {
        onDisconnect: () => this.#lose(null, null),
        onInvite: (invitation) => events.onInvitation(invitation),
        // Taken and shown nowhere it would be lost; RFC 3261, 8.2.1: what is not allowed is refused so.
        onMessage: (message) => void message.reject({ statusCode: 405, extraHeaders: [ALLOW] }).catch(() => {}),
      },
    });
    // Not by the option `contactName`: with that, SIP.js takes a registration only for its own where the server
    // returns the address unchanged, and servers rewrite its host. By user alone, as for a name of its own making,
    // it also recognises a rewritten one.
    this.userAgent.contact.uri.user = contact.user;
    if (account.traced) hearSip(this.userAgent.transport, (text) => tools.trace(`${account.number} ${text}`));
    answerEveryRequest(this.userAgent);
    supplyContacts(this.userAgent.userAgentCore);
    supplyExpires(this.userAgent.userAgentCore, account.expires);
    allowNoMessages(this.userAgent.transport);
    followAnswers(this.userAgent.userAgentCore);
    hearEveryRedirect(this.userAgent);
    hearEveryBody(this.userAgent);
    hearEveryReferral(this.userAgent);
    hearNoGiant(this.userAgent);
    this.#registerer = new WatchedRegisterer(
      this.userAgent,
      { expires: account.expires, logConfiguration: false },
      {
        onRegistered: () => {
          if (!this.#over) events.onRegistered();
        },
        onRefused: (status, retryAfter) => this.#lose(status, retryAfter),
      },
    );
    this.#keepAlive = new KeepAlive(this.userAgent, tools.clock, () => this.#lose(null, null));
  }

  open(): void {
    this.userAgent
      .start()
      .then(() => {
        if (this.#over) return;
        this.#keepAlive.start();
        return this.#registerer.register();
      })
      .catch(() => this.#lose(null, null));
  }

  /** Makes sure, soon, that somebody is at the other end. */
  check(): void {
    if (this.userAgent.isConnected()) this.#keepAlive.check();
  }

  /** Leaves without a word: for a connection that is lost. */
  drop(): void {
    this.#finish();
    this.#dispose();
  }

  /** Tells the server that the phone is gone, if it listens, and leaves. */
  async leave(): Promise<void> {
    this.#finish();
    if (this.userAgent.isConnected()) await within(this.#tools.clock, FAREWELL, this.#unregister(), undefined);
    this.#dispose();
  }

  #unregister(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => resolve();
      this.#registerer
        .unregister({ requestDelegate: { onAccept: done, onReject: done, onRedirect: done } })
        // A REGISTER is still under way: the binding it makes ends with the socket or expires.
        .catch(done);
    });
  }

  #finish(): void {
    this.#over = true;
    this.#keepAlive.stop();
  }

  #dispose(): void {
    this.#registerer.dispose().catch(() => {});
    this.userAgent.stop().catch(() => {});
  }

  #lose(status: number | null, retryAfter: number | null): void {
    if (this.#over) return;
    this.#finish();
    // The transport calls from inside a change of its state and takes offence at being stopped there.
    queueMicrotask(() => this.#events.onLost(status, retryAfter));
  }
}
