import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const icons = resolve(import.meta.dirname, '../../../assets/icons');
const made = mkdtempSync(join(tmpdir(), 'icons-'));
afterAll(() => rmSync(made, { recursive: true, force: true }));

const files = ['icon.ico', 'icon.icns', ...readdirSync(join(icons, 'png')).map((file) => join('png', file))];
/** Width and height of a PNG, from its first chunk. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

test('the icons are what their script makes of the drawing, byte for byte', () => {
  execFileSync(process.execPath, [join(icons, 'make-icons.mjs'), made]);
  for (const file of files)
    expect(readFileSync(join(made, file)).equals(readFileSync(join(icons, file))), file).toBe(true);
});

test('each picture has the size that its name says', () => {
  for (const file of readdirSync(join(icons, 'png')))
    expect(`${sizeOf(readFileSync(join(icons, 'png', file)))}.png`).toBe(file);
});

test('the icon for Windows holds pictures up to 256 pixels, each where its directory says', () => {
  const ico = readFileSync(join(icons, 'icon.ico'));
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
    const entry = 6 + 16 * at;
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    return sizeOf(ico.subarray(offset, offset + length));
  });
  expect(sizes).toEqual(['16x16', '24x24', '32x32', '48x48', '64x64', '128x128', '256x256']);
});

test('the icon for macOS is whole blocks, up to 1024 pixels', () => {
  const icns = readFileSync(join(icons, 'icon.icns'));
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const blocks: string[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    blocks.push(`${icns.toString('latin1', at, at + 4)} ${sizeOf(icns.subarray(at + 8))}`);
  expect(blocks).toContain('ic10 1024x1024');
  expect(blocks).toHaveLength(11);
});
