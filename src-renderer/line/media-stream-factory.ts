import { type Clock, within } from './clock';
import type { Silence } from './silence';

/** Something to send: the machine's microphone, or silence where there is none. */
export interface VoiceSource {
  readonly kind: 'microphone' | 'quiet';
  readonly stream: MediaStream;
  close(): void;
}

/** Milliseconds for a person to allow the microphone before the call goes on without. */
const PERMISSION_TIMEOUT_MS = 10_000;

/** Opens what a call sends. Nothing is open while there is no call. */
export class MediaStreamFactory {
  readonly #getMicrophone: () => Promise<MediaStream>;
  readonly #silence: Pick<Silence, 'open'>;
  readonly #clock: Clock;

  constructor(getMicrophone: () => Promise<MediaStream>, silence: Pick<Silence, 'open'>, clock: Clock) {
    this.#getMicrophone = getMicrophone;
    this.#silence = silence;
    this.#clock = clock;
  }

  /** Never fails: without a microphone, or without the permission to use it, a call can still be heard. */
  async open(): Promise<VoiceSource> {
    const asked = this.#getMicrophone().catch(() => null);
    const stream = await within(this.#clock, PERMISSION_TIMEOUT_MS, asked, 'late' as const);
    if (stream === 'late') {
      // Whoever allows it after all must not leave a microphone open that nobody listens to.
      asked.then(stopTracks);
      return this.openQuiet();
    }
    return stream === null ? this.openQuiet() : microphone(stream);
  }

  openQuiet(): VoiceSource {
    return { kind: 'quiet', ...this.#silence.open() };
  }
}

const microphone = (stream: MediaStream): VoiceSource => ({
  kind: 'microphone',
  stream,
  close: () => stopTracks(stream),
});

function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
