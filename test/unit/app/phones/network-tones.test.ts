import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { networkLocaleOf, networkTones } from '../../../../src-main/app/phones/network-tones';
import { PhoneSounds } from '../../../../src-main/app/phones/phone-sounds';

const folder = mkdtempSync(join(tmpdir(), 'tones-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(resolve(import.meta.dirname, '../../../../assets/tones'), folder, { recursive: true });
writeFileSync(join(folder, 'Broken.json'), '{ "source": "nobody", "tones": { "dial": [] } }');
writeFileSync(join(folder, 'Torn.json'), '{ "source": ');

test.each([
  ['German_Germany', 'Germany'],
  ['English_United_States', 'United_States'],
  ['Russian_Russian_Federation', 'Russian_Federation'],
])('%s is spoken in %s', (userLocale, networkLocale) => {
  expect(networkLocaleOf(userLocale)).toBe(networkLocale);
});

test('tones that cannot be used are told once, and the phones sound as in the United States', () => {
  const problems: string[] = [];
  const tonesOf = networkTones(folder, (problem) => problems.push(problem));
  const used = ['Germany', 'Broken', 'Broken', 'Torn', '../Germany', 'Atlantis'].map(
    (locale) => tonesOf(locale).locale,
  );
  // A path leads nowhere but to the file of that name.
  expect(used).toEqual(['Germany', 'United_States', 'United_States', 'United_States', '../Germany', 'United_States']);
  expect(problems.map((problem) => problem.replace(/: .*[/\\]/, ': '))).toEqual([
    expect.stringMatching(/^network locale Broken not used, .* Broken\.json: tones\.dial: a tone without a frequency/),
    expect.stringMatching(/^network locale Torn not used, .* Torn\.json: the file: /),
    expect.stringMatching(/^network locale Atlantis not used, .*Atlantis\.json'$/),
  ]);
});

test('a sound is sent once, before it is named, and again to a line page that is new', () => {
  const sent: string[] = [];
  const sounds = new PhoneSounds({
    tonesOf: networkTones(folder, () => {}),
    rings: { of: (file) => ({ file: file || 'usual.raw', loop: () => ({ wav: '', loopFrom: 0 }) }) },
    send: (command) => command.kind === 'loadTones' && sent.push(...Object.keys(command.tones)),
  });
  const germany = { networkLocale: 'Germany', ringType: '' };
  const france = { networkLocale: 'France', ringType: 'gong.raw' };
  const heard = (): readonly string[] => [
    sounds.soundOf(germany, 'busy'),
    sounds.soundOf(france, 'busy'),
    sounds.soundOf(germany, 'busy'),
    sounds.soundOf(germany, 'ring'),
    sounds.soundOf(france, 'ring'),
    sounds.soundOf(france, 'ringOutside'),
  ];
  const rings = ['ring/usual.raw', 'ring/gong.raw', 'ringOutside/gong.raw'];
  expect(heard()).toEqual(['Germany/busy', 'France/busy', 'Germany/busy', ...rings]);
  expect(sent).toEqual(['Germany/busy', 'France/busy', ...rings]);
  sounds.forget();
  heard();
  expect(sent).toHaveLength(10);
});
