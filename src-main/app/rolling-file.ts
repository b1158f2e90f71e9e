import { createWriteStream, mkdirSync, renameSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

/** Where what an earlier run has written is, and what this one had before its file was full. */
export const earlierOf = (file: string): string => file.replace(/(\.\w+)?$/, '.previous$1');

/** Lines that are worth keeping over a flood: the latest of them, and so much of each. */
const MAX_KEPT = 500;
/** The first of a run are its start, which no later ones push out. */
export const MAX_START = 100;
const MAX_KEPT_LENGTH = 1000;

/**
 * A file of lines that starts anew with each run, and whenever it is full; what it held is kept beside it until then. A disk that is full
 * stops nobody: what cannot be written is dropped, and said once. A line that is to be kept is carried from a file that goes to the one that begins.
 */
export class RollingFile {
  #stream: WriteStream;
  #size = 0;
  /** Lines that come while a full file is closed; null = none is. */
  #waiting: string[] | null = null;
  /** By which of the run's files holds them. */
  #kept: { readonly line: string; readonly file: number }[] = [];
  #count = 0;
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

  /** @param keep the line is to be found in one of the two files however many others follow */
  write(line: string, keep = false): void {
    if (!this.#works) return;
    if (keep) this.#keep(line);
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
      this.#carry();
      for (const line of waiting ?? []) this.write(line);
    });
    this.#stream.end();
  }

  #keep(line: string): void {
    // What waits is written into the next file.
    this.#kept.push({ line: line.slice(0, MAX_KEPT_LENGTH), file: this.#count + (this.#waiting ? 1 : 0) });
    if (this.#kept.length > MAX_KEPT + MAX_START) this.#kept.splice(MAX_START, 1);
  }

  /** The file before is kept whole; of those before it, what was to be kept goes into this one. */
  #carry(): void {
    this.#count += 1;
    const lost = this.#count - 1;
    for (const { line, file } of this.#kept) {
      if (file >= lost) continue;
      this.#size += Buffer.byteLength(line) + 1;
      this.#stream.write(`${line}\n`);
    }
    this.#kept = this.#kept.map((kept) => (kept.file < lost ? { ...kept, file: this.#count } : kept));
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
