import { failure, type Result, success } from '../../../src-main/base/result';
import type { OutputContext, Playing, Sound, Sounds } from './sounds';

/** What every tone of ours is sampled at. Nothing is converted, so that a loop is as seamless as it was made. */
const RATE = 8000;

/**
 * Sounds from where the voice is. howler has one output for all that it plays, which is the ring's: a dial tone must not come
 * from the loudspeaker of the room when the voice is in a headset.
 */
export class ContextSounds implements Sounds {
  #context: AudioContext | null = null;

  readonly #createContext: (options: AudioContextOptions) => AudioContext;

  constructor(createContext: (options: AudioContextOptions) => AudioContext) {
    this.#createContext = createContext;
  }

  get context(): OutputContext | null {
    return this.#context;
  }

  async load(wav: string, loopFrom: number): Promise<Result<Sound, string>> {
    const bytes = bytesOf(wav);
    if (bytes === null) return failure('the sound is not a WAV file in base64');
    this.#context ??= this.#createContext({ sampleRate: RATE });
    const context = this.#context;
    try {
      const buffer = await context.decodeAudioData(bytes);
      return success({ play: ({ loop, gain }) => play(context, buffer, loop, loopFrom, gain), unload: () => {} });
    } catch {
      return failure('the sound could not be decoded as a WAV file');
    }
  }
}

function bytesOf(base64: string): ArrayBuffer | null {
  try {
    return base64 === '' ? null : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  } catch {
    return null;
  }
}

function play(context: AudioContext, buffer: AudioBuffer, loop: boolean, loopFrom: number, level: number): Playing {
  const gain = new GainNode(context, { gain: level });
  const source = new AudioBufferSourceNode(context, { buffer, loop, loopStart: loopFrom, loopEnd: buffer.duration });
  source.connect(gain).connect(context.destination);
  const leave = (): void => {
    source.disconnect();
    gain.disconnect();
  };
  source.onended = leave;
  source.start();
  return {
    started: Promise.resolve(success(undefined)),
    stop: () => {
      source.stop();
      // A context that rests ends nothing, and would keep what was stopped.
      leave();
    },
  };
}
