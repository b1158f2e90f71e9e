import { expect, test } from 'vitest';
import { readPhoneDictionary } from '../../../src-main/app/phones/read-assets';
import { HELP_IDS, PAGES } from '../../../src-main/phone/help';
import { buildXsiObject } from '../../../src-main/xsi/objects/build';
import { PhoneDriver } from './phone-driver';

const words = readPhoneDictionary('assets/dictionaries', 'English_United_States');
const info = { kind: 'info' } as const;

const shown = (phone: PhoneDriver): string | null => {
  const { plane } = phone.snapshot.display;
  return plane.kind === 'services' ? plane.text : null;
};

test('everything that can be asked for is explained', () => {
  expect(HELP_IDS.filter((id) => !words.get(id))).toEqual([]);
});

test('i and a softkey: the key is explained and not obeyed; Exit leads back', () => {
  const phone = PhoneDriver.registered().key(info);
  expect(phone.face.prompt).toBe('Press a key for its help');
  phone.softkey('CallBack');
  expect([shown(phone), phone.done()]).toEqual([words.get('help.CallBack'), []]);
  expect(shown(phone.softkey('Exit'))).toBeNull();
});

test('i and a hard key, and i again for what is shown', () => {
  const asked = (): PhoneDriver => PhoneDriver.registered().key(info);
  expect([
    shown(asked().key({ kind: 'speaker' })),
    shown(PhoneDriver.registered().rings('in-1', '1003').key(info).key({ kind: 'softkey', position: 4 })),
    shown(asked().key(info)),
    shown(PhoneDriver.registered().rings('in-1', '1003').key(info).key(info)),
  ]).toEqual(['help.key.speaker', 'help.nothing', 'help.page.idle', 'help.page.call'].map((id) => words.get(id)));
});

test('a key long after i is only a key', () => {
  const phone = PhoneDriver.registered().key(info).waits(10_001).key({ kind: 'speaker' });
  expect([shown(phone), phone.face.hook]).toEqual([null, 'speaker']);
});

test.each(PAGES)('the page %s is explained, its keys too, and is there again after it', (appId) => {
  const xml = buildXsiObject({
    kind: 'CiscoIPPhoneText',
    appId,
    title: 'CallBack',
    prompt: 'Your current options',
    text: 'its text',
    softkeys: [{ name: 'Dial', url: 'UserCallData:2552:0:0:1:Dial', position: 1 }],
  });
  const phone = PhoneDriver.registered().input({ kind: 'xsi', xml }).key(info).key(info);
  expect(shown(phone)).toBe(words.get(`help.page.${appId}`));
  expect(shown(phone.softkey('Exit').key(info).softkey('Dial'))).toBe(words.get('help.answer.Dial'));
  expect(shown(phone.softkey('Exit'))).toBe('its text');
});
