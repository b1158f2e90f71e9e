import {
  Registerer,
  type RegistererOptions,
  type RegistererRegisterOptions,
  RegistererState,
  type UserAgent,
} from 'sip.js';
import { statusFromFar } from './answer-from-far';

export interface RegistrationWatch {
  onRegistered(): void;
  /** `status` null where no server answered, `retryAfter` (seconds) where it asked for patience. */
  onRefused(status: number | null, retryAfter: number | null): void;
}

/**
 * A Registerer whose refreshes are watched like its first REGISTER. SIP.js repeats REGISTER before it expires and
 * after a 423, but tells its outcome only to whoever called `register`, and on failure merely goes Unregistered.
 * Upstream has talked of an event for it (SIP.js #277); it may go when a Registerer has a delegate of its own.
 */
export class WatchedRegisterer extends Registerer {
  readonly #watch: RegistrationWatch;

  constructor(userAgent: UserAgent, options: RegistererOptions, watch: RegistrationWatch) {
    super(userAgent, options);
    this.#watch = watch;
    // A 200 that does not list our contact ends here without any callback; a microtask lets onReject speak first.
    this.stateChange.addListener((state) => {
      if (state === RegistererState.Unregistered) queueMicrotask(() => watch.onRefused(null, null));
    });
  }

  override register(options: RegistererRegisterOptions = {}): ReturnType<Registerer['register']> {
    return super.register({
      ...options,
      requestDelegate: {
        onAccept: () => this.#watch.onRegistered(),
        onReject: ({ message }) => this.#watch.onRefused(statusFromFar(message), this.retryAfter ?? null),
        onRedirect: ({ message }) => this.#watch.onRefused(statusFromFar(message), null),
      },
    });
  }
}
