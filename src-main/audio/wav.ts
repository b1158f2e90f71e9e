import { concatenate } from './concatenate';

/** Samples in a second of everything a 7960 plays. */
export const SAMPLE_RATE = 8000;

/** WAVE format tags (RFC 2361). */
const FORMAT_PCM = 1;
const FORMAT_MU_LAW = 7;

interface Chunk {
  readonly id: string;
  readonly body: Uint8Array;
}

/** Mono mu-law, one byte a sample: a header of 58 bytes, then the bytes as they are. */
export function muLawWav(bytes: Uint8Array): Uint8Array {
  return riff([
    { id: 'fmt ', body: format(FORMAT_MU_LAW, 8) },
    // "A fact chunk is required for all formats but PCM": how many samples there are.
    { id: 'fact', body: littleEndian([{ bytes: 4, value: bytes.length }]) },
    { id: 'data', body: bytes },
  ]);
}

/** Mono linear PCM of 16 bits: a header of 44 bytes, then the samples with their low bytes first. */
export function pcm16Wav(samples: Int16Array): Uint8Array {
  const data = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, index) => {
    data.setInt16(index * 2, sample, true);
  });
  return riff([
    { id: 'fmt ', body: format(FORMAT_PCM, 16) },
    { id: 'data', body: new Uint8Array(data.buffer) },
  ]);
}

function format(tag: number, bitsPerSample: number): Uint8Array {
  const bytesPerSample = bitsPerSample / 8;
  return littleEndian([
    { bytes: 2, value: tag },
    { bytes: 2, value: 1 },
    { bytes: 4, value: SAMPLE_RATE },
    { bytes: 4, value: SAMPLE_RATE * bytesPerSample },
    { bytes: 2, value: bytesPerSample },
    { bytes: 2, value: bitsPerSample },
    // The size of the extension, which only PCM may leave out.
    ...(tag === FORMAT_PCM ? [] : [{ bytes: 2, value: 0 }]),
  ]);
}

function riff(chunks: readonly Chunk[]): Uint8Array {
  const body = concatenate([ascii('WAVE'), ...chunks.flatMap(chunkParts)]);
  return concatenate([ascii('RIFF'), littleEndian([{ bytes: 4, value: body.length }]), body]);
}

const chunkParts = ({ id, body }: Chunk): readonly Uint8Array[] => [
  ascii(id),
  littleEndian([{ bytes: 4, value: body.length }]),
  body,
  // RIFF chunks begin on even places; the byte that fills up is not counted in the chunk's size.
  new Uint8Array(body.length % 2),
];

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function littleEndian(fields: readonly { readonly bytes: number; readonly value: number }[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(({ bytes, value }) => Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff)),
  );
}
