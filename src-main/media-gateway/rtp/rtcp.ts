/** RFC 3550 section 12.1, RFC 3611. */
const SENDER_REPORT = 200;
const RECEIVER_REPORT = 201;
const EVERYBODY_KNOWS: ReadonlySet<number> = new Set([SENDER_REPORT, RECEIVER_REPORT, 202, 203, 204, 207]);

/** What one end tells of what it hears of the other (RFC 3550 section 6.4.1). */
export interface ReportBlock {
  readonly lost: number;
  readonly highestSequence: number;
  /** In units of the codec's clock. */
  readonly jitter: number;
  /** The middle of the NTP time of the last sender report; 0 = none has come. */
  readonly lastReport: number;
  /** How long ago that was; seconds. */
  readonly delay: number;
}

interface Packet {
  readonly type: number;
  readonly count: number;
  readonly bytes: Buffer;
}

/** The parts of a compound packet; what is broken off is left out. */
function packetsIn(compound: Buffer): readonly Packet[] {
  const packets: Packet[] = [];
  for (let at = 0; at + 4 <= compound.length; ) {
    const end = at + 4 * (compound.readUInt16BE(at + 2) + 1);
    if (end > compound.length) break;
    packets.push({
      type: compound.readUInt8(at + 1),
      count: compound.readUInt8(at) & 31,
      bytes: compound.subarray(at, end),
    });
    at = end;
  }
  return packets;
}

/** A compound packet without a browser's feedback (RFC 4585), which RTP/AVP does not know; null = nothing is left. */
export function plainReports(compound: Buffer): Buffer | null {
  const kept = packetsIn(compound).filter(({ type }) => EVERYBODY_KNOWS.has(type));
  return kept.length === 0 ? null : Buffer.concat(kept.map(({ bytes }) => bytes));
}

/** The middle 32 bits of the NTP times of its sender reports: by them the far end's reports refer to those. */
export const senderReportTimes = (compound: Buffer): readonly number[] =>
  packetsIn(compound).flatMap(({ type, bytes }) =>
    type === SENDER_REPORT && bytes.length >= 28 ? [bytes.readUInt32BE(10)] : [],
  );

export function reportBlocks(compound: Buffer): readonly ReportBlock[] {
  return packetsIn(compound).flatMap(({ type, count, bytes }) => {
    if (type !== SENDER_REPORT && type !== RECEIVER_REPORT) return [];
    const first = type === SENDER_REPORT ? 28 : 8;
    const starts = Array.from({ length: count }, (_, index) => first + 24 * index);
    return starts.filter((at) => at + 24 <= bytes.length).map((at) => blockAt(bytes, at));
  });
}

const blockAt = (bytes: Buffer, at: number): ReportBlock => ({
  // Three bytes with a sign: packets that came twice count against lost ones.
  lost: Math.max(0, bytes.readIntBE(at + 5, 3)),
  highestSequence: bytes.readUInt32BE(at + 8),
  jitter: bytes.readUInt32BE(at + 12),
  lastReport: bytes.readUInt32BE(at + 16),
  delay: bytes.readUInt32BE(at + 20) / 65_536,
});
