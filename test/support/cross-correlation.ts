/** Quieter than this share of the source's energy a stretch counts as silence: it matches nothing. */
const quietest = 0.003;

/**
 * Normalised cross-correlation: how much the recording looks like a piece at each place, 1 at an exact copy of any
 * loudness, 0 in silence. Returns a function, since one recording is compared with many pieces.
 * @param versions of the recording, all of one length, such as its samples at slightly shifted times: the best counts
 * @param longest length of the longest piece
 */
export function correlator(versions: readonly Float32Array[], longest: number): (piece: Float32Array) => Float32Array {
  const length = Math.min(...versions.map((version) => version.length));
  let size = 1;
  while (size < length + longest) size *= 2;
  const prepared = versions.map((samples) => ({ spectrum: spectrumOf(samples, size), energy: energyUpTo(samples) }));
  return (piece) => {
    const pieceEnergy = Math.sqrt(piece.reduce((sum, sample) => sum + sample * sample, 0));
    const pieceSpectrum = spectrumOf(piece, size);
    const best = new Float32Array(length);
    for (const { spectrum, energy } of prepared) {
      const product = conjugateProduct(spectrum, pieceSpectrum);
      transform(product, true);
      for (let at = 0; at < length; at += 1) {
        const end = Math.min(length, at + piece.length);
        const here = Math.sqrt(Math.max(0, (energy[end] as number) - (energy[at] as number)));
        if (here < quietest * pieceEnergy) continue;
        const likeness = (product.real[at] as number) / (here * pieceEnergy);
        if (likeness > (best[at] as number)) best[at] = likeness;
      }
    }
    return best;
  };
}

function energyUpTo(samples: Float32Array): Float64Array {
  const energy = new Float64Array(samples.length + 1);
  samples.forEach((sample, at) => {
    energy[at + 1] = (energy[at] as number) + sample * sample;
  });
  return energy;
}

interface Spectrum {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

function spectrumOf(samples: Float32Array, size: number): Spectrum {
  const spectrum = { real: new Float64Array(size), imaginary: new Float64Array(size) };
  spectrum.real.set(samples);
  transform(spectrum, false);
  return spectrum;
}

function conjugateProduct(a: Spectrum, b: Spectrum): Spectrum {
  const size = a.real.length;
  const result = { real: new Float64Array(size), imaginary: new Float64Array(size) };
  for (let at = 0; at < size; at += 1) {
    const ar = a.real[at] as number;
    const ai = a.imaginary[at] as number;
    const br = b.real[at] as number;
    const bi = b.imaginary[at] as number;
    result.real[at] = ar * br + ai * bi;
    result.imaginary[at] = ai * br - ar * bi;
  }
  return result;
}

interface Circle {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

const circles = new Map<number, Circle>();

/** Half a turn in steps of one length; they are asked for again and again. */
function circleOf(length: number): Circle {
  const known = circles.get(length);
  if (known !== undefined) return known;
  const angles = Array.from({ length: length / 2 }, (_, k) => (2 * Math.PI * k) / length);
  const circle = { cosines: Float64Array.from(angles.map(Math.cos)), sines: Float64Array.from(angles.map(Math.sin)) };
  circles.set(length, circle);
  return circle;
}

/** The fast Fourier transform, in place; the length is a power of two. */
function transform({ real, imaginary }: Spectrum, inverse: boolean): void {
  const size = real.length;
  for (let at = 1, reversed = 0; at < size; at += 1) {
    let bit = size >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (at < reversed) {
      swap(real, at, reversed);
      swap(imaginary, at, reversed);
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2;
    const { cosines, sines } = circleOf(length);
    const turn = inverse ? 1 : -1;
    for (let start = 0; start < size; start += length) {
      for (let k = 0; k < half; k += 1) {
        const p = start + k;
        const q = p + half;
        const cosine = cosines[k] as number;
        const sine = turn * (sines[k] as number);
        const qr = real[q] as number;
        const qi = imaginary[q] as number;
        const r = qr * cosine - qi * sine;
        const i = qr * sine + qi * cosine;
        const pr = real[p] as number;
        const pi = imaginary[p] as number;
        real[q] = pr - r;
        imaginary[q] = pi - i;
        real[p] = pr + r;
        imaginary[p] = pi + i;
      }
    }
  }
  if (!inverse) return;
  for (let at = 0; at < size; at += 1) {
    real[at] = (real[at] as number) / size;
    imaginary[at] = (imaginary[at] as number) / size;
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] as number;
  values[a] = values[b] as number;
  values[b] = kept;
}
