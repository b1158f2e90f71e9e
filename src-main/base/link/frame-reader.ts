import { failure, type Result, success } from '../result';
import { MAX_HEADER } from './limits';

const LINE_FEED = 0x0a;
const END_OF_HEADER = '\r\n\r\n';

/** The fault of a browser, or of whoever else speaks HTTP. */
export const SPEAKS_HTTP = 'speaks HTTP';

/**
 * The frames of a link: a header with a Content-Length, an empty line, a body (Language Server Protocol, base protocol). Each
 * byte is looked at once, and nothing is kept of a frame that is longer than it may be.
 */
export class FrameReader {
  #maxBody: number;
  readonly #header = Buffer.alloc(MAX_HEADER);
  #headerLength = 0;
  #lines = 0;
  /** null = the header is not whole yet. */
  #body: Buffer | null = null;
  #bodyLength = 0;

  /** @param maxBody bytes */
  constructor(maxBody: number) {
    this.#maxBody = maxBody;
  }

  set maxBody(bytes: number) {
    this.#maxBody = bytes;
  }

  /** Some of a frame has come, and not all of it. */
  get isUnderWay(): boolean {
    return this.#headerLength > 0;
  }

  /** @returns the bodies that are whole now, or why there is nothing more to read here */
  take(bytes: Buffer): Result<readonly Buffer[], string> {
    const bodies: Buffer[] = [];
    let rest = bytes;
    while (rest.length > 0) {
      const taken = this.#body ? success(this.#takeBody(this.#body, rest)) : this.#takeHeader(rest);
      if (!taken.ok) {
        this.#begin();
        return taken;
      }
      rest = rest.subarray(taken.value);
      if (this.#body && this.#bodyLength === this.#body.length) {
        bodies.push(this.#body);
        this.#begin();
      }
    }
    return success(bodies);
  }

  #begin(): void {
    this.#body = null;
    [this.#headerLength, this.#lines, this.#bodyLength] = [0, 0, 0];
  }

  #takeBody(body: Buffer, bytes: Buffer): number {
    const count = bytes.copy(body, this.#bodyLength);
    this.#bodyLength += count;
    return count;
  }

  /** @returns how many of the bytes belong to the header */
  #takeHeader(bytes: Buffer): Result<number, string> {
    for (const [index, byte] of bytes.entries()) {
      if (this.#headerLength === MAX_HEADER) return failure(`sends a header of more than ${MAX_HEADER} bytes`);
      this.#header[this.#headerLength] = byte;
      this.#headerLength += 1;
      if (byte !== LINE_FEED) continue;
      this.#lines += 1;
      const fault = this.#lines === 1 ? firstLineFault(this.#text) : null;
      if (fault) return failure(fault);
      if (this.#header.toString('latin1', Math.max(0, this.#headerLength - 4), this.#headerLength) !== END_OF_HEADER)
        continue;
      const length = this.#contentLength();
      if (!length.ok) return length;
      this.#body = Buffer.alloc(length.value);
      return success(index + 1);
    }
    return success(bytes.length);
  }

  get #text(): string {
    return this.#header.toString('latin1', 0, this.#headerLength);
  }

  #contentLength(): Result<number, string> {
    const values = this.#text
      .split('\r\n')
      .filter((line) => /^content-length[ \t]*:/i.test(line))
      .map((line) => line.slice(line.indexOf(':') + 1).trim());
    const [value] = values;
    if (values.length !== 1 || value === undefined || !/^\d{1,15}$/.test(value))
      return failure('sends a header without one Content-Length that is a number');
    const length = Number(value);
    if (length > this.#maxBody) return failure(`announces ${length} bytes, and may send ${this.#maxBody}`);
    return success(length);
  }
}

function firstLineFault(line: string): string | null {
  if (/ HTTP\/\d/i.test(line)) return SPEAKS_HTTP;
  return /^[\w-]+[ \t]*:/.test(line) ? null : 'sends no header';
}
