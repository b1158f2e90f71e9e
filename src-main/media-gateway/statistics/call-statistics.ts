import type { CallQuality } from '../../contract/media-gateway';
import { type ReportBlock, reportBlocks, senderReportTimes } from '../rtp/rtcp';
import type { RtpHeader } from '../rtp/rtp-packet';
import { mosOf } from './mos';
import { lostOf, type ReceivedStream, received } from './receiver';

/** How many of our sender reports the far end may refer to: it takes the last one, and may be late. */
const MAX_REPORTS = 16;

/** What a packet of voice and a browser's buffer add to the way through the network. Milliseconds. */
const PACKET_AND_BUFFER = 60;

/** What is counted of one call, where all its packets come by. */
export class CallStatistics {
  #sent = 0;
  #stream: ReceivedStream | null = null;
  #codec: string | null = null;
  #clockRate = 8_000;
  #farRate = 8_000;
  #far: ReportBlock | null = null;
  #roundTrip: number | null = null;
  /** By the middle of their NTP times: when our sender reports left. */
  readonly #reportsSent = new Map<number, number>();

  sentRtp(codec: string | null): void {
    this.#sent++;
    if (codec !== null) this.#farRate = clockRateOf(codec);
  }

  /** @param now milliseconds */
  sentReport(compound: Buffer, now: number): void {
    for (const time of senderReportTimes(compound)) this.#reportsSent.set(time, now);
    const [oldest] = this.#reportsSent.keys();
    if (this.#reportsSent.size > MAX_REPORTS && oldest !== undefined) this.#reportsSent.delete(oldest);
  }

  /** @param codec `PCMU/8000` … */
  heardRtp(header: RtpHeader, codec: string, now: number): void {
    // Digits have the clock of the voice, and stand still: they say nothing of jitter.
    if (codec.startsWith('telephone-event')) return;
    if (!codec.startsWith('CN')) this.#codec = codec;
    this.#clockRate = clockRateOf(codec);
    this.#stream = received(this.#stream, header, now, this.#clockRate);
  }

  heardReport(compound: Buffer, now: number): void {
    for (const block of reportBlocks(compound)) {
      this.#far = block;
      const sentAt = this.#reportsSent.get(block.lastReport);
      // RFC 3550 section 6.4.1: A - LSR - DLSR.
      if (sentAt !== undefined) this.#roundTrip = Math.max(0, now - sentAt - 1_000 * block.delay);
    }
  }

  quality(encrypted: boolean): CallQuality {
    const stream = this.#stream;
    const [packets, lost] = [stream?.received ?? 0, stream ? lostOf(stream) : 0];
    const jitter = stream && (1_000 * stream.jitter) / this.#clockRate;
    const far = this.#far;
    const delay = (this.#roundTrip ?? 0) / 2 + 2 * (jitter ?? 0) + PACKET_AND_BUFFER;
    return {
      codec: this.#codec?.split('/')[0] ?? null,
      encrypted,
      near: { packets, lost, jitter },
      far: { packets: this.#sent, lost: far?.lost ?? 0, jitter: far && (1_000 * far.jitter) / this.#farRate },
      roundTrip: this.#roundTrip,
      mos: packets === 0 ? null : mosOf({ loss: lost / (packets + lost), delay }),
    };
  }
}

const clockRateOf = (codec: string): number => Number(codec.split('/')[1]) || 8_000;
