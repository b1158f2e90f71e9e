import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromPcm16, type Recording } from '../../../support/recording.ts';

/** What a desk phone has heard in each of its calls, the first call first. A call that stands is heard up to now. */
export function recordingsIn(folder: string): readonly Recording[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-dec.wav'))
    .sort()
    .map((name) => readWav(readFileSync(join(folder, name))));
}

/** Mono WAV of 16 bits. While it is still being written its sizes are not to be relied on: it ends where the file ends. */
function readWav(bytes: Buffer): Recording {
  let at = 12;
  let rate = 8000;
  while (at + 8 <= bytes.length) {
    const id = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (id === 'fmt ') rate = bytes.readUInt32LE(at + 12);
    if (id === 'data') return fromPcm16(bytes.subarray(at + 8), rate);
    at += 8 + size + (size % 2);
  }
  return { rate, samples: new Float32Array(0) };
}
