import { describe, expect, test } from 'vitest';
import { textOfBytes } from '../../../src-main/base/text-of-bytes';

const TEXT = '<?xml version="1.0"?><a>Bücher</a>';
const declared = (encoding: string): string => TEXT.replace('"1.0"', `"1.0" encoding="${encoding}"`);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('The text of a file is what its bytes say', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), TEXT],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['ISO-8859-1 that is declared', latin(declared('ISO-8859-1')), declared('ISO-8859-1')],
    ['ISO-8859-1 of which nobody says so', latin(TEXT), TEXT],
    ['ISO-8859-1 that is said to be UTF-8', latin(declared('utf-8')), declared('utf-8')],
    ['UTF-8 that is said to be UTF-16', Buffer.from(declared('utf-16')), declared('utf-16')],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), TEXT],
    ['UTF-16 without it', Buffer.from(TEXT, 'utf16le'), TEXT],
    ['an encoding that nobody knows', Buffer.from(declared('klingon')), declared('klingon')],
    ['nothing', new Uint8Array(), ''],
  ])('%s', (_what, bytes, text) => {
    expect(textOfBytes(bytes)).toBe(text);
  });

  test('unless whoever sends it says it, and it can be', () => {
    expect(textOfBytes(Buffer.from([0xcf, 0xf0, 0xe8]), 'windows-1251')).toBe('При');
    expect(textOfBytes(latin('Bücher'), 'utf-8')).toBe('Bücher');
  });
});
