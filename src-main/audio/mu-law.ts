/**
 * G.711 mu-law, one byte for a sample of 16 bits (ITU-T G.711, table 2a). The law is defined on 14 bits; we work on
 * 16, so every level here is four times the one in the Recommendation.
 */

/** Added to a magnitude before its segment is looked up: 33 of the Recommendation's 14-bit units. */
const BIAS = 33 * 4;

/** The largest magnitude that has a code of its own, 8158 of the Recommendation's units, and a little to round up. */
const CLIP = 32635;

/** The loudest sample that a code stands for: 8031 of the Recommendation's units. */
export const MU_LAW_PEAK = 32124;

/** @param sample signed 16-bit sample; what is louder than the law can say is clipped */
export function encodeMuLaw(sample: number): number {
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  // Segment 0 ends below 256 = 2^8; each further segment is twice as long.
  const segment = Math.floor(Math.log2(magnitude)) - 7;
  const interval = (magnitude >> (segment + 3)) & 0x0f;
  const sign = sample < 0 ? 0x80 : 0;
  // G.711, table 2a, note 2: the character signal is obtained by inverting all bits.
  return ~(sign | (segment << 4) | interval) & 0xff;
}

/** @returns signed 16-bit sample; 0x7F, the negative zero, is 0 like 0xFF */
export function decodeMuLaw(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits & 0x70) >> 4)) - BIAS;
  return bits & 0x80 && magnitude !== 0 ? -magnitude : magnitude;
}

export const encodeMuLawSamples = (samples: Int16Array): Uint8Array => Uint8Array.from(samples, encodeMuLaw);

export const decodeMuLawBytes = (bytes: Uint8Array): Int16Array => Int16Array.from(bytes, decodeMuLaw);
