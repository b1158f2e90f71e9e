import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HELP, readOptions, SWITCHES_WITH_VALUE } from '../../../src-main/app/options';

const NONE = { help: false, screenshotFolder: null, guidedDemo: false, demo: false, recordFile: null, rescue: null };

test.each([
  [[], NONE],
  [['--help'], { ...NONE, help: true }],
  [['--guided-demo'], { ...NONE, guidedDemo: true, demo: true }],
  [['--demo', '--record', 'a/story.jsonl'], { ...NONE, demo: true, recordFile: resolve('a/story.jsonl') }],
  [
    ['--rescue-database=backup', '--screenshot=pictures'],
    { ...NONE, rescue: 'backup', screenshotFolder: resolve('pictures') },
  ],
])('%j', (words, options) => {
  expect(readOptions(['electron', '.', ...words])).toEqual(options);
});

test('the help names every switch that takes a value, in lines that fit a terminal', () => {
  expect(SWITCHES_WITH_VALUE.filter((name) => !HELP.includes(`  ${name} `))).toEqual([]);
  expect(HELP.split('\n').filter((line) => line.length > 100)).toEqual([]);
});

test.each([
  [['--record'], '--record needs a file: npm start -- --record FILE'],
  [['--screenshot', '--demo'], '--screenshot needs a folder: npm start -- --screenshot DIR'],
  [['--rescue-database', 'please'], '--rescue-database please is none of backup, new and quit'],
])('%j is refused in words', (words, complaint) => {
  expect(() => readOptions(['electron', '.', ...words])).toThrow(complaint);
});
