// Writes sounds as a 7960 plays them: raw G.711 mu-law, 8000 samples a second, one byte each, no header, 240 to 16080
// samples, a multiple of 240, beginning and ending at zero.
import { writeFileSync } from 'node:fs';

export const RATE = 8000;
/** Samples of one frame: every sound is whole frames. */
export const FRAME = 240;

/**
 * The same, byte for byte, on every machine.
 * @param {string} file
 * @param {readonly number[]} wave samples in any measure
 * @param {number} peak the loudest of them becomes this share of full scale
 */
export function writeRawSound(file, wave, peak) {
  if (wave.length % FRAME !== 0 || wave.length > 16080) throw new Error(`${file}: ${wave.length} samples`);
  const loudest = wave.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  writeFileSync(
    file,
    Uint8Array.from(wave, (sample) => muLaw(Math.round((32767 * peak * sample) / loudest))),
  );
}

/**
 * ITU-T G.711 on samples of 16 bits.
 * @param {number} sample
 */
function muLaw(sample) {
  const magnitude = Math.min(Math.abs(sample), 32635) + 132;
  const segment = Math.floor(Math.log2(magnitude)) - 7;
  return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f)) & 0xff;
}
