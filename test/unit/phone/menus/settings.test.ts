import { expect, test } from 'vitest';
import { PhoneDriver, withFeatures } from '../phone-driver';
import { down, listed, restarted, settings, text, withRings } from './menu-driver';

test('the settings, each with what it is set to', () => {
  expect(listed(settings(PhoneDriver.registered()))).toEqual([
    'SETTINGS',
    '> 1 Contrast 5',
    '2 Ring Type',
    '3 Volume',
    '4 Call Preferences',
    '5 Casing Dark',
    '6 Network Configuration',
    '7 Phone Information',
    '8 Status Messages',
  ]);
});

test('contrast changes at once, is kept by Save, and taken back by Cancel', () => {
  const phone = settings(PhoneDriver.registered()).dials('1').softkey('Up').softkey('Up');
  expect([phone.face, phone.snapshot.appearance.contrast]).toMatchObject([
    { softkeys: 'Up | Down | Save | Cancel' },
    7,
  ]);
  expect(listed(phone)).toEqual(['Contrast', 'Contrast 7 / 10']);
  phone.softkey('Save');
  expect(restarted(phone).snapshot.appearance.contrast).toBe(7);
  down(phone.dials('1')).softkey('Cancel');
  expect(phone.memory.settings.contrast).toBe(7);
});

test('a ring type is heard before and when it is chosen, and kept', () => {
  const phone = settings(withRings()).dials('2');
  expect(listed(phone)).toEqual(['Ring Type', '> 1 Old Bell *', '2 Gong']);
  down(phone).softkey('Play');
  expect([phone.done(), phone.memory.settings.ringType]).toEqual([[{ kind: 'tryRing', file: 'gong.raw' }], '']);
  phone.softkey('Select');
  expect([listed(phone), phone.done()]).toEqual([
    ['Ring Type', '1 Old Bell', '> 2 Gong *'],
    [{ kind: 'tryRing', file: 'gong.raw' }],
  ]);
  expect(phone.memory.settings.ringType).toBe('gong.raw');
});

test('volumes are saved for the next start', () => {
  const phone = settings(PhoneDriver.registered()).dials('3').dials('1').softkey('Up').softkey('Save');
  phone.dials('2').softkey('Down').softkey('Save').key({ kind: 'settings' }).key({ kind: 'volume', direction: 'up' });
  expect(phone.snapshot.volume).toEqual({ ringer: 8, voice: 5 });
  expect(restarted(phone).snapshot.volume).toEqual({ ringer: 7, voice: 5 });
});

test.each<[string, string, string, object]>([
  ['auto answer', '41', '2', { autoAnswer: 'speaker' }],
  ['the intercom', '42', '3', { intercom: 'open' }],
  ['what answers', '43', '2', { handsFree: 'headset' }],
  ['call waiting', '44', '2', { callWaiting: false }],
  ['the casing', '5', '2', { casing: 'light' }],
])('%s is chosen and kept', (_name, path, digit, chosen) => {
  const phone = settings(PhoneDriver.registered()).dials(path).dials(digit);
  expect(phone.face.prompt).toBe('Setting saved');
  expect(phone.memory.settings).toMatchObject(chosen);
});

test('network, phone information and status messages are pages to read', () => {
  const phone = PhoneDriver.registered({ name: 'SEP00000000ABCD' }).input({
    kind: 'information',
    information: {
      model: 'Cisco IP Phone 7960',
      load: '0.1.0',
      platform: 'Electron 33.2.1',
      locale: 'English United States',
      servers: { '1001': 'ws://127.0.0.1:5066' },
    },
  });
  phone.hears({ kind: 'registration', state: 'unregistered', status: 403 });
  settings(phone);
  const page = (digit: string): string => {
    const shown = text(phone.dials(digit));
    phone.softkey('Exit');
    return shown;
  };
  expect(['6', '7', '8'].map(page)).toEqual([
    'Network Configuration\nLine: 1001\nServer: ws://127.0.0.1:5066\nRegistration Rejected (403)',
    'Phone Information\nModel: Cisco IP Phone 7960\nMAC Address: 00000000ABCD\nLoad: 0.1.0\nElectron 33.2.1\nLocale: English United States',
    'Status Messages\n14:05 11/22/26 1001: Rejected (403)\n14:05 11/22/26 1001: Registered',
  ]);
});

test('the forwards of the line, as CallManager has them: changed in one form', () => {
  const phone = settings(withFeatures({ forwardBusy: '1003' })).dials('5');
  expect(phone.snapshot.display.plane).toMatchObject({
    title: 'Call Forward',
    fields: [
      { label: 'All calls', value: '' },
      { label: 'Busy', value: '1003' },
      { label: 'No answer', value: '' },
      { label: 'Ring time (s)', value: '12' },
    ],
  });
  down(down(phone.dials('1002'))).dials('1004');
  phone.softkey('Save');
  expect([phone.done(), phone.face.prompt]).toEqual([
    [
      {
        kind: 'setForwards',
        forwards: { forwardAll: '1002', forwardBusy: '1003', forwardNoAnswer: '1004', ringSeconds: 12 },
      },
    ],
    'Setting saved',
  ]);
  expect(phone.input({ kind: 'forwardRefused' }).face.prompt).toBe('CFwdAll Loop Detected');
});

test('a ring time that no line can have is refused, and the form stays', () => {
  const phone = down(down(down(settings(withFeatures()).dials('5'))))
    .dials('3')
    .softkey('Save');
  expect([phone.done(), phone.face.prompt, phone.snapshot.display.plane]).toMatchObject([
    [],
    'Ring time: 4-60 s',
    { title: 'Call Forward' },
  ]);
});

test('call waiting is CallManager’s, where there is one', () => {
  const phone = settings(withFeatures({ callWaiting: true }))
    .dials('44')
    .dials('2');
  expect([phone.done(), phone.memory.settings.callWaiting]).toEqual([[{ kind: 'setCallWaiting', on: false }], true]);
});
