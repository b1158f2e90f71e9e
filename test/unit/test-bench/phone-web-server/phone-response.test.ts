import { expect, test } from 'vitest';
import { judgeObject } from '../../../../src-main/test-bench/phone-web-server/execute/phone-response';

const execute = (...urls: readonly string[]): string =>
  `<CiscoIPPhoneExecute>${urls.map((url) => `<ExecuteItem Priority="0" URL="${url}"/>`).join('')}</CiscoIPPhoneExecute>`;
const answer = (...items: readonly string[]): string =>
  `<?xml version="1.0" encoding="iso-8859-1"?>\r\n<CiscoIPPhoneResponse>\r\n${items.map((item) => `<ResponseItem ${item}/>\r\n`).join('')}</CiscoIPPhoneResponse>\r\n`;

test('an item for each of an Execute, in its order; one that the phone does not have is status 6', () => {
  expect(judgeObject(execute('Key:Line1', 'Key:NavBack', 'Play:CallBack.raw'))).toEqual({
    kind: 'taken',
    answer: answer(
      'Status="0" Data="Success" URL="Key:Line1"',
      'Status="6" Data="URI not found" URL="Key:NavBack"',
      'Status="0" Data="Success" URL="Play:CallBack.raw"',
    ),
  });
});

test.each([
  ['Init:Services', 0],
  ['Dial:1002', 0],
  ['http://127.0.0.1/menu.xml?a=1&amp;b=2', 0],
  ['SoftKey:Exit', 6],
  ['Notify:tcp:1', 6],
])('%s has the status %i', (url, status) => {
  const data = status === 0 ? 'Success' : 'URI not found';
  expect(judgeObject(execute(url)).answer).toBe(answer(`Status="${status}" Data="${data}" URL="${url}"`));
});

test('an object that is shown has one item without a URL', () => {
  expect(judgeObject('<CiscoIPPhoneText><Title>a</Title><Text>b</Text></CiscoIPPhoneText>').answer).toBe(
    answer('Status="0" Data="Success" URL=""'),
  );
});

test.each([
  '',
  'hello',
  '<CiscoIPPhoneExecute>',
  '<CiscoIPPhoneImageFile><URL>http://127.0.0.1/a.png</URL></CiscoIPPhoneImageFile>',
  '<setBackground/>',
  execute('Key:Line1', 'Key:Line2', 'Key:Line3', 'Key:Line4'),
])('what is no object of this phone is error 1, byte for byte: %s', (xml) => {
  expect(judgeObject(xml)).toMatchObject({ kind: 'refused', answer: '<CiscoIPPhoneError Number="1" />' });
});
