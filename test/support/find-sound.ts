import { correlator } from './cross-correlation.ts';
import { peakOf, type Recording, secondsOf, to8kHz } from './recording.ts';

export { fromMuLaw } from './recording.ts';
export { toneSpans } from './tone-levels.ts';

/** What counts as the same: at least this correlation. */
const usualLikeness = 0.9;
/** Or, on a machine that is short of time and drops sound: at least this share of its pieces, in order. */
const piecesLimit = 0.75;
const pieceLength = 2400; // 300 ms at 8 kHz
/** Between samples of 8 kHz: a tune may begin anywhere. */
const phases = [0, 1 / 3, 2 / 3];
/** Longest gap between two pieces that follow each other. */
const longestGap = 3 * 8000;

export interface SoundFound {
  readonly heard: boolean;
  /** The best correlation of the whole source with any place of the recording, and that place in seconds. */
  readonly best: number;
  readonly bestAt: number;
  /** The share of the source's 300 ms pieces that were found in order, and where the first of them was. */
  readonly pieces: number;
  readonly piecesAt: number;
  /** Loudest sample and length of the recording: what a failed test wants to know first. */
  readonly peak: number;
  readonly seconds: number;
}

/**
 * Is this sound in the recording? Loudness does not matter, silence never matches.
 * @param leastLikeness lower for what went through a call: codecs, and a far end that stretches time to fill gaps
 */
export function findSound(
  recording: Recording,
  source: Recording,
  { leastLikeness = usualLikeness }: { readonly leastLikeness?: number } = {},
): SoundFound {
  const wanted = at8kHz(source);
  const versions = phases.map((phase) => to8kHz(recording, phase));
  const likeness = correlator(versions, wanted.length);

  const whole = likeness(wanted);
  const bestAt = indexOfHighest(whole);
  const best = whole[bestAt] ?? 0;
  // What is there in one piece has all its pieces in order.
  const { share, at } = best >= leastLikeness ? { share: 1, at: bestAt } : findPieces(wanted, likeness, leastLikeness);
  return {
    heard: best >= leastLikeness || share >= piecesLimit,
    best,
    bestAt: bestAt / 8000,
    pieces: share,
    piecesAt: at / 8000,
    peak: peakOf(recording),
    seconds: secondsOf(recording),
  };
}

function at8kHz(source: Recording): Float32Array {
  return source.rate === 8000 ? source.samples : to8kHz(source);
}

function findPieces(
  wanted: Float32Array,
  likeness: (piece: Float32Array) => Float32Array,
  leastLikeness: number,
): { readonly share: number; readonly at: number } {
  const pieces: Float32Array[] = [];
  for (let at = 0; at + pieceLength <= wanted.length; at += pieceLength) {
    const samples = wanted.subarray(at, at + pieceLength);
    // A rest in the tune proves nothing.
    if (samples.reduce((sum, sample) => sum + sample * sample, 0) / pieceLength > 1e-6) pieces.push(likeness(samples));
  }
  let best = { share: 0, at: 0 };
  for (const start of peaksOf(pieces[0] ?? new Float32Array(), leastLikeness)) {
    const share = chainFrom(start, pieces, leastLikeness) / pieces.length;
    if (share > best.share) best = { share, at: start };
  }
  return best;
}

/** How many pieces follow each other from a place on, each no earlier than the end of the one before (less 20 ms). */
function chainFrom(start: number, pieces: readonly Float32Array[], leastLikeness: number): number {
  let from = start;
  let found = 0;
  for (const likeness of pieces) {
    const stop = Math.min(likeness.length, from + longestGap);
    let at = from;
    while (at < stop && (likeness[at] ?? 0) < leastLikeness) at += 1;
    if (at >= stop) continue;
    found += 1;
    // The match begins a little before its top.
    const top = indexOfHighest(likeness.subarray(at, at + 41)) + at;
    from = top + pieceLength - 160;
  }
  return found;
}

/** The tops that are at least 50 ms apart. */
function peaksOf(likeness: Float32Array, leastLikeness: number): readonly number[] {
  const peaks: number[] = [];
  likeness.forEach((value, at) => {
    if (value < leastLikeness) return;
    const last = peaks.at(-1);
    if (last === undefined || at - last >= 400) peaks.push(at);
    else if (value > (likeness[last] ?? 0)) peaks[peaks.length - 1] = at;
  });
  return peaks;
}

function indexOfHighest(values: Float32Array): number {
  let top = 0;
  for (let at = 1; at < values.length; at += 1) if ((values[at] ?? 0) > (values[top] ?? 0)) top = at;
  return top;
}
