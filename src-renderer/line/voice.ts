import type { Clock } from './clock';
import { Digits } from './digits';
import type { MediaStreamFactory, VoiceSource } from './media-stream-factory';

/** `gain` 0 to 1 is how loud the far end is heard; `muted` keeps it from hearing us. */
export interface VoiceSettings {
  readonly muted: boolean;
  readonly gain: number;
}

/** What a voice needs of SIP.js's description handler. */
export interface MediaPath {
  readonly remoteMediaStream: MediaStream;
  readonly peerConnection: RTCPeerConnection | undefined;
  sendDtmf(tones: string): boolean;
  close(): void;
}

export const FULL_VOICE: VoiceSettings = { muted: false, gain: 1 };

/**
 * What is said and heard in one call: the source we send, and the audio element that plays the far end.
 *
 *     silent --open--> sending <--setHeld--> held --close--> closed (from anywhere, for good)
 */
export class Voice {
  readonly #audio: HTMLAudioElement;
  #handler: MediaPath | null = null;
  #source: VoiceSource | null = null;
  /** What the far end is sent in the place of our own voice: a mix. */
  #instead: MediaStreamTrack | null = null;
  readonly #digits: Digits;
  #held = false;
  #closed = false;

  readonly #sources: Pick<MediaStreamFactory, 'open' | 'openQuiet'>;
  #settings: VoiceSettings;
  readonly #onSource: (kind: VoiceSource['kind']) => void;

  constructor(
    sources: Pick<MediaStreamFactory, 'open' | 'openQuiet'>,
    createAudio: () => HTMLAudioElement,
    clock: Clock,
    settings: VoiceSettings,
    onSource: (kind: VoiceSource['kind']) => void,
  ) {
    this.#sources = sources;
    this.#settings = settings;
    this.#onSource = onSource;
    this.#audio = createAudio();
    this.#audio.autoplay = true;
    this.#digits = new Digits(clock, (digit) => !this.#held && (this.#handler?.sendDtmf(digit) ?? false));
  }

  /**
   * The stream to send, for SIP.js to ask for when it makes an offer or an answer.
   *
   * @throws Error where the call ended meanwhile
   */
  async open(): Promise<MediaStream> {
    const source = await this.#sources.open();
    if (this.#closed) {
      source.close();
      throw new Error('The call ended before its voice was there');
    }
    this.#take(source);
    return source.stream;
  }

  /** Plays what arrives at the handler's peer connection, now or later. */
  attach(handler: MediaPath): void {
    this.#handler = handler;
    this.#audio.srcObject = handler.remoteMediaStream;
    // The far end may have taken us back.
    handler.peerConnection?.addEventListener('signalingstatechange', () => this.#digits.send());
    this.#apply();
  }

  set(settings: VoiceSettings): void {
    this.#settings = settings;
    this.#apply();
  }

  /** A call that we hold sends nothing, not even packets of silence, and plays nothing. */
  setHeld(held: boolean): void {
    this.#held = held;
    if (held) this.#digits.drop();
    this.#apply();
    this.#send();
  }

  /** What we say, and what is heard, for a mix of several calls; null = not there. */
  get nearStream(): MediaStream | null {
    return this.#source?.stream ?? null;
  }

  get farStream(): MediaStream | null {
    return this.#handler?.remoteMediaStream ?? null;
  }

  get peerConnection(): RTCPeerConnection | undefined {
    return this.#handler?.peerConnection;
  }

  /** @param track null = our own voice again */
  sendInstead(track: MediaStreamTrack | null): void {
    this.#instead = track;
    this.#send();
  }

  /** RFC 4733 telephone events. A digit waits while the call is being taken back, by us or by the far end. */
  sendDigit(digit: string): void {
    this.#digits.press(digit, this.#held);
  }

  close(): void {
    this.#closed = true;
    this.#digits.drop();
    this.#source?.close();
    this.#source = null;
    this.#handler?.close();
    this.#audio.srcObject = null;
  }

  #take(source: VoiceSource): void {
    this.#source = source;
    for (const track of source.stream.getTracks()) {
      // Not by our own stop(): the microphone was pulled out, or its permission withdrawn, in the middle of a call.
      track.addEventListener('ended', () => this.#replace(source), { once: true });
    }
    this.#apply();
    this.#onSource(source.kind);
  }

  #replace(lost: VoiceSource): void {
    if (this.#closed || this.#source !== lost) return;
    lost.close();
    this.#take(this.#sources.openQuiet());
    this.#send();
  }

  #apply(): void {
    this.#audio.volume = this.#settings.gain;
    this.#audio.muted = this.#held;
    for (const track of this.#source?.stream.getTracks() ?? []) track.enabled = !this.#settings.muted;
  }

  #send(): void {
    // Not the first of all: that may be a video that was refused.
    const voices = this.#handler?.peerConnection?.getTransceivers() ?? [];
    const sender = voices.find(({ direction }) => direction !== 'stopped')?.sender;
    const track = this.#held ? null : (this.#instead ?? this.#source?.stream.getTracks()[0] ?? null);
    // Fails where the peer connection closes meanwhile, and then nothing is sent anyway.
    sender?.replaceTrack(track).then(
      () => this.#digits.send(),
      () => {},
    );
  }
}
