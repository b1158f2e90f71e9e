import { describe, expect, test } from 'vitest';
import {
  charactersOf,
  FONT,
  fitText,
  glyphOf,
  measureText,
} from '../../../../../src-renderer/face/lcd/font/measure.ts';
import { parseGlyphs } from '../../../../../src-renderer/face/lcd/font/parse-glyphs.ts';
import { loadScriptsOf } from '../../../../../src-renderer/face/lcd/font/scripts/load-scripts.ts';
import { ICONS } from '../../../../../src-renderer/face/lcd/icons.ts';

const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

const inkedRows = (character: string) =>
  glyphOf(character).base.rows.flatMap((row, index) => (row.includes(true) ? [index] : []));

describe('the typeface', () => {
  test('has every printable character of ASCII, each a shape of its own', () => {
    expect(PRINTABLE.filter((character) => !FONT.has(character))).toEqual([]);
    const shapes = PRINTABLE.map((character) => JSON.stringify(FONT.get(character)));
    const same = PRINTABLE.filter((_, index) => shapes.indexOf(shapes[index] ?? '') !== index);
    expect(same).toEqual([]);
  });

  test('has capitals and digits seven rows high, small letters five, and descenders below the line', () => {
    for (const capital of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      expect([capital, inkedRows(capital)]).toEqual([capital, [1, 2, 3, 4, 5, 6, 7]]);
    }
    for (const small of 'acemnorsuvwxz') expect([small, inkedRows(small)]).toEqual([small, [3, 4, 5, 6, 7]]);
    for (const deep of 'gjpqy') expect(inkedRows(deep).at(-1)).toBe(9);
  });

  test('puts letters with accents together, written in one character or in two', () => {
    expect(measureText('Rückruf')).toBe(measureText('Ruckruf'));
    expect(charactersOf('Ru\u0308ckruf')).toEqual([...'Rückruf']);
    expect(glyphOf('ü').dots).toEqual([
      { x: 0, y: 1 },
      { x: 2, y: 1 },
    ]);
    for (const letter of 'äöüÄÖÜéèêñçåšžőÅÉ') expect(glyphOf(letter).dots).not.toEqual([]);
  });

  test('draws a box for what it does not know', () => {
    for (const unknown of ['🦉', '\u0007', 'ก']) expect(glyphOf(unknown).base).toBe(FONT.get('missing'));
  });

  test('draws a box for a script that is not loaded yet, and its glyph afterwards', async () => {
    expect(glyphOf('日').base).toBe(FONT.get('missing'));
    await loadScriptsOf('日');
    expect(inkedRows('日')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(loadScriptsOf('日本')).toBeNull();
  });

  test('has Cyrillic letters as high as those of Latin', () => {
    for (const capital of 'АБВГЕЖЗИКЛМНОПРСТУФХЧШЪЫЬЭЮЯ')
      expect([capital, inkedRows(capital)]).toEqual([capital, [1, 2, 3, 4, 5, 6, 7]]);
    for (const small of 'авгежзиклмнопстхчшъыьэюя') expect([small, inkedRows(small)]).toEqual([small, [3, 4, 5, 6, 7]]);
    expect(measureText('Ёё')).toBe(measureText('Ее'));
  });

  test.each([...'ÀÁÂÃÄÅÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜÑŃŚŹŻČŠŽŐŰЁЙ'])(
    'leaves a row free between the capital %s and its accent',
    (capital) => {
      const { dots } = glyphOf(capital);
      const lowest = Math.max(...dots.map(({ y }) => y));
      expect(dots.length).toBeGreaterThan(0);
      // Nothing is higher than the row that parts two rows of text.
      expect(Math.min(...dots.map(({ y }) => y))).toBe(-1);
      expect(inkedRows(capital)[0]).toBe(lowest + 2);
      expect(inkedRows(capital).at(-1)).toBe(7);
    },
  );

  test('refuses a table with a crooked glyph', () => {
    expect(() => parseGlyphs('A\n##\n#.')).toThrow('Glyph "A"');
  });

  test('has an icon for each state of a call', () => {
    const wanted = [
      'offHook',
      'ringOut',
      'ringIn',
      'connected',
      'hold',
      'busy',
      'onHook',
      'cursor',
      'scrollUp',
      'scrollDown',
    ];
    expect(wanted.filter((name) => !ICONS.has(name))).toEqual([]);
  });
});

describe('the width of a text', () => {
  test('is the glyphs and one pixel between two of them', () => {
    expect([measureText(''), measureText('A'), measureText('AA'), measureText('1')]).toEqual([0, 4, 9, 3]);
  });

  test('lets the sentences of the chapter that must fit one row of 133 pixels fit it', () => {
    for (const sentence of [
      'Call Back is activated on 2002.',
      'Press Cancel to deactivate.',
      '2002 has become available',
    ]) {
      expect(measureText(sentence)).toBeLessThanOrEqual(133);
    }
  });

  test('is kept by cutting off the end, and saying so', () => {
    expect(fitText('CallBack', 48)).toBe('CallBack');
    const cut = fitText('From Carol with a long name', 80);
    expect(cut.endsWith('…')).toBe(true);
    expect(measureText(cut)).toBeLessThanOrEqual(80);
    expect(fitText('anything', 0)).toBe('…');
  });
});
