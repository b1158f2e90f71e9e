/** What an RTP packet's fixed header says (RFC 3550 section 5.1). */
export interface RtpHeader {
  readonly payloadType: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  /** Where the payload begins, behind contributing sources and the header extension. Bytes. */
  readonly length: number;
}

/** @returns null where it is no RTP */
export function readRtp(packet: Buffer): RtpHeader | null {
  const [first = 0, second = 0] = packet;
  if (packet.length < 12 || first >> 6 !== 2) return null;
  let length = 12 + 4 * (first & 15);
  if (first & 16) {
    if (packet.length < length + 4) return null;
    length += 4 + 4 * packet.readUInt16BE(length + 2);
  }
  if (packet.length < length) return null;
  return {
    payloadType: second & 127,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    length,
  };
}

/** The packet under another number of its codec; the marker stays. It is changed in place: nobody else has it. */
export function renumber(packet: Buffer, payloadType: number): Buffer {
  packet[1] = ((packet[1] ?? 0) & 128) | payloadType;
  return packet;
}

/** RFC 5761 section 4: RTCP's packet types 192 to 223 are no payload types that RTP uses. */
export const isRtcp = (packet: Buffer): boolean => {
  const [first = 0, second = 0] = packet;
  return packet.length >= 8 && first >> 6 === 2 && second >= 192 && second <= 223;
};
