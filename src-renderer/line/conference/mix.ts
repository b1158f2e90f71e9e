import type { Voice } from '../voice';

/** What a mix needs of a browser. */
export type MixContext = Pick<AudioContext, 'createMediaStreamSource' | 'createMediaStreamDestination' | 'close'>;

/**
 * A conference that is mixed here: whoever is in one of its calls hears us and everybody else, and not himself.
 *
 * ```
 *   far end A ──┬────────────> what B is sent
 *   far end B ──│──┬─────────> what A is sent
 *   microphone ─┴──┴
 * ```
 * A call that is held is sent nothing by its voice, and gives nothing: nothing has to be done here for it.
 */
export class Mix {
  readonly #context: MixContext;
  #voices: readonly Voice[];

  constructor(createContext: () => MixContext, voices: readonly Voice[]) {
    this.#context = createContext();
    this.#voices = voices;
    const sources = new Map(voices.map((voice) => [voice, this.#sourceOf(voice.farStream)]));
    for (const voice of voices) {
      const destination = this.#context.createMediaStreamDestination();
      this.#sourceOf(voice.nearStream)?.connect(destination);
      for (const [other, source] of sources) if (other !== voice) source?.connect(destination);
      voice.sendInstead(destination.stream.getAudioTracks()[0] ?? null);
    }
  }

  /** Each call is sent our own voice alone again. */
  end(): void {
    for (const voice of this.#voices) voice.sendInstead(null);
    this.#voices = [];
    this.#context.close().catch(() => {});
  }

  #sourceOf(stream: MediaStream | null): MediaStreamAudioSourceNode | null {
    return stream === null || stream.getAudioTracks().length === 0
      ? null
      : this.#context.createMediaStreamSource(stream);
  }
}
