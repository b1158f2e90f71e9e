import { expect, test } from 'vitest';
import { parseMessageSummary } from '../../../src-main/sip/message-summary';

const read = (...lines: readonly string[]) => {
  const result = parseMessageSummary(lines.join('\r\n'));
  return result.ok ? result.value : result.error;
};

test('the example of RFC 3842: two new messages and eight old ones', () => {
  expect(
    read(
      'Messages-Waiting: yes',
      'Message-Account: sip:alice@vmail.example.com',
      'Voice-Message: 2/8 (0/2)',
      '',
      'To: <alice@atlanta.example.com>',
      'Voice-Message: 7/7',
    ),
  ).toEqual({ waiting: true, unheard: 2, heard: 8, account: 'alice' });
});

test.each([
  ['Asterisk', ['Messages-Waiting: yes', 'Message-Account: sip:*97@pbx.test', 'Voice-Message: 1/0 (0/0)'], 1, 0, '*97'],
  [
    'FreeSWITCH',
    ['Messages-Waiting: no', 'Message-Account: sip:1001@pbx.test', 'Voice-Message: 0/3 (0/0)'],
    0,
    3,
    '1001',
  ],
  ['a server without a count', ['messages-waiting : YES'], 0, 0, undefined],
  ['a server with other messages', ['Messages-Waiting: yes', 'Fax-Message: 4/0'], 0, 0, undefined],
  ['a server that goes on counting', ['Messages-Waiting: no', 'Voice-Message: 2/1'], 0, 1, undefined],
])('%s', (_server, lines, unheard, heard, account) => {
  const waiting = /yes/i.test(lines[0] ?? '');
  expect(read(...lines)).toEqual({ waiting, unheard, heard, ...(account && { account }) });
});

test('no document tells of no messages; one that does not say whether messages wait tells nothing', () => {
  expect(read('')).toEqual({ waiting: false, unheard: 0, heard: 0 });
  for (const nonsense of [['Voice-Message: 1/1'], ['Messages-Waiting: perhaps'], ['<xml/>']])
    expect(read(...nonsense)).toBe('it does not say whether messages wait');
});
