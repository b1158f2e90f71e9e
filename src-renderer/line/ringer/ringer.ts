import { failure, type Result } from '../../../src-main/base/result';
import { isRing, type LineCommand, type LineEvent, type Loop } from '../../../src-main/contract/line-port';
import { type Clock, within } from '../clock';
import { Output } from './output';
import type { Playing, Sound, Sounds } from './sounds';

type Loading = Promise<Result<Sound, string>>;

/** Milliseconds until a sound must have begun. Main gives up earlier and notifies by other means; we always answer. */
const START_TIMEOUT_MS = 2000;

/** Decoded alerts that are kept: the one in use, and the one it replaced. */
const ALERTS_KEPT = 2;

/** The tone of a line, as main names it. */
type Tone = NonNullable<Extract<LineCommand, { kind: 'playTone' }>['tone']>;

interface Looping {
  readonly tone: Tone;
  readonly gain: number;
  stop: () => void;
}

/** What plays, and where it comes out. */
interface Way {
  readonly sounds: Sounds;
  readonly output: Output;
}

/** The phone's tones, looped for each line on its own, and the alert that a called phone is free. */
export class Ringer {
  readonly #loops = new Map<string, Loop>();
  readonly #tones = new Map<string, Loading>();
  readonly #alerts = new Map<string, Loading>();
  readonly #looping = new Map<string, Looping>();
  readonly #ring: Way;
  readonly #voice: Way;

  readonly #clock: Clock;
  readonly #report: (event: LineEvent) => void;

  /** @param sounds `ring`: for whoever is near the phone; `voice`: for whoever has it at the ear */
  constructor(
    sounds: { readonly ring: Sounds; readonly voice: Sounds },
    clock: Clock,
    report: (event: LineEvent) => void,
  ) {
    this.#clock = clock;
    this.#report = report;
    const way = (output: 'ring' | 'voice'): Way => ({
      sounds: sounds[output],
      output: new Output(
        () => sounds[output].context,
        clock,
        (cause) => report({ kind: 'outputLost', output, cause: sentence(cause) }),
      ),
    });
    this.#ring = way('ring');
    this.#voice = way('voice');
  }

  /** @param devices their ids; an empty one is the system's own choice */
  chooseOutputs(devices: { readonly voiceOutput: string; readonly ringOutput: string }): void {
    this.#ring.output.choose(devices.ringOutput);
    this.#voice.output.choose(devices.voiceOutput);
  }

  /** The machine's devices are others now. */
  devicesAre(ids: readonly string[]): void {
    for (const { output } of [this.#ring, this.#voice]) output.devicesAre(ids);
  }

  /** They are decoded when they are first heard: most of them never are. */
  loadTones(tones: Readonly<Record<string, Loop>>): void {
    for (const [sound, loop] of Object.entries(tones)) {
      this.#tones.get(sound)?.then(unload);
      this.#tones.delete(sound);
      this.#loops.set(sound, loop);
    }
  }

  playTone(line: string, tone: Tone | null, gain: number): void {
    const current = this.#looping.get(line);
    if (current && tone && current.tone.sound === tone.sound && current.gain === gain) return;
    current?.stop();
    this.#looping.delete(line);
    if (tone === null) return;
    const way = isRing(tone.name) ? this.#ring : this.#voice;
    const looping: Looping = { tone, gain, stop: way.output.enter() };
    this.#looping.set(line, looping);
    this.#loop(line, looping, way).then((outcome) => {
      if (outcome.ok || this.#looping.get(line) !== looping) return;
      this.#looping.delete(line);
      looping.stop();
      this.#report({ kind: 'toneFailed', line, cause: sentence(outcome.error) });
    });
  }

  loadAlert(wav: string): void {
    const leave = this.#ring.output.enter();
    this.#alert(wav).finally(leave);
  }

  playAlert(alert: string, wav: string, gain: number): void {
    this.#playOnce(wav, gain).then((outcome) => {
      this.#report(
        outcome.ok ? { kind: 'alertStarted', alert } : { kind: 'alertFailed', alert, cause: sentence(outcome.error) },
      );
    });
  }

  async #loop(line: string, looping: Looping, way: Way): Promise<Result<undefined, string>> {
    const loading = this.#tone(looping.tone.sound, way);
    if (loading === undefined) return failure(`no tone of the name ${looping.tone.sound} was loaded`);
    const [sound, output] = await Promise.all([loading, way.output.ready()]);
    if (!sound.ok) return sound;
    if (!output.ok) return output;
    // Stopped, or replaced by another tone, while it was getting ready.
    if (this.#looping.get(line) !== looping) return output;
    const playing = sound.value.play({ loop: true, gain: looping.gain });
    const leave = looping.stop;
    looping.stop = () => {
      playing.stop();
      leave();
    };
    return this.#begun(playing);
  }

  async #playOnce(wav: string, gain: number): Promise<Result<undefined, string>> {
    const { output } = this.#ring;
    const [sound, awake] = await Promise.all([this.#alert(wav), output.ready()]);
    if (!sound.ok) return sound;
    if (!awake.ok) return awake;
    const playing = sound.value.play({ loop: false, gain });
    const begun = await this.#begun(playing);
    // That howler says "play" proves nothing; a context that runs and whose time passes does, a little more.
    const heard = begun.ok ? await output.ready() : begun;
    if (!heard.ok) playing.stop();
    return heard;
  }

  #begun({ started }: Playing): Promise<Result<undefined, string>> {
    return within(this.#clock, START_TIMEOUT_MS, started, failure('the sound did not start in time'));
  }

  #tone(sound: string, { sounds }: Way): Loading | undefined {
    const loop = this.#loops.get(sound);
    const loading = this.#tones.get(sound) ?? (loop && sounds.load(loop.wav, loop.loopFrom));
    if (loading !== undefined) this.#tones.set(sound, loading);
    return loading;
  }

  #alert(wav: string): Loading {
    const loading = this.#alerts.get(wav) ?? this.#ring.sounds.load(wav, 0);
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
