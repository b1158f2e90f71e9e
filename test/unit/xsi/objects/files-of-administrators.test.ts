import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileIn } from '../../../../src-main/base/file-in';
import { parseDictionary } from '../../../../src-main/xsi/objects/dictionary';
import { parseRingList } from '../../../../src-main/xsi/objects/ring-list';

const RING = '<Ring><DisplayName>Mine</DisplayName><FileName>mine.raw</FileName></Ring>';

test.each([
  ['with a mark', `\ufeff<CiscoIPPhoneRingList>${RING}</CiscoIPPhoneRingList>`],
  ['as the guide of CUCM 9 has it', `<CiscoIPPhoneRinglist>${RING}</CiscoIPPhoneRinglist>`],
  ['in other letters', `\r\n<CISCOIPPHONERINGLIST>${RING.toLowerCase()}</CISCOIPPHONERINGLIST>`],
])('a ring list %s', (_what, xml) => {
  expect(parseRingList(xml, () => {}).map(({ file }) => file)).toEqual(['mine.raw']);
});

test('a dictionary with a mark, of which one phrase is broken', () => {
  const xml =
    '\ufeff<?xml version="1.0" encoding="utf-8"?><Phrases><phrase i="a" t="A"/><phrase t="B"/><Phrase i="c" t=""/></Phrases>';
  expect([...parseDictionary(xml)]).toEqual([
    ['a', 'A'],
    ['c', ''],
  ]);
});

test('a file is found in whatever letters its name is written, the one that is asked for first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'callback-phone-letters-'));
  try {
    writeFileSync(join(folder, 'Ringlist.xml'), '');
    expect(fileIn(folder, 'RINGLIST.XML')).toBe(join(folder, 'Ringlist.xml'));
    expect(fileIn(folder, 'other')).toBe(join(folder, 'other'));
    expect(fileIn(join(folder, 'nowhere'), 'other')).toBe(join(folder, 'nowhere', 'other'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
