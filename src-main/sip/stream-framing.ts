import { failure, type Result, success } from '../base/result';

export type StreamPiece =
  | { readonly kind: 'message'; readonly text: string }
  /** RFC 5626 section 3.5.1: two empty lines ask whether we are there, one is the answer to such a question. */
  | { readonly kind: 'ping' }
  | { readonly kind: 'pong' };

/** Far more than any phone or server sends; somebody who claims more shall not fill our memory. Bytes. */
export const MAX_HEADER_BYTES = 16_384;
export const MAX_BODY_BYTES = 65_536;

const CR = 13;
const LF = 10;

/**
 * Cuts a stream into messages by their Content-Length (RFC 3261 section 18.3). Every byte is looked at once, however small
 * the pieces are in which they come.
 */
export class StreamFraming {
  #bytes = new Uint8Array(4096);
  #from = 0;
  #to = 0;
  /** Where the search for the end of the header goes on; and once that is found, where the message ends. */
  #searched = 0;
  #messageEnd: number | null = null;
  #fault: string | null = null;

  /** @returns what is wrong, where nobody knows any more where the next message begins: the stream is of no more use */
  add(chunk: Uint8Array): Result<readonly StreamPiece[], string> {
    const pieces: StreamPiece[] = [];
    // No more than one message's worth is ever kept, whatever one chunk brings.
    for (let at = 0; at < chunk.length && this.#fault === null; at += MAX_HEADER_BYTES) {
      this.#keep(chunk.subarray(at, at + MAX_HEADER_BYTES));
      for (let piece = this.#next(); piece !== null; piece = this.#next()) pieces.push(piece);
    }
    return this.#fault === null ? success(pieces) : failure(this.#fault);
  }

  #keep(chunk: Uint8Array): void {
    if (this.#to + chunk.length > this.#bytes.length) {
      const kept = this.#bytes.subarray(this.#from, this.#to);
      const needed = kept.length + chunk.length;
      const bytes = needed > this.#bytes.length / 2 ? new Uint8Array(2 * needed) : this.#bytes;
      bytes.set(kept);
      this.#searched -= this.#from;
      if (this.#messageEnd !== null) this.#messageEnd -= this.#from;
      this.#to -= this.#from;
      this.#from = 0;
      this.#bytes = bytes;
    }
    this.#bytes.set(chunk, this.#to);
    this.#to += chunk.length;
  }

  #next(): StreamPiece | null {
    if (this.#fault !== null) return null;
    if (this.#messageEnd === null) {
      const blank = this.#blank();
      if (blank !== null) return blank;
      this.#findEnd();
    }
    if (this.#messageEnd === null || this.#to < this.#messageEnd) return null;
    const text = new TextDecoder().decode(this.#bytes.subarray(this.#from, this.#messageEnd));
    this.#skipTo(this.#messageEnd);
    return { kind: 'message', text };
  }

  #blank(): StreamPiece | null {
    if (!this.#isLineEnd(this.#from)) return null;
    const isPing = this.#isLineEnd(this.#from + 2);
    this.#skipTo(this.#from + (isPing ? 4 : 2));
    return { kind: isPing ? 'ping' : 'pong' };
  }

  #findEnd(): void {
    for (; this.#searched + 3 < this.#to; this.#searched++) {
      if (!this.#isLineEnd(this.#searched) || !this.#isLineEnd(this.#searched + 2)) continue;
      this.#measure(this.#searched + 4);
      return;
    }
    if (this.#to - this.#from > MAX_HEADER_BYTES) this.#fault = `a header of more than ${MAX_HEADER_BYTES} bytes`;
  }

  #measure(bodyStart: number): void {
    const head = new TextDecoder('latin1').decode(this.#bytes.subarray(this.#from, bodyStart));
    const lengths = [...head.matchAll(/^(?:content-length|l)[ \t]*:(.*)$/gim)].map(([, value]) => value?.trim());
    const length = Number(/^\d{1,9}$/.test(lengths[0] ?? '') ? lengths[0] : Number.NaN);
    // RFC 3261, 20.14: "If a stream-based protocol is used as transport, then the header field MUST be used."
    if (lengths.length === 0) this.#fault = 'a message without Content-Length';
    else if (Number.isNaN(length) || lengths.some((other) => other !== lengths[0]))
      this.#fault = 'a wrong Content-Length';
    else if (bodyStart - this.#from > MAX_HEADER_BYTES) this.#fault = `a header of more than ${MAX_HEADER_BYTES} bytes`;
    else if (length > MAX_BODY_BYTES) this.#fault = `a body of more than ${MAX_BODY_BYTES} bytes`;
    else this.#messageEnd = bodyStart + length;
  }

  #isLineEnd(at: number): boolean {
    return at + 1 < this.#to && this.#bytes[at] === CR && this.#bytes[at + 1] === LF;
  }

  #skipTo(position: number): void {
    this.#from = position;
    this.#searched = position;
    this.#messageEnd = null;
  }
}
