import { createWriteStream, mkdirSync, renameSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** Where what an earlier run has written is, and what this one had before its file was full. */
export const earlierOf = (file: string): string => file.replace(/(\.\w+)?$/, '.previous$1');

/**
 * A file of lines that starts anew with each run, and whenever it is full; what it held is kept beside it until then. A disk that is full
 * stops nobody: what cannot be written is dropped, and said once.
 */
export class RollingFile {
  #stream: WriteStream;
  #size = 0;
  /** Lines that come while a full file is closed; null = none is. */
  #waiting: string[] | null = null;
  #works = true;

  readonly #file: string;
  readonly #most: number;

  /** @param most bytes, and what the line has that goes beyond them */
  constructor(file: string, most: number) {
    this.#file = file;
    this.#most = most;
    mkdirSync(dirname(file), { recursive: true });
    this.#stream = this.#begin();
  }

  write(line: string): void {
    if (!this.#works) return;
    if (this.#waiting) {
      this.#waiting.push(line);
      return;
    }
    this.#size += Buffer.byteLength(line) + 1;
    this.#stream.write(`${line}\n`);
    if (this.#size > this.#most) this.#beginAnew();
  }

  #beginAnew(): void {
    this.#waiting = [];
    // Windows renames no file that is open.
    this.#stream.once('close', () => {
      const waiting = this.#waiting;
      this.#waiting = null;
      this.#stream = this.#begin();
      for (const line of waiting ?? []) this.write(line);
    });
    this.#stream.end();
  }

  #begin(): WriteStream {
    this.#size = 0;
    try {
      renameSync(this.#file, earlierOf(this.#file));
    } catch {
      // There was none, or it cannot be kept: the new one is worth more.
    }
    const stream = createWriteStream(this.#file, { flags: 'w' });
    stream.on('error', (error) => {
      if (this.#works) console.error(`${this.#file} cannot be written: ${error.message}`);
      this.#works = false;
    });
    return stream;
  }
}
