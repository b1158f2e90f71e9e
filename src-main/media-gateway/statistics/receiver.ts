import type { RtpHeader } from '../rtp/rtp-packet';

/** What a receiver counts of one source (RFC 3550 section 6.4.1 and appendix A). */
export interface ReceivedStream {
  readonly ssrc: number;
  readonly received: number;
  /** The first and the highest number of a packet, as if numbers never began anew. */
  readonly first: number;
  readonly highest: number;
  /** Of the last packet: when it came less when it was spoken, in units of the clock. */
  readonly transit: number;
  /** In units of the clock. */
  readonly jitter: number;
}

/** A jump like that is no loss, but a source that has begun anew (appendix A.1). */
const MAX_DROPOUT = 3_000;

/**
 * @param before null = nothing has come yet
 * @param now milliseconds
 * @param clockRate of the codec: units in a second
 */
export function received(
  before: ReceivedStream | null,
  { ssrc, sequence, timestamp }: RtpHeader,
  now: number,
  clockRate: number,
): ReceivedStream {
  const transit = (now * clockRate) / 1_000 - timestamp;
  const extended = before && nearest(before.highest, sequence);
  if (before === null || extended === null || before.ssrc !== ssrc || Math.abs(extended - before.highest) > MAX_DROPOUT)
    return { ssrc, received: 1, first: sequence, highest: sequence, transit, jitter: 0 };
  // A timestamp begins anew every 2^32 units.
  const apart = Math.abs(wrapped(transit - before.transit));
  return {
    ...before,
    received: before.received + 1,
    first: Math.min(before.first, extended),
    highest: Math.max(before.highest, extended),
    transit,
    jitter: before.jitter + (apart - before.jitter) / 16,
  };
}

/** Packets that must have got lost on the way. */
export const lostOf = ({ first, highest, received: count }: ReceivedStream): number =>
  Math.max(0, highest - first + 1 - count);

/** The number beside `highest` that ends as `sequence` does. */
function nearest(highest: number, sequence: number): number {
  const candidate = highest - (((highest % 65_536) + 65_536) % 65_536) + sequence;
  if (candidate - highest > 32_768) return candidate - 65_536;
  return highest - candidate > 32_768 ? candidate + 65_536 : candidate;
}

const wrapped = (difference: number): number => {
  const within = ((difference % 2 ** 32) + 2 ** 32) % 2 ** 32;
  return within > 2 ** 31 ? within - 2 ** 32 : within;
};
