import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Rings } from '../../../../src-main/app/phones/rings';
import { checkCallBackAudio } from '../../../../src-main/audio/call-back-audio';
import { decodeMuLawBytes } from '../../../../src-main/audio/mu-law';

const ours = resolve(import.meta.dirname, '../../../../assets/rings');
const work = mkdtempSync(join(tmpdir(), 'rings-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const ringOf = (name: string, file: string): string =>
  `<Ring><DisplayName>${name}</DisplayName><FileName>${file}</FileName></Ring>`;
const listOf = (...rings: readonly string[]): string =>
  `<CiscoIPPhoneRingList>${rings.join('')}</CiscoIPPhoneRingList>`;

let folders = 0;
/** Rings where the user's folder has these files; null = there is no folder. */
function withFiles(files: Readonly<Record<string, string | Uint8Array>> | null) {
  folders += 1;
  const theirs = join(work, `TFTPPath${folders}`);
  if (files) mkdirSync(theirs);
  for (const [name, content] of Object.entries(files ?? {})) writeFileSync(join(theirs, name), content);
  const problems: string[] = [];
  const rings = new Rings({ ours, theirs, report: (problem) => problems.push(problem.replace(`${theirs}/`, '')) });
  return { rings, problems, theirs };
}

const warble = readFileSync(join(ours, 'warble.raw'));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
/** The sound in a WAV of mu-law, whose header has 58 bytes. */
const ringIn = (wav: string, length: number): string => base64(Buffer.from(wav, 'base64').subarray(58, 58 + length));

describe('our own rings', () => {
  test('are what their script makes, byte for byte', () => {
    const made = mkdtempSync(join(work, 'made-'));
    execFileSync(process.execPath, [join(ours, 'make-rings.mjs'), made]);
    for (const file of readdirSync(made))
      expect(readFileSync(join(made, file)).equals(readFileSync(join(ours, file)))).toBe(true);
    expect(readdirSync(made).sort()).toEqual(
      readdirSync(ours)
        .filter((file) => !file.endsWith('.mjs'))
        .sort(),
    );
  });

  const { rings, problems } = withFiles(null);
  test('are six at least, with names that fit, and no problem', () => {
    expect(rings.list().length).toBeGreaterThanOrEqual(6);
    expect(rings.list()[0]).toEqual({ name: 'Warble', file: 'warble.raw' });
    expect(problems).toEqual([]);
  });

  test.each(rings.list())('$name is what a 7960 plays, begins and ends at zero, and is loud enough', ({ file }) => {
    const bytes = readFileSync(join(ours, file));
    const samples = decodeMuLawBytes(bytes);
    expect(checkCallBackAudio(bytes)).toMatchObject({ ok: true });
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32768;
    expect(peak).toBeGreaterThan(0.35);
    expect(peak).toBeLessThan(0.45);
  });

  test('repeat after a pause of four seconds', () => {
    const { file, loop } = rings.of('warble.raw');
    const { wav, loopFrom } = loop('single');
    expect([file, loopFrom, Buffer.from(wav, 'base64').length]).toEqual(['warble.raw', 0, 58 + warble.length + 32_000]);
    expect(ringIn(wav, warble.length)).toBe(base64(warble));
  });
});

describe('a ring list of the user', () => {
  test('is offered beside ours; a ring of the same file name goes before ours', () => {
    const own = readFileSync(join(ours, 'wood.raw'));
    const { rings, problems } = withFiles({
      'RINGLIST.XML': listOf(ringOf('My Ring', 'mine.raw'), ringOf('My Warble', 'warble.raw')),
      'mine.raw': warble,
      'warble.raw': own,
    });
    expect(rings.list()[0]).toEqual({ name: 'My Warble', file: 'warble.raw' });
    expect(rings.list().at(-1)).toEqual({ name: 'My Ring', file: 'mine.raw' });
    expect(ringIn(rings.of('warble.raw').loop('single').wav, own.length)).toBe(base64(own));
    expect(problems).toEqual([]);
  });

  test('a ring that is chosen and gone is the usual one, and one that goes while the app runs is still there', () => {
    const { rings, theirs } = withFiles({ 'RINGLIST.XML': listOf(ringOf('My Ring', 'mine.raw')), 'mine.raw': warble });
    expect([rings.of('').file, rings.of('gone.raw').file]).toEqual(['warble.raw', 'warble.raw']);
    rmSync(theirs, { recursive: true });
    expect(ringIn(rings.of('mine.raw').loop('single').wav, warble.length)).toBe(base64(warble));
  });

  test.each([
    ['is no XML', '<CiscoIPPhoneRingList><Ring>', [/^RINGLIST\.XML: /]],
    ['is another file', '<phrases/>', [/the root element is not <CiscoIPPhoneRingList>/]],
    ['has a ring without a name', listOf(ringOf('', 'mine.raw')), [/ring mine\.raw has no <DisplayName>/]],
    ['has a ring without a file', listOf(ringOf('Mine', '')), [/ring Mine has no <FileName>/]],
    ['has a name that is too long', listOf(ringOf('A'.repeat(26), 'mine.raw')), [/more than 25 characters/]],
    ['names a file elsewhere', listOf(ringOf('Mine', '../mine.raw')), [/no plain file name: \.\.\/mine\.raw/]],
    ['names a file that is not there', listOf(ringOf('Mine', 'gone.raw')), [/gone\.raw: The ring Mine is missing/]],
    ['names a WAV file', listOf(ringOf('Mine', 'mine.wav')), [/The ring Mine is a WAV file/]],
    ['names silence', listOf(ringOf('Mine', 'silent.raw')), [/The ring Mine is silence/]],
    ['names a sound too long', listOf(ringOf('Mine', 'long.raw')), [/has 16320 samples; a phone plays 16080/]],
  ] as const)('that %s is told of, and our rings are there', (_name, list, causes) => {
    const { rings, problems } = withFiles({
      'RINGLIST.XML': list,
      'mine.raw': warble,
      'mine.wav': 'RIFF----WAVEfmt ',
      'silent.raw': new Uint8Array(480).fill(0xff),
      'long.raw': new Uint8Array(16_320).fill(0x80),
    });
    expect(rings.list()).toEqual(withFiles(null).rings.list());
    expect(problems).toEqual(causes.map((cause) => expect.stringMatching(cause)));
  });

  test('a ring that is not whole frames is told of and played all the same', () => {
    const cut = warble.subarray(0, 12_027);
    const { rings, problems } = withFiles({ 'RINGLIST.XML': listOf(ringOf('Mine', 'mine.raw')), 'mine.raw': cut });
    expect(rings.of('mine.raw').file).toBe('mine.raw');
    expect(ringIn(rings.once('mine.raw'), cut.length)).toBe(base64(cut));
    expect(problems).toEqual([expect.stringMatching(/a phone needs a multiple of 240/)]);
  });

  test('of more than fifty is cut there', () => {
    const { rings, problems, theirs } = withFiles({
      'RINGLIST.XML': listOf(...Array.from({ length: 51 }, (_, at) => ringOf(`Ring ${at}`, `ring${at}.raw`))),
    });
    for (let at = 0; at < 51; at++) copyFileSync(join(ours, 'warble.raw'), join(theirs, `ring${at}.raw`));
    expect(rings.list()).toHaveLength(50);
    expect(problems).toEqual([expect.stringMatching(/51 rings, of which a phone takes the first 50/)]);
  });
});
