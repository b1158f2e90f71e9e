import type { Endpoint } from '../../sip/endpoint';

/** RFC 8489 section 5. */
const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const MAGIC_COOKIE = 0x2112a442;
const HEADER_BYTES = 20;
const XOR_MAPPED_ADDRESS = 0x0020;

/** What tells STUN from SIP on one socket: no text begins with two zero bits and a cookie. */
export const isStun = (bytes: Buffer): boolean =>
  bytes.length >= HEADER_BYTES && (bytes[0] ?? 255) < 4 && bytes.readUInt32BE(4) === MAGIC_COOKIE;

/** @param transaction 12 random bytes */
export function bindingRequest(transaction: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(BINDING_REQUEST);
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  return Buffer.concat([header, transaction]);
}

/** Where the server sees us; null where the bytes are no answer to that question. */
export function readBinding(bytes: Buffer, transaction: Buffer): Endpoint | null {
  if (!isStun(bytes) || bytes.readUInt16BE(0) !== BINDING_SUCCESS) return null;
  if (!bytes.subarray(8, HEADER_BYTES).equals(transaction)) return null;
  const end = Math.min(bytes.length, HEADER_BYTES + bytes.readUInt16BE(2));
  for (let at = HEADER_BYTES; at + 4 <= end; ) {
    const length = bytes.readUInt16BE(at + 2);
    const value = bytes.subarray(at + 4, Math.min(at + 4 + length, end));
    if (bytes.readUInt16BE(at) === XOR_MAPPED_ADDRESS) return mapped(value, bytes);
    at += 4 + 4 * Math.ceil(length / 4);
  }
  return null;
}

/** RFC 8489 section 14.2: hidden from routers that would change every address they see, by the cookie and the transaction. */
function mapped(value: Buffer, message: Buffer): Endpoint | null {
  const family = value[1];
  const length = family === 1 ? 4 : 16;
  if ((family !== 1 && family !== 2) || value.length < 4 + length) return null;
  const port = value.readUInt16BE(2) ^ (MAGIC_COOKIE >>> 16);
  const address = Buffer.from(value.subarray(4, 4 + length).map((byte, at) => byte ^ (message[4 + at] ?? 0)));
  if (family === 1) return { host: address.join('.'), port };
  const groups = Array.from({ length: 8 }, (_, at) => address.readUInt16BE(2 * at).toString(16));
  return { host: new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1), port };
}
