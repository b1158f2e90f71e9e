/** Sound in one channel, full scale -1 … 1. */
export interface Recording {
  readonly rate: number;
  readonly samples: Float32Array;
}

/** Raw G.711 mu-law at 8 kHz, as in CallBack.raw. Written here again on purpose: a check must not share the app's decoder. */
export function fromMuLaw(bytes: Uint8Array): Recording {
  return { rate: 8000, samples: Float32Array.from(bytes, muLawToLinear) };
}

export function muLawToLinear(byte: number): number {
  const inverted = ~byte & 0xff;
  const magnitude = (((inverted & 0x0f) << 3) + 132) << ((inverted & 0x70) >> 4);
  return (inverted & 0x80 ? 132 - magnitude : magnitude - 132) / 32768;
}

export function fromPcm16(bytes: Buffer, rate: number): Recording {
  const samples = new Float32Array(bytes.length >> 1);
  for (let at = 0; at < samples.length; at += 1) samples[at] = bytes.readInt16LE(at * 2) / 32768;
  return { rate, samples };
}

export function toPcm16(recording: Recording): Buffer {
  const bytes = Buffer.alloc(recording.samples.length * 2);
  recording.samples.forEach((sample, at) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), at * 2);
  });
  return bytes;
}

export function secondsOf(recording: Recording): number {
  return recording.samples.length / recording.rate;
}

export function peakOf(recording: Recording): number {
  let peak = 0;
  for (const sample of recording.samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/**
 * The recording at 8 kHz, low-passed below 4 kHz (windowed sinc).
 * @param phase where the first sample lies, in samples of the result: 0 … 1
 */
export function to8kHz({ rate, samples }: Recording, phase = 0): Float32Array {
  const step = rate / 8000;
  const half = Math.ceil(step * 12);
  const cutoff = 3600 / rate;
  const result = new Float32Array(Math.max(0, Math.floor(samples.length / step) - 1));
  // One kernel per fraction of a sample: 1 at 48 kHz, 80 at 44.1 kHz.
  const kernels = new Map<number, Float32Array>();
  for (let at = 0; at < result.length; at += 1) {
    const centre = (at + phase) * step;
    const base = Math.floor(centre);
    const key = Math.round((centre - base) * 1e4);
    const kernel = kernels.get(key) ?? lowPass(centre - base, half, cutoff);
    kernels.set(key, kernel);
    const last = Math.min(half, samples.length - 1 - base);
    let sum = 0;
    for (let offset = Math.max(-half, -base); offset <= last; offset += 1) {
      sum += (samples[base + offset] ?? 0) * (kernel[offset + half] ?? 0);
    }
    result[at] = sum;
  }
  return result;
}

function lowPass(fraction: number, half: number, cutoff: number): Float32Array {
  return Float32Array.from({ length: 2 * half + 1 }, (_, index) => {
    const distance = index - half - fraction;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (half + 1));
    const sinc =
      Math.abs(distance) < 1e-9 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * distance) / (Math.PI * distance);
    return window * sinc;
  });
}
