/** "What the bytes say goes before what a declaration says": a mark at the start, or the zeros of an encoding of two bytes. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x3c, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x3c], encoding: 'utf-16be' },
];

/**
 * The text of a file or a page, as people write them: in the encoding of its mark, else in the one that it is said to have, else in UTF-8,
 * and where it is none of these in ISO-8859-1, which any bytes are. The mark itself is left out.
 *
 * @param said by whoever sends it; null = only the document itself may say it
 */
export function textOfBytes(bytes: Uint8Array, said: string | null = null): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding;
  const named = said ?? declaredIn(bytes);
  // An encoding of two bytes would have shown itself.
  const believed = named !== null && !/^(?:utf-?16|ucs-?2|iso-10646)/i.test(named) ? [named] : [];
  for (const encoding of marked === undefined ? [...believed, 'utf-8'] : [marked, ...believed]) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** XML 1.0 section 4.3.3. */
function declaredIn(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? null;
}

/** @returns null where nobody knows the encoding, or the bytes are none of it */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
