import { fromPcm16, type Recording } from './recording.ts';

/** A place on the tape, and the moment at which it was the end of it (performance.now()). */
export interface TapeMark {
  readonly sample: number;
  readonly at: number;
}

interface Chunk {
  readonly firstSample: number;
  readonly samples: Float32Array;
  readonly arrivedAt: number;
}

const keptSeconds = 600;
/** Below this nobody hears a sample. */
const quietest = 0.0005;

/** Sound as it comes in, with the time at which it came. */
export class SoundTape {
  readonly #rate: number;
  readonly #chunks: Chunk[] = [];
  #end = 0;
  #halfSample = Buffer.alloc(0);

  constructor(rate: number) {
    this.#rate = rate;
  }

  /** @param bytes 16-bit samples; a pipe may cut one in two */
  append(bytes: Buffer, arrivedAt: number): void {
    const all = Buffer.concat([this.#halfSample, bytes]);
    const whole = all.length - (all.length % 2);
    this.#halfSample = all.subarray(whole);
    const { samples } = fromPcm16(all.subarray(0, whole), this.#rate);
    this.#chunks.push({ firstSample: this.#end, samples, arrivedAt });
    this.#end += samples.length;
    const oldest = this.#end - keptSeconds * this.#rate;
    while ((this.#chunks[1]?.firstSample ?? Number.POSITIVE_INFINITY) < oldest) this.#chunks.shift();
  }

  mark(): TapeMark {
    return { sample: this.#end, at: performance.now() };
  }

  between(from: TapeMark, to: TapeMark): Recording {
    const samples = new Float32Array(Math.max(0, to.sample - from.sample));
    for (const chunk of this.#chunks) {
      const start = Math.max(chunk.firstSample, from.sample);
      const end = Math.min(chunk.firstSample + chunk.samples.length, to.sample);
      if (start >= end) continue;
      const part = chunk.samples.subarray(start - chunk.firstSample, end - chunk.firstSample);
      samples.set(part, start - from.sample);
    }
    return { rate: this.#rate, samples };
  }

  /** For how many seconds there has been nothing to hear, counted from the mark at most. */
  quietAtEnd(from: TapeMark): number {
    const isLoud = (sample: number) => Math.abs(sample) > quietest;
    let loudest = from.sample;
    for (const { firstSample, samples } of this.#chunks) {
      if (firstSample + samples.length <= from.sample) continue;
      const last = samples.findLastIndex(isLoud);
      if (last >= 0) loudest = Math.max(loudest, firstSample + last);
    }
    return (this.#end - loudest) / this.#rate;
  }

  /** When a sample came in, reckoned back from the end of the chunk that brought it. */
  arrivalOf(sample: number): number {
    const chunk = this.#chunks.findLast(({ firstSample }) => firstSample <= sample);
    if (chunk === undefined || sample >= this.#end) throw new Error(`sample ${sample} is not on the tape`);
    const end = chunk.firstSample + chunk.samples.length;
    return chunk.arrivedAt - ((end - sample) / this.#rate) * 1000;
  }
}
