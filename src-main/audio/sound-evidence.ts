/**
 * What can be said of bytes without being told what they are. Mu-law has no header, so whether a file holds mu-law
 * sound can only be judged by how it behaves as sound. Every measure is a plain number, and none alone proves
 * anything: a flute at 2 kHz jumps from one end of the scale to the other, a cymbal is noise.
 */

/** 30 ms: short enough for speech and music to stay the same, and what the phone's own file lengths are made of. */
const FRAME = 240;

/** One prediction coefficient for each kHz and two more: the usual order for speech at 8 kHz. */
const PREDICTION_ORDER = 10;

/** Peak distance from the mean, of 32768. A constant, whatever its value, makes no sound. */
export function peakAroundMean(samples: Int16Array): number {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample - mean)), 0);
}

/**
 * Share of the energy that linear prediction from the last samples cannot foretell, 0 to 1. Speech, bells and
 * tones of any pitch stay below 0.2; noise, and bytes that were never mu-law, come close to 1.
 */
export function unpredictability(samples: Int16Array): number {
  let energy = 0;
  let residual = 0;
  for (let start = 0; start + FRAME <= samples.length; start += FRAME) {
    const correlation = autocorrelation(samples.subarray(start, start + FRAME));
    energy += correlation[0] ?? 0;
    residual += predictionError(correlation);
  }
  return energy === 0 ? 0 : residual / energy;
}

/**
 * How differently the bytes on even and on odd places are spread over the 16 highest nibbles, 0 to 1. In samples of
 * 16 bits one half is the high bytes, which are much alike, the other the low bytes, which are anything.
 */
export function parityDifference(bytes: Uint8Array): number {
  const even = nibbleShares(bytes.filter((_, index) => index % 2 === 0));
  const odd = nibbleShares(bytes.filter((_, index) => index % 2 === 1));
  return even.reduce((sum, share, nibble) => sum + Math.abs(share - (odd[nibble] ?? 0)), 0) / 2;
}

/**
 * Bits of information in the highest nibble (sign and segment) within a frame, 0 to 4, mean over the frames. Sound
 * stays near one loudness for 30 ms and needs little more than 3; compressed or encrypted bytes need almost all 4.
 */
export function nibbleEntropy(bytes: Uint8Array): number {
  const frames = Math.floor(bytes.length / FRAME);
  let bits = 0;
  for (let frame = 0; frame < frames; frame++) {
    for (const share of nibbleShares(bytes.subarray(frame * FRAME, (frame + 1) * FRAME))) {
      bits -= share > 0 ? share * Math.log2(share) : 0;
    }
  }
  return frames === 0 ? 0 : bits / frames;
}

/**
 * Share of the changes of sign that jump by nearly the whole scale, 0 to 1. In linear samples of 8 bits the two
 * codes around silence, 0x7F and 0x80, are the ones that mu-law reads as silence and as the loudest sample there is.
 */
export function violentCrossings(samples: Int16Array): number {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  let crossings = 0;
  let violent = 0;
  samples.forEach((sample, index) => {
    const before = samples[index - 1] ?? sample;
    if (sample < 0 === before < 0) return;
    crossings += 1;
    violent += Math.abs(sample - before) > 0.9 * peak ? 1 : 0;
  });
  return crossings === 0 ? 0 : violent / crossings;
}

function autocorrelation(frame: Int16Array): readonly number[] {
  const mean = frame.reduce((sum, sample) => sum + sample, 0) / frame.length;
  const centred = Array.from(frame, (sample) => sample - mean);
  return Array.from({ length: PREDICTION_ORDER + 1 }, (_, lag) =>
    centred.reduce((sum, sample, index) => sum + sample * (centred[index - lag] ?? 0), 0),
  );
}

/** Levinson's and Durbin's recursion: the energy that is left after the best linear prediction. */
function predictionError(correlation: readonly number[]): number {
  // A whisker of white noise keeps a perfectly predictable frame from dividing by zero.
  let error = (correlation[0] ?? 0) * (1 + 1e-9);
  let coefficients: readonly number[] = [1];
  for (let order = 1; order < correlation.length && error > 0; order++) {
    const foretold = coefficients.reduce((sum, factor, index) => sum + factor * (correlation[order - index] ?? 0), 0);
    const reflection = -foretold / error;
    const previous = [...coefficients, 0];
    coefficients = previous.map((factor, index) => factor + reflection * (previous[order - index] ?? 0));
    error *= 1 - reflection * reflection;
  }
  return error;
}

function nibbleShares(bytes: Uint8Array): readonly number[] {
  const counts = new Array<number>(16).fill(0);
  for (const byte of bytes) counts[byte >> 4] = (counts[byte >> 4] ?? 0) + 1;
  return counts.map((count) => count / bytes.length);
}
