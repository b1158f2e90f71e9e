import { textOfBytes } from '../../base/text-of-bytes';

/** Bytes of the largest object: a text of 4000 characters, or a menu of 100 items. */
const LARGEST = 64 * 1024;

/** What a server has sent cannot be taken. */
export class BadBody extends Error {}

/** @throws BadBody if it is larger than any object */
export async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST) throw new BadBody(`more than ${LARGEST} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** "The phone parses the XML object if ContentType is text/xml": what a server calls text for people is shown to them. */
export const isPlain = (contentType: string): boolean => /^\s*text\/(plain|html)\b/i.test(contentType);

/** The text in the encoding that its server names; see textOfBytes. */
export function decoded(bytes: Uint8Array, contentType: string): string {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
  return textOfBytes(bytes, charset ?? null);
}
