import { type Core, URI, type UserAgent } from 'sip.js';
import type { Cancel, Clock } from './clock';
import { statusFromFar } from './sip-js-fixes/answer-from-far';

/** Together below 30 s, so that a socket that only looks open is noticed within that. */
const INTERVAL = 12_000;
const TIMEOUT_MS = 10_000;

/**
 * Notices a socket that is open on our side only. "SIP WebSocket clients and servers may keep their WebSocket
 * connections open by sending periodic WebSocket Ping frames" (RFC 7118, 6), but a page cannot send those, and not
 * every server answers CRLF; every server answers OPTIONS, if only with a refusal, which will do.
 */
export class KeepAlive {
  readonly #core: Core.UserAgentCore;
  readonly #server: URI;
  readonly #self: URI;
  #cancel: Cancel = () => {};
  #asking = false;

  readonly #clock: Clock;
  readonly #onDead: () => void;

  constructor(userAgent: UserAgent, clock: Clock, onDead: () => void) {
    this.#clock = clock;
    this.#onDead = onDead;
    this.#core = userAgent.userAgentCore;
    this.#self = userAgent.configuration.uri;
    this.#server = new URI('sip', '', this.#self.host);
  }

  start(): void {
    this.#cancel = this.#clock.after(INTERVAL, () => this.check());
  }

  /** Asks now, for instance because the network has changed. */
  check(): void {
    if (this.#asking) return;
    this.#cancel();
    this.#asking = true;
    this.#cancel = this.#clock.after(TIMEOUT_MS, this.#onDead);
    const options = this.#core.makeOutgoingRequestMessage('OPTIONS', this.#server, this.#self, this.#server, {});
    const answered = ({ message }: Core.IncomingResponse): void => {
      this.#asking = false;
      this.#cancel();
      if (statusFromFar(message) === null) this.#onDead();
      else this.start();
    };
    this.#core.request(options, { onAccept: answered, onRedirect: answered, onReject: answered });
  }

  stop(): void {
    this.#cancel();
    // No check may begin any more.
    this.#asking = true;
  }
}
