import { expect, test } from 'vitest';
import type { Key } from '../../../src-main/contract/keys';
import { callTo, lineCommand, type PhoneDriver, withFeatures } from './phone-driver';

const OUT = '1001-out-1';
const INFO: Key = { kind: 'info' };
const measure = lineCommand('measure', OUT);

const shown = (): PhoneDriver => {
  const phone = callTo(withFeatures({ callWaiting: true }), OUT, '1002');
  phone.done();
  return phone.key(INFO).key(INFO);
};

const textOf = (phone: PhoneDriver): string | null => {
  const { plane } = phone.snapshot.display;
  return plane.kind === 'services' ? plane.text : null;
};

test('i twice in a call shows how well it is heard, measured every second, until Exit', () => {
  const phone = shown();
  expect([phone.done(), textOf(phone)]).toEqual([
    [measure],
    'Codec -\nReceived -\nLost - (-%)\nJitter - ms\nRound trip - ms\nSent -',
  ]);
  const quality = {
    codec: 'PCMU',
    packetsSent: 160,
    packetsReceived: 150,
    packetsLost: 3,
    jitter: 4.4,
    roundTrip: null,
  };
  phone.hears({ kind: 'quality', call: OUT, quality });
  expect(textOf(phone)).toBe('Codec PCMU\nReceived 150\nLost 3 (2.0%)\nJitter 4 ms\nRound trip - ms\nSent 160');
  expect(phone.waits(3000).done()).toEqual([measure, measure, measure]);
  phone.softkey('Exit');
  expect([phone.waits(3000).done(), textOf(phone), phone.face.prompt]).toEqual([[], null, 'Connected']);
});

test.each<[string, (phone: PhoneDriver) => PhoneDriver, string]>([
  ['the call ends', (phone) => phone.hears({ kind: 'ended', call: OUT, by: 'far', status: null }), 'Call ended'],
  ['another call comes', (phone) => phone.rings('in-1', '1003'), 'Call Waiting'],
])('%s: the screen is gone, and nobody measures', (_name, story, prompt) => {
  const phone = story(shown());
  phone.done();
  expect([textOf(phone), phone.face.prompt, phone.waits(3000).done()]).toEqual([null, prompt, []]);
});

test('its own help lies over it, and it is there again after that', () => {
  const phone = shown().key(INFO).key(INFO);
  expect(textOf(phone)).toContain('How well you hear each other');
  expect(textOf(phone.softkey('Exit'))).toContain('Codec');
});

test('on a call that is not heard, i twice explains the calls', () => {
  const phone = callTo(withFeatures(), OUT, '1002').softkey('Hold').hears({ kind: 'held', call: OUT, held: true });
  expect(textOf(phone.key(INFO).key(INFO))).toContain('These are your calls');
});
