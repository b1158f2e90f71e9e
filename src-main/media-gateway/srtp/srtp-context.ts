import { readRtp } from '../rtp/rtp-packet';
import {
  advanced,
  guessRollovers,
  isNew,
  NOTHING_SEEN,
  newSource,
  type ReplayWindow,
  type SourceState,
  withSeen,
} from './packet-index';
import { type Sealing, seal, unseal } from './seal';
import { type SessionKeys, sessionKeys } from './session-keys';
import { SUITES, type Suite, type SuiteName } from './suites';

/** RTCP's header as far as it is in clear: type, length, sender. Bytes. */
const REPORT_HEADER = 8;
const INDEX_BYTES = 4;
/** RFC 3711 section 3.4: the first bit says that the report is encrypted. */
const ENCRYPTED = 0x8000_0000;
/** More sources than that has no call; whoever has the key and makes up others is not followed. */
const MAX_SOURCES = 32;

/** One direction of an SRTP session (RFC 3711), under keys that SDP has carried. */
export class SrtpContext {
  readonly #suite: Suite;
  readonly #rtp: SessionKeys;
  readonly #rtcp: SessionKeys;
  readonly #sources = new Map<number, SourceState>();
  readonly #reports = new Map<number, ReplayWindow>();
  #reportIndex = 0;

  /** @param master key and salt, one behind the other */
  constructor(suite: SuiteName, master: Buffer) {
    this.#suite = SUITES[suite];
    this.#rtp = sessionKeys(master, this.#suite, 'rtp');
    this.#rtcp = sessionKeys(master, this.#suite, 'rtcp');
  }

  /** @returns null where it is no RTP */
  protect(packet: Buffer): Buffer | null {
    const header = readRtp(packet);
    if (header === null) return null;
    const source = this.#sources.get(header.ssrc) ?? newSource(header.sequence);
    // Our own packets come in order, or nearly: a receiver's guess is right for the sender too. Never below none.
    const rollovers = Math.max(0, guessRollovers(source, header.sequence));
    this.#remember(header.ssrc, advanced(source, rollovers, header.sequence));
    const clear = packet.subarray(0, header.length);
    const sealed = seal(
      this.#rtpSealing(clear, header.ssrc, rollovers, header.sequence),
      packet.subarray(header.length),
    );
    return Buffer.concat([clear, sealed.encrypted, sealed.tag]);
  }

  /** @returns null where it is not authentic, or has been here before */
  unprotect(packet: Buffer): Buffer | null {
    const { rtpTag } = this.#suite;
    const header = readRtp(packet);
    if (header === null || packet.length < header.length + rtpTag) return null;
    const source = this.#sources.get(header.ssrc) ?? newSource(header.sequence);
    const rollovers = guessRollovers(source, header.sequence);
    if (rollovers < 0 || !isNew(source.seen, rollovers * 65_536 + header.sequence)) return null;
    const clear = packet.subarray(0, header.length);
    const sealing = this.#rtpSealing(clear, header.ssrc, rollovers, header.sequence);
    const payload = unseal(sealing, packet.subarray(header.length, -rtpTag), packet.subarray(-rtpTag));
    if (payload === null) return null;
    // Only who knows the key makes us remember a source.
    this.#remember(header.ssrc, advanced(source, rollovers, header.sequence));
    return Buffer.concat([clear, payload]);
  }

  /** @returns null where it is no RTCP */
  protectReport(packet: Buffer): Buffer | null {
    if (packet.length < REPORT_HEADER) return null;
    this.#reportIndex = (this.#reportIndex + 1) % ENCRYPTED;
    const header = packet.subarray(0, REPORT_HEADER);
    const sealing = this.#reportSealing(header, this.#reportIndex);
    const { encrypted, tag } = seal(sealing, packet.subarray(REPORT_HEADER));
    const behind = this.#suite.mode === 'gcm' ? [tag, sealing.trailer] : [sealing.trailer, tag];
    return Buffer.concat([header, encrypted, ...behind]);
  }

  /** @returns null where it is not authentic, or has been here before */
  unprotectReport(packet: Buffer): Buffer | null {
    const { mode, rtcpTag } = this.#suite;
    const end = packet.length - INDEX_BYTES - rtcpTag;
    if (end < REPORT_HEADER) return null;
    const [tagAt, wordAt] = mode === 'gcm' ? [end, end + rtcpTag] : [end + INDEX_BYTES, end];
    const word = packet.readUInt32BE(wordAt);
    const index = word % ENCRYPTED;
    const header = packet.subarray(0, REPORT_HEADER);
    const ssrc = header.readUInt32BE(4);
    const seen = this.#reports.get(ssrc) ?? NOTHING_SEEN;
    // RFC 3711 allows reports in clear where both sides have agreed to it, and we never do.
    if (word < ENCRYPTED || !isNew(seen, index)) return null;
    const body = unseal(
      this.#reportSealing(header, index),
      packet.subarray(REPORT_HEADER, end),
      packet.subarray(tagAt, tagAt + rtcpTag),
    );
    if (body === null) return null;
    if (this.#reports.size < MAX_SOURCES || this.#reports.has(ssrc)) this.#reports.set(ssrc, withSeen(seen, index));
    return Buffer.concat([header, body]);
  }

  #remember(ssrc: number, source: SourceState): void {
    const [oldest] = this.#sources.keys();
    if (this.#sources.size >= MAX_SOURCES && !this.#sources.has(ssrc) && oldest !== undefined)
      this.#sources.delete(oldest);
    this.#sources.set(ssrc, source);
  }

  #rtpSealing(header: Buffer, ssrc: number, rollovers: number, sequence: number): Sealing {
    const trailer = Buffer.alloc(4);
    trailer.writeUInt32BE(rollovers >>> 0);
    const index = rollovers * 65_536 + sequence;
    const { rtpTag } = this.#suite;
    return { keys: this.#rtp, suite: this.#suite, ssrc, index, header, trailer, tag: rtpTag, additional: header };
  }

  #reportSealing(header: Buffer, index: number): Sealing {
    const trailer = Buffer.alloc(INDEX_BYTES);
    trailer.writeUInt32BE(ENCRYPTED + index);
    const ssrc = header.readUInt32BE(4);
    const additional = Buffer.concat([header, trailer]);
    return { keys: this.#rtcp, suite: this.#suite, ssrc, index, header, trailer, tag: this.#suite.rtcpTag, additional };
  }
}
