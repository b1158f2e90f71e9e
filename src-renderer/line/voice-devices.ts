import type { LineCommand } from '../../src-main/contract/line-port';

type Chosen = Pick<Extract<LineCommand, { kind: 'chooseDevices' }>, 'microphone' | 'voiceOutput'>;

/**
 * The devices of the voice: what the next call hears with, and where every call is heard. A microphone that is not there is
 * replaced by another one, for a call must not fail by it.
 */
export class VoiceDevices {
  #microphone = '';
  #chosen = '';
  /** The one that was chosen, or the system's own where that cannot be used. */
  #wished = '';
  /** Of the calls; whichever of them are no longer in use are gone by themselves. */
  #elements: readonly WeakRef<HTMLAudioElement>[] = [];

  readonly #media: Pick<MediaDevices, 'getUserMedia'>;
  readonly #newAudio: () => HTMLAudioElement;
  readonly #lost: (cause: string) => void;

  constructor(
    media: Pick<MediaDevices, 'getUserMedia'>,
    newAudio: () => HTMLAudioElement,
    /** Told once of each output that cannot be used: the system's own choice takes its place. */
    lost: (cause: string) => void,
  ) {
    this.#media = media;
    this.#newAudio = newAudio;
    this.#lost = lost;
  }

  /** An empty id is the system's own choice. */
  choose({ microphone, voiceOutput }: Chosen): void {
    this.#microphone = microphone;
    this.#chosen = voiceOutput;
    this.#wish(voiceOutput);
  }

  /** The machine's devices are these now: one that went is missed at once, one that came back is used again. */
  devicesAre(ids: readonly string[]): void {
    const chosen = this.#chosen;
    // A page that may not know the devices is told of none, and then what was chosen may well be there.
    if (chosen === '' || ids.length === 0) return;
    const missed = this.#wished === chosen && !ids.includes(chosen);
    this.#wish(ids.includes(chosen) ? chosen : '');
    if (missed) this.#lost('The device is not there.');
  }

  openMicrophone(): Promise<MediaStream> {
    const audio = this.#microphone === '' ? true : { deviceId: { ideal: this.#microphone } };
    return this.#media.getUserMedia({ audio, video: false });
  }

  createAudio(): HTMLAudioElement {
    const audio = this.#newAudio();
    this.#elements = [...this.#elements.filter((element) => element.deref() !== undefined), new WeakRef(audio)];
    this.#take(audio);
    return audio;
  }

  #wish(device: string): void {
    this.#wished = device;
    for (const element of this.#elements) {
      const audio = element.deref();
      if (audio !== undefined) this.#take(audio);
    }
  }

  #take(audio: HTMLAudioElement): void {
    const wished = this.#wished;
    if (audio.sinkId === wished) return;
    audio.setSinkId(wished).catch((error: unknown) => {
      // Another one was chosen meanwhile, or another call has met with the same.
      if (wished === '' || this.#wished !== wished) return;
      this.#wish('');
      this.#lost(`${String(error)}.`);
    });
  }
}
