import type { LineEvent, ToneName } from '../../../src-main/contract/line-port';
import { failure, type Result } from '../../../src-main/contract/result';
import { type Clock, within } from '../clock';
import { runningOutput } from './running-output';
import type { Playing, Sound, Sounds } from './sounds';

type Loading = Promise<Result<Sound, string>>;

/** Milliseconds until a sound must have begun. Main gives up earlier and notifies by other means; we always answer. */
const START_PATIENCE = 2000;

/** Decoded alerts that are kept: the one in use, and the one it replaced. */
const ALERTS_KEPT = 2;

interface Looping {
  readonly tone: ToneName;
  readonly gain: number;
  playing: Playing | null;
}

/** The phone's tones, looped for each line on its own, and the alert that a called phone is free. */
export class Ringer {
  readonly #tones = new Map<string, Loading>();
  readonly #alerts = new Map<string, Loading>();
  readonly #looping = new Map<string, Looping>();

  constructor(
    private readonly sounds: Sounds,
    private readonly clock: Clock,
    private readonly report: (event: LineEvent) => void,
  ) {}

  /** @param tones complete WAV files in base64, by name of tone */
  loadTones(tones: Readonly<Record<string, string>>): void {
    for (const [name, wav] of Object.entries(tones)) {
      this.#tones.get(name)?.then(unload);
      this.#tones.set(name, this.sounds.load(wav));
    }
  }

  playTone(line: string, tone: ToneName | null, gain: number): void {
    const current = this.#looping.get(line);
    if (current?.tone === tone && current.gain === gain) return;
    current?.playing?.stop();
    this.#looping.delete(line);
    if (tone === null) return;
    const looping: Looping = { tone, gain, playing: null };
    this.#looping.set(line, looping);
    this.#loop(line, looping).then((outcome) => {
      if (outcome.ok || this.#looping.get(line) !== looping) return;
      this.#looping.delete(line);
      this.report({ kind: 'toneFailed', line, cause: sentence(outcome.error) });
    });
  }

  loadAlert(wav: string): void {
    this.#alert(wav);
  }

  playAlert(alert: string, wav: string, gain: number): void {
    this.#playOnce(wav, gain).then((outcome) => {
      this.report(
        outcome.ok ? { kind: 'alertStarted', alert } : { kind: 'alertFailed', alert, cause: sentence(outcome.error) },
      );
    });
  }

  async #loop(line: string, looping: Looping): Promise<Result<undefined, string>> {
    const loading = this.#tones.get(looping.tone);
    if (loading === undefined) return failure(`no tone of the name ${looping.tone} was loaded`);
    const [sound, output] = await Promise.all([loading, this.#output()]);
    if (!sound.ok) return sound;
    if (!output.ok) return output;
    // Stopped, or replaced by another tone, while it was getting ready.
    if (this.#looping.get(line) !== looping) return output;
    looping.playing = sound.value.play({ loop: true, gain: looping.gain });
    return this.#begun(looping.playing);
  }

  async #playOnce(wav: string, gain: number): Promise<Result<undefined, string>> {
    const [sound, output] = await Promise.all([this.#alert(wav), this.#output()]);
    if (!sound.ok) return sound;
    if (!output.ok) return output;
    const playing = sound.value.play({ loop: false, gain });
    const begun = await this.#begun(playing);
    // That howler says "play" proves nothing; a context that runs and whose time passes does, a little more.
    const heard = begun.ok ? await this.#output() : begun;
    if (!heard.ok) playing.stop();
    return heard;
  }

  #begun({ started }: Playing): Promise<Result<undefined, string>> {
    return within(this.clock, START_PATIENCE, started, failure('the sound did not start in time'));
  }

  #output(): Promise<Result<undefined, string>> {
    return runningOutput(this.sounds.context, this.clock);
  }

  #alert(wav: string): Loading {
    const loading = this.#alerts.get(wav) ?? this.sounds.load(wav);
    // Moved to the end, so that the first is the one that was not used for longest.
    this.#alerts.delete(wav);
    this.#alerts.set(wav, loading);
    for (const oldest of [...this.#alerts.keys()].slice(0, -ALERTS_KEPT)) {
      this.#alerts.get(oldest)?.then(unload);
      this.#alerts.delete(oldest);
    }
    return loading;
  }
}

function unload(sound: Result<Sound, string>): void {
  if (sound.ok) sound.value.unload();
}

const sentence = (cause: string): string => `${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`;
