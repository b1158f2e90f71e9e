import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildXsiObject } from '../../../../src-main/xsi/objects/build';
import { parseInternalUri } from '../../../../src-main/xsi/objects/internal-uri';
import { parseXsiObject } from '../../../../src-main/xsi/objects/parse';

const printable = (maxLength: number) =>
  fc
    .string({ maxLength, unit: fc.constantFrom('a', 'Z', '9', ' ', '<', '>', '&', '"', "'", 'é', '漢') })
    .map((text) => text.trim());

test('what is built is read back the same, whatever characters it holds', () => {
  const softkey = fc.record({
    name: printable(32).filter((name) => name !== ''),
    url: printable(256),
    position: fc.integer({ min: 1, max: 16 }),
  });
  const object = fc.record({
    kind: fc.constant('CiscoIPPhoneText' as const),
    title: printable(32),
    prompt: printable(32),
    text: printable(400),
    softkeys: fc.array(softkey, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(object, (text) => {
      expect(parseXsiObject(buildXsiObject(text))).toEqual(text);
    }),
  );
});

test('the order of the fields does not matter', () => {
  const xml =
    '<CiscoIPPhoneText><SoftKeyItem><Position>3</Position><URL>SoftKey:Exit</URL><Name>Exit</Name></SoftKeyItem><Text>t</Text><Title>T</Title></CiscoIPPhoneText>';
  expect(parseXsiObject(xml)).toEqual({
    kind: 'CiscoIPPhoneText',
    title: 'T',
    text: 't',
    prompt: '',
    softkeys: [{ name: 'Exit', url: 'SoftKey:Exit', position: 3 }],
  });
});

test('what is too long is cut, also between the halves of a character', () => {
  const xml = `\n<CiscoIPPhoneText><Title>${'x'.repeat(31)}🙂</Title><Text>${'t'.repeat(5000)}</Text></CiscoIPPhoneText>`;
  expect(parseXsiObject(xml)).toMatchObject({ title: 'x'.repeat(31), text: 't'.repeat(4000) });
});

test.each([
  ['nothing', ''],
  ['half an object', '<CiscoIPPhoneText><Title>'],
  ['another root', '<html/>'],
  ['a softkey without a name', '<CiscoIPPhoneText><SoftKeyItem><URL>a</URL></SoftKeyItem></CiscoIPPhoneText>'],
  ['an Execute with nothing to do', '<CiscoIPPhoneExecute/>'],
  [
    'an Execute with four items',
    `<CiscoIPPhoneExecute>${'<ExecuteItem URL="Play:a"/>'.repeat(4)}</CiscoIPPhoneExecute>`,
  ],
])('%s is answered with error 1, and never thrown', (_name, xml) => {
  expect(parseXsiObject(xml)).toMatchObject({ kind: 'CiscoIPPhoneError', number: 1 });
});

test.each([
  ['SoftKey:Exit', { kind: 'SoftKey', key: 'Exit' }],
  ['Play:CallBack.raw', { kind: 'Play', file: 'CallBack.raw' }],
  ['Init:Services', { kind: 'Init', application: 'Services' }],
  ['UserCallData:2552:0:0:7:Dial', { kind: 'UserCallData', application: 2552, transaction: 7, data: 'Dial' }],
  ['UserCallData:2552:0:0:7:a:b', { kind: 'UserCallData', application: 2552, transaction: 7, data: 'a:b' }],
  ['UserCallData:x:0:0:7:Dial', { kind: 'unknown', uri: 'UserCallData:x:0:0:7:Dial' }],
  ['UserData:2552:7.Dial', { kind: 'UserCallData', application: 2552, transaction: 7, data: 'Dial' }],
  ['UserData:2552:Dial', { kind: 'unknown', uri: 'UserData:2552:Dial' }],
  ['http://example.invalid/', { kind: 'unknown', uri: 'http://example.invalid/' }],
])('%s', (uri, expected) => {
  expect(parseInternalUri(uri)).toEqual(expected);
});
