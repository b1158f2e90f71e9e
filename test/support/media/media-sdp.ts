/** A description by hand: what a phone says. */
export const networkSdp = (...lines: readonly string[]): string =>
  ['v=0', 'o=- 7 7 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', ...lines, ''].join('\r\n');

/** 20 ms of PCMU, or of another codec of 8000 Hz. */
export function rtpPacket(sequence: number, payloadType = 0, ssrc = 0xcafebabe): Buffer {
  const packet = Buffer.alloc(172, 0xd5);
  packet[0] = 0x80;
  packet[1] = payloadType;
  packet.writeUInt16BE(sequence % 65_536, 2);
  packet.writeUInt32BE((160 * sequence) >>> 0, 4);
  packet.writeUInt32BE(ssrc, 8);
  return packet;
}
