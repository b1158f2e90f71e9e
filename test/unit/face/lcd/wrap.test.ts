import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { visibleRows } from '../../../../src-renderer/face/lcd/draw-services.ts';
import { measureText } from '../../../../src-renderer/face/lcd/font/measure.ts';
import { loadScriptsOf } from '../../../../src-renderer/face/lcd/font/scripts/load-scripts.ts';
import { wrapText } from '../../../../src-renderer/face/lcd/wrap.ts';

const WIDTH = 133;

/** The eight messages of the chapter, with the numbers filled in. */
const SCREENS = [
  'Call Back is activated on 1002. Press Cancel to deactivate. Press Exit to quit this screen.',
  '1002 has become available Time 14:05 11/22/26. Press Dial to Call. Press Exit to quit this screen.',
  'Call Back cannot be invoked for extension 1002. Press Exit to quit this screen.',
  'Call Back is not active. Press Exit to quit this screen.',
  'CallBack is already active on 1002. Press OK to activate on 1003. Press Exit to quit this screen.',
  'CallBack cannot be activated for 1002.',
  'Service not available.',
  'Call Back Service Failure.',
];

const plane = (text: string, scrolledRows: number) => ({ kind: 'services', title: '', text, scrolledRows }) as const;

describe('the wrapping of a text', () => {
  test.each(SCREENS)('shows "%s" whole, without scrolling', (screen) => {
    const rows = wrapText(screen, WIDTH);
    expect(rows.join(' ')).toBe(screen);
    expect(rows.every((row) => measureText(row) <= WIDTH)).toBe(true);
    expect(visibleRows(plane(screen, 0))).toEqual({ rows, above: false, below: false });
  });

  test('begins a new row for each line break, and keeps an empty one', () => {
    expect(wrapText('one\r\ntwo\n\nthree', WIDTH)).toEqual(['one', 'two', '', 'three']);
  });

  test('cuts a word that is wider than a row', () => {
    const rows = wrapText(`a ${'w'.repeat(50)} b`, WIDTH);
    expect(rows.join('').replaceAll(' ', '')).toBe(`a${'w'.repeat(50)}b`);
    expect(rows.every((row) => measureText(row) <= WIDTH)).toBe(true);
  });

  test('never loses a character, and never makes a row too wide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
        const rows = wrapText(text, width);
        const bare = (some: string) => some.normalize('NFC').replace(/[ \t\r\n]/g, '');
        expect(bare(rows.join(''))).toBe(bare(text));
        expect(rows.every((row) => measureText(row) <= width)).toBe(true);
      }),
    );
  });
});

describe('the wrapping of scripts that have no spaces', () => {
  beforeAll(() => loadScriptsOf('漢'));

  test('ends a row between any two characters, but begins none with a closing mark, nor ends one with an opening mark', () => {
    expect(wrapText('一二三四五六七八九十一、二', WIDTH)).toEqual(['一二三四五六七八九十', '一、二']);
    expect(wrapText('一二三四五六七八九十「一」', WIDTH)).toEqual(['一二三四五六七八九十', '「一」']);
    expect(wrapText('一二三四五六七八九十チャ', WIDTH)).toEqual(['一二三四五六七八九十', 'チャ']);
  });

  test('keeps a number whole', () => {
    expect(wrapText('一二三四五六七八九十1002一', WIDTH)).toEqual(['一二三四五六七八九十', '1002一']);
  });

  test('has room for four rows, for their characters are higher; a row of Latin among them stays as low as it is', () => {
    const rows = (text: string) => visibleRows(plane(text, 0)).rows.length;
    expect([rows('一\n二\n三\n四\n五'), rows('1\n2\n3\n4\n5'), rows('一\n2\n3\n4\n5')]).toEqual([4, 5, 4]);
    expect(visibleRows({ ...plane('一\n二\n三\n四\n五', 9) })).toEqual({
      rows: ['二', '三', '四', '五'],
      above: true,
      below: false,
    });
  });
});

describe('the wrapping of Arabic', () => {
  test('ends a row between words', async () => {
    await loadScriptsOf('ا');
    const text = 'معاودة الاتصال مفعلة بالفعل للرقم 1002.';
    const rows = wrapText(text, WIDTH);
    expect(rows.join(' ')).toBe(text);
    expect(rows.length).toBe(2);
  });
});

describe('scrolling', () => {
  const seven = '1\n2\n3\n4\n5\n6\n7';

  test.each([
    { asked: 0, rows: ['1', '2', '3', '4', '5'], above: false, below: true },
    { asked: 1, rows: ['2', '3', '4', '5', '6'], above: true, below: true },
    { asked: 2, rows: ['3', '4', '5', '6', '7'], above: true, below: false },
    { asked: 99, rows: ['3', '4', '5', '6', '7'], above: true, below: false },
    { asked: -3, rows: ['1', '2', '3', '4', '5'], above: false, below: true },
  ])('by $asked rows stays within what there is', ({ asked, ...seen }) => {
    expect(visibleRows(plane(seven, asked))).toEqual(seen);
  });
});
