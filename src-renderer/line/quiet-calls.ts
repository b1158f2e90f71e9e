import { Inviter, SessionState, type URI, type UserAgent } from 'sip.js';
import type { Clock } from './clock';
import type { MediaStreamFactory } from './media-stream-factory';
import { Voice } from './voice';

/** Calls that are made to hear what is answered: they open no microphone and play nothing. */
export class QuietCalls {
  readonly #open = new Map<Inviter, Voice>();

  readonly #tools: {
    readonly sources: Pick<MediaStreamFactory, 'openQuiet'>;
    readonly createAudio: () => HTMLAudioElement;
    readonly clock: Clock;
  };

  constructor(tools: {
    readonly sources: Pick<MediaStreamFactory, 'openQuiet'>;
    readonly createAudio: () => HTMLAudioElement;
    readonly clock: Clock;
  }) {
    this.#tools = tools;
  }

  make(userAgent: UserAgent, target: URI): Inviter {
    const { sources, createAudio, clock } = this.#tools;
    const quiet = { open: async () => sources.openQuiet(), openQuiet: () => sources.openQuiet() };
    const inviter = new Inviter(userAgent, target);
    this.#open.set(inviter, new Voice(quiet, createAudio, clock, { muted: true, gain: 0 }, () => {}));
    inviter.stateChange.addListener((state) => {
      if (state === SessionState.Terminated) this.#close(inviter);
    });
    return inviter;
  }

  /** @returns undefined where the session is no open call of these */
  voiceOf(session: unknown): Voice | undefined {
    return session instanceof Inviter ? this.#open.get(session) : undefined;
  }

  /** Gives all of them up, and does not wait for SIP, which may have no connection any more. */
  end(): void {
    for (const inviter of [...this.#open.keys()]) {
      inviter.dispose().catch(() => {});
      this.#close(inviter);
    }
  }

  #close(inviter: Inviter): void {
    this.#open.get(inviter)?.close();
    this.#open.delete(inviter);
  }
}
