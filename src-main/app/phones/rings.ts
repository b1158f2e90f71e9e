import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCallBackAudio } from '../../audio/call-back-audio';
import { type RingCadence, ringPeriod } from '../../audio/ring-cadence';
import { muLawWav } from '../../audio/wav';
import { errorWords } from '../../base/error-words';
import { fileIn } from '../../base/file-in';
import { textOfBytes } from '../../base/text-of-bytes';
import type { Loop } from '../../contract/line-port';
import { MAX_RINGS, parseRingList, type RingType } from '../../xsi/objects/ring-list';

const LIST = 'RINGLIST.XML';

export interface RingsPorts {
  /** The rings that the app comes with. */
  readonly ours: string;
  /** Where users put rings of their own, with a list of their own; of the same file name, theirs is the one. */
  readonly theirs: string;
  /** Told of each list or ring that cannot be used, in words that say why. */
  report(problem: string): void;
}

/** What the phones of this app can ring with. The lists are read once, when the first phone asks. */
export class Rings {
  #found: ReadonlyMap<string, Found> | null = null;

  readonly #ports: RingsPorts;

  constructor(ports: RingsPorts) {
    this.#ports = ports;
  }

  /** For the phone's menu: ours first, then the user's. */
  list(): readonly RingType[] {
    return [...this.#rings().values()].map(({ name, file }) => ({ name, file }));
  }

  /**
   * @param file of the chosen ring; empty, or no longer there = the usual one
   * @returns the ring that the phone rings with, and how it is made
   */
  of(file: string): { readonly file: string; readonly loop: (cadence: RingCadence) => Loop } {
    const ring = this.#find(file);
    return {
      file: ring.file,
      loop: (cadence) => ({ wav: base64(muLawWav(ringPeriod(ring.read(), cadence))), loopFrom: 0 }),
    };
  }

  /** The ring without its pause, as a WAV file in base64: to be heard once, by whoever chooses. */
  once(file: string): string {
    return base64(muLawWav(this.#find(file).read()));
  }

  #find(file: string): Found {
    const [usual] = this.#rings().values();
    const ring = this.#rings().get(file) ?? usual;
    if (!ring) throw new Error(`${join(this.#ports.ours, LIST)} names no ring that can be used`);
    return ring;
  }

  #rings(): ReadonlyMap<string, Found> {
    this.#found ??= this.#read();
    return this.#found;
  }

  #read(): ReadonlyMap<string, Found> {
    const { ours: folder } = this.#ports;
    const ours = this.#readList(folder).map((ring) => ({ ...ring, read: () => readFileSync(join(folder, ring.file)) }));
    const theirs = this.#readList(this.#ports.theirs).flatMap((ring) => this.#readRing(ring));
    const all = new Map([...ours, ...theirs].map((ring) => [ring.file, ring]));
    return new Map([...all].slice(0, MAX_RINGS));
  }

  #readList(folder: string): readonly RingType[] {
    const file = fileIn(folder, LIST);
    const xml = textOf(file);
    // Most users have none.
    if (xml === null && folder === this.#ports.theirs) return [];
    try {
      if (xml === null) throw new Error('there is no such file');
      return parseRingList(xml, (problem) => this.#ports.report(`${file}: ${problem}`));
    } catch (error) {
      this.#ports.report(`${file}: ${errorWords(error)}`);
      return [];
    }
  }

  /** Kept as it was checked: the user may take the file away while the app runs. */
  #readRing(ring: RingType): readonly Found[] {
    const file = fileIn(this.#ports.theirs, ring.file);
    const bytes = bytesOf(file);
    const check = checkCallBackAudio(bytes, `The ring ${ring.name}`);
    if (!check.ok) this.#ports.report(`${file}: ${check.words}`);
    // Many a ring that people have was never cut to whole frames, and phones play it.
    return bytes && (check.ok || check.reason === 'notMultipleOf240') ? [{ ...ring, read: () => bytes }] : [];
  }
}

interface Found extends RingType {
  read(): Uint8Array;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function textOf(file: string): string | null {
  const bytes = bytesOf(file);
  return bytes && textOfBytes(bytes);
}

function bytesOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
