import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { decodeMuLawBytes } from '../../../src-main/audio/mu-law';
import { amplitudeAt } from './goertzel';

const assets = resolve(import.meta.dirname, '../../../assets');
const committed = readFileSync(join(assets, 'CallBack.raw'));
const samples = decodeMuLawBytes(committed);
const folder = mkdtempSync(join(tmpdir(), 'call-back-raw-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('CallBack.raw', () => {
  test('is what its script makes, byte for byte', () => {
    const made = join(folder, 'CallBack.raw');
    execFileSync(process.execPath, [join(assets, 'make-call-back-raw.mjs'), made]);
    expect(readFileSync(made).equals(committed)).toBe(true);
  });

  test('has a length that a 7960 plays, between 1.2 and 2 seconds', () => {
    expect(committed.length % 240).toBe(0);
    expect(committed.length).toBeGreaterThanOrEqual(1.2 * 8000);
    expect(committed.length).toBeLessThanOrEqual(2 * 8000);
  });

  test('begins and ends at zero and does not click', () => {
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
    expect(samples.subarray(-80).every((sample) => Math.abs(sample) < 100)).toBe(true);
    expect(samples.subarray(0, 4).every((sample) => Math.abs(sample) < 1500)).toBe(true);
  });

  test('is loud but never clips', () => {
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32768;
    expect(peak).toBeGreaterThan(0.45);
    expect(peak).toBeLessThan(0.55);
  });

  test('climbs: each bell is heard once it is struck, and not before', () => {
    const heard = (from: number, to: number, pitch: number): boolean =>
      amplitudeAt(samples.subarray(from * 8000, to * 8000), pitch) > 0.05;
    expect([
      [heard(0, 0.1, 880), heard(0, 0.1, 1108.73), heard(0, 0.1, 1318.51)],
      [heard(0.11, 0.21, 1108.73), heard(0.11, 0.21, 1318.51)],
      [heard(0.22, 0.32, 1318.51)],
      [heard(0.33, 0.53, 1760)],
    ]).toEqual([[true, false, false], [true, false], [true], [true]]);
  });
});
