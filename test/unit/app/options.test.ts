import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions, WrongUsage } from '../../../src-main/app/options';
import { HELP, SWITCHES_WITH_VALUE } from '../../../src-main/command-line/command-line.mjs';

const NONE = {
  help: false,
  version: false,
  quiet: false,
  screenshotFolder: null,
  phoneWeb: false,
  guidedDemo: false,
  demo: false,
  recordFile: null,
  controlPort: null,
  accountFile: null,
  acceptAccount: false,
  rescue: null,
};

test.each([
  [[], NONE],
  [['--help'], { ...NONE, help: true }],
  [['--version', '--quiet'], { ...NONE, version: true, quiet: true }],
  [['--record=a=b.jsonl'], { ...NONE, recordFile: resolve('a=b.jsonl') }],
  // A file may be called as it likes, and a number is none of ours.
  [['--record', '-story', 'tel:1002', '--demo'], { ...NONE, recordFile: resolve('-story'), demo: true }],
  [['--control'], { ...NONE, controlPort: 0 }],
  [['--control=8123', '--demo'], { ...NONE, controlPort: 8123, demo: true }],
  [['--account', 'a.json', '--accept-account'], { ...NONE, accountFile: resolve('a.json'), acceptAccount: true }],
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
  [['--record='], '--record needs a file: npm start -- --record FILE'],
  [['--screenshot', '--demo'], '--screenshot needs a folder: npm start -- --screenshot DIR'],
  [['--account'], '--account needs a file: npm start -- --account FILE'],
  [['--accept-account'], '--accept-account needs --account FILE beside it'],
  [
    ['--account=a.json', '--accept-account', '--demo'],
    '--accept-account connects your phone system and --demo the demo cluster: leave one of them out',
  ],
  [['--rescue-database', 'please'], '--rescue-database please is none of backup, new and quit'],
  [['--user-data-dir', 'mine'], '--user-data-dir needs a folder: --user-data-dir=DIR'],
  [['--user-data-dir='], '--user-data-dir needs a folder: --user-data-dir=DIR'],
  [['--control=eighty'], '--control takes a port: --control=8123'],
  [['--control=65536'], '--control takes a port: --control=8123'],
  [['--control='], '--control takes a port: --control=8123'],
  [['--demo=yes'], '--demo takes no value'],
  [['--dmeo'], '--dmeo is no option: did you mean --demo? (--help lists them)'],
  [['--guided'], '--guided is no option: did you mean --guided-demo? (--help lists them)'],
  [['--scrennshot=pictures'], '--scrennshot is no option: did you mean --screenshot? (--help lists them)'],
  // Chromium has switches that begin so.
  [['--use-data-dir=mine'], '--use-data-dir is no option: did you mean --user-data-dir? (--help lists them)'],
  [['--no-such-thing'], '--no-such-thing is no option (--help lists them)'],
  [['-x'], '-x is no option (--help lists them)'],
  [['--'.padEnd(40, 'z')], `${'--'.padEnd(40, 'z')} is no option (--help lists them)`],
])('%j is refused in words', (words, complaint) => {
  expect(() => readOptions(['electron', '.', ...words])).toThrow(new WrongUsage(complaint));
});

// What users, desktops, updaters and drivers such as Playwright pass for Chromium, Electron and Node.
test.each([
  ['--no-sandbox'],
  ['--ozone-platform=wayland'],
  ['--ozone-platform-hint=auto'],
  ['--enable-features=WaylandWindowDecorations,WebRTCPipeWireCapturer'],
  ['--disable-gpu'],
  ['--remote-debugging-port=0'],
  ['--remote-debugging-pipe'],
  ['--inspect=0'],
  ['--inspect-brk'],
  ['-r'],
  ['--require=/somewhere/loader.js'],
  ['--user-data-dir=/somewhere'],
  ['--js-flags=--expose-gc'],
  ['--enable-precise-memory-info'],
  ['--force-device-scale-factor=2'],
  ['--lang=de'],
  ['--proxy-server=http://proxy:8080'],
  ['--password-store=basic'],
  ['--autoplay-policy=no-user-gesture-required'],
  ['--use-fake-device-for-media-stream'],
  ['--log-level=0'],
  ['--v=1'],
  ['--updated'],
  ['--squirrel-firstrun'],
  ['--original-process-start-time=13345'],
  ['-psn_0_12345'],
])('%s goes on to them', (word) => {
  expect(readOptions(['electron', word, '.', word])).toEqual(NONE);
});

test('every option that the help has is one', () => {
  const named = [...HELP.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name as string);
  expect(named).toContain('--quiet');
  for (const name of named) expect(() => readOptions([`${name}s`])).toThrow(`did you mean ${name}?`);
});
