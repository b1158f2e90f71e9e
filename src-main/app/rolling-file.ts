import { createWriteStream, mkdirSync, renameSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../base/clock';

/** Where what an earlier run has written is, and what this one had before its file was full. */
export const earlierOf = (file: string): string => file.replace(/(\.\w+)?$/, '.previous$1');

/** Lines that are worth keeping over a flood: the latest of them, and so much of each. */
const MAX_KEPT = 500;
/** The first of a run are its start, which no later ones push out. */
export const MAX_START = 100;
const MAX_KEPT_LENGTH = 1000;
/** Between two tries where the disk takes nothing. */
const TRY_AGAIN_MS = 2000;

/**
 * A file of lines that starts anew with each run, and whenever it is full; what it held is kept beside it until then. A disk that is full
 * stops nobody: what cannot be written is counted, and once there is room the file goes on with how many lines are missing. A line that is
 * to be kept is carried from a file that goes to the one that begins.
 *
 *     works --the disk refuses--> broken --after a while--> works
 */
export class RollingFile {
  #stream: WriteStream;
  #size = 0;
  /** Lines that come while a full file is closed; null = none is. */
  #waiting: string[] | null = null;
  /** By which of the run's files holds them. */
  #kept: { readonly line: string; readonly file: number }[] = [];
  #count = 0;
  /** Lines that the disk has not taken; null = it takes them. */
  #lost: number | null = null;
  /** Lines given to the stream that are not known to be on the disk. */
  #underWay = 0;

  readonly #file: string;
  readonly #most: number;
  readonly #clock: Clock;
  readonly #onDidChange: (works: boolean) => void;

  /**
   * @param most bytes, and what the line has that goes beyond them
   * @param onDidChange told when the disk takes nothing any more, and when it does again
   */
  constructor(file: string, most: number, clock: Clock, onDidChange: (works: boolean) => void = () => {}) {
    this.#file = file;
    this.#most = most;
    this.#clock = clock;
    this.#onDidChange = onDidChange;
    this.#stream = this.#begin();
  }

  /** @param keep the line is to be found in one of the two files however many others follow */
  write(line: string, keep = false): void {
    if (keep) this.#keep(line);
    if (this.#lost !== null) {
      this.#lost += 1;
      return;
    }
    if (this.#waiting) {
      this.#waiting.push(line);
      return;
    }
    this.#put(line);
    if (this.#size > this.#most) this.#beginAnew();
  }

  #put(line: string): void {
    this.#size += Buffer.byteLength(line) + 1;
    this.#underWay += 1;
    this.#stream.write(`${line}\n`, (error) => {
      if (!error && this.#underWay > 0) this.#underWay -= 1;
    });
  }

  /** The disk is tried with the line that says what is missing. */
  #tryAgain(): void {
    const lost = this.#lost ?? 0;
    const stream = this.#open('a');
    stream.write(lossLine(this.#clock.now(), lost), (error) => {
      if (error) return;
      const lostMeanwhile = (this.#lost ?? 0) - lost;
      this.#lost = null;
      this.#stream = stream;
      if (lostMeanwhile > 0) stream.write(lossLine(this.#clock.now(), lostMeanwhile));
      this.#onDidChange(true);
    });
  }

  #beginAnew(): void {
    this.#waiting = [];
    // Windows renames no file that is open.
    this.#stream.once('close', () => {
      if (this.#lost !== null) return;
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
      this.#put(line);
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
    return this.#open('w');
  }

  #open(flags: 'w' | 'a'): WriteStream {
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
    } catch {
      // The stream says so.
    }
    const stream = createWriteStream(this.#file, { flags });
    stream.on('error', (error) => this.#fail(stream, error));
    return stream;
  }

  #fail(stream: WriteStream, error: Error): void {
    if (this.#lost === null) {
      if (stream !== this.#stream) return;
      console.error(`${this.#file} cannot be written: ${error.message}`);
      this.#lost = this.#underWay + (this.#waiting?.length ?? 0);
      this.#waiting = null;
      this.#underWay = 0;
      this.#onDidChange(false);
    }
    this.#clock.after(TRY_AGAIN_MS, () => this.#tryAgain());
  }
}

const lossLine = (now: number, lost: number): string =>
  `${new Date(now).toISOString()} ALARM Log LinesLost: ${lost} lines are missing, since the disk took nothing\n`;
