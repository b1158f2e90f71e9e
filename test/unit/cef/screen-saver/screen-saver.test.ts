import { expect, test } from 'vitest';
import type { Screen, Why } from '../../../../src-main/cef/call-back-handler/events';
import { Dictionaries } from '../../../../src-main/cef/screen-saver/dictionaries';
import { ScreenSaver } from '../../../../src-main/cef/screen-saver/screen-saver';
import { readDictionaryFiles } from '../../../../src-main/cef-host/read-dictionaries';
import { parseXsiObject } from '../../../../src-main/xsi/objects/parse';

const files = readDictionaryFiles('assets/dictionaries', 'call-back-dictionary.xml');
const english = 'English_United_States';

const read = (screen: Screen, locale = english, more: typeof files = []) => {
  const problems: string[] = [];
  const saver = new ScreenSaver(Dictionaries.read([...files, ...more], (problem) => problems.push(problem)));
  const xml = saver.build(screen, locale);
  const object = parseXsiObject(xml);
  if (object.kind !== 'CiscoIPPhoneText') throw new Error(`${object.kind} of ${xml}`);
  return {
    ...object,
    keys: object.softkeys.map((key) => `${key.position} ${key.name} ${key.url}`),
    bytes: bytesOf(xml),
    problems,
  };
};

/** In the character set of the phone's locale, as a 7960 expects it: two bytes for a character of Chinese or Japanese, else one. */
const bytesOf = (xml: string): number => xml.length + (xml.match(/[\u2e80-\uffef]/g)?.length ?? 0);

const EXIT = '3 Exit SoftKey:Exit';
const since = new Date(2026, 10, 22, 14, 5).getTime();

test.each([
  [
    { id: 'activated', xxxx: '1002', transaction: 7 },
    'Call Back is activated on 1002. Press Cancel to deactivate. Press Exit to quit this screen.',
    ['2 Cancel UserData:2552:7.Cancel', EXIT],
  ],
  [
    { id: 'available', xxxx: '1002', since, transaction: 7 },
    '1002 has become available Time 14:05 11/22/26. Press Dial to Call. Press Exit to quit this screen.',
    ['1 Dial UserData:2552:7.Dial', '2 Cancel UserData:2552:7.Cancel', EXIT],
  ],
  [
    { id: 'alreadyActive', xxxx: '1002', yyyy: '1003', transaction: 8 },
    'CallBack is already active on 1002. Press OK to activate on 1003. Press Exit to quit this screen.',
    ['1 OK UserData:2552:8.OK', EXIT],
  ],
  [
    { id: 'cannotInvoke', xxxx: '1002' },
    'Call Back cannot be invoked for extension 1002. Press Exit to quit this screen.',
    [EXIT],
  ],
  [{ id: 'cannotActivate', xxxx: '1009' }, 'CallBack cannot be activated for 1009.', [EXIT]],
  [{ id: 'notActive' }, 'Call Back is not active. Press Exit to quit this screen.', [EXIT]],
] as const)('%j reads as the chapter writes it', (screen, text, keys) => {
  const shown = read(screen);
  expect([shown.text, shown.keys]).toEqual([text, keys]);
  // An object pushed over CTI may have 512 bytes.
  expect(shown.bytes).toBeLessThanOrEqual(512);
});

/** The longest that each screen can be: five digits, two-digit places, three hours. */
const WHYS = Object.keys({
  available: 0,
  talking: 0,
  held: 0,
  doNotDisturb: 0,
  ringing: 0,
  offline: 0,
  notLifted: 0,
  justFree: 0,
  callerBusy: 0,
  unknown: 0,
} satisfies Record<Why, 0>) as Why[];
const about = { xxxx: '10021', transaction: 99_999 };
const LONGEST: readonly Screen[] = [
  { id: 'activated', ...about },
  { id: 'available', ...about, since },
  { id: 'alreadyActive', ...about, yyyy: '10031' },
  { id: 'cannotInvoke', ...about },
  { id: 'cannotActivate', ...about },
  { id: 'expired', ...about },
  ...WHYS.map((why): Screen => ({ id: 'request', ...about, place: 10, count: 10, why, minutes: 179 })),
  { id: 'requestTimes', ...about, count: 10, activatedAt: since, minutesLeft: 180, missedAt: since },
];

test.each(files.map(({ locale }) => locale))(
  'no screen of %s is longer than the 512 bytes that CTI carries',
  (locale) => {
    expect(LONGEST.map((screen) => [screen.id, read(screen, locale).bytes]).filter(([, b]) => Number(b) > 512)).toEqual(
      [],
    );
  },
);

test('another locale: its words, its order of the date, English where it has none', () => {
  const xml = `<phrases><phrase i="available" t="xxxx ist frei (&lt;dd.mm.yyyy, hh:mm&gt;)."/><phrase i="key.Dial" t="Wählen"/></phrases>`;
  const german = read({ id: 'available', xxxx: '1002', since, transaction: 7 }, 'German_Germany', [
    { locale: 'German_Germany', xml },
  ]);
  expect([german.text, german.keys.map((key) => key.split(' ')[1])]).toEqual([
    '1002 ist frei (22.11.2026, 14:05).',
    ['Wählen', 'Cancel', 'Exit'],
  ]);
});

test('a broken locale is reported and skipped', () => {
  const shown = read({ id: 'notActive' }, 'Broken', [{ locale: 'Broken', xml: '<phrases><phrase' }]);
  expect(shown.text).toBe('Call Back is not active. Press Exit to quit this screen.');
  expect(shown.problems).toEqual([expect.stringContaining('dictionary of Broken skipped')]);
});

test('English itself must be whole', () => {
  expect(() =>
    Dictionaries.read([{ locale: english, xml: '<phrases><phrase i="title" t="CallBack"/></phrases>' }], () => {}),
  ).toThrow('lacks: prompt, activated');
});
