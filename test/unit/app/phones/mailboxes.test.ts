import { expect, test } from 'vitest';
import { Mailboxes } from '../../../../src-main/app/phones/mailboxes';
import type { Account, LineCommand } from '../../../../src-main/contract/line-port';
import { ManualClock } from '../../../support/manual-clock';

const accountOf = (number: string, password = 'secret'): Account => ({
  number,
  displayName: '',
  domain: 'pbx.test',
  authenticationUser: number,
  password,
  server: 'wss://pbx.test',
  expires: 300,
  iceServers: [],
  codecs: [],
  contact: 'invalid',
  digits: 'rfc4733',
});

function desk() {
  const sent: LineCommand[] = [];
  const seen: unknown[] = [];
  const clock = new ManualClock();
  const mailboxes = new Mailboxes({
    clock,
    send: (command) => sent.push(command),
    show: (line, messages) => seen.push([line, messages]),
    trace: (text) => seen.push(text),
  });
  const add = (line: string, account: Account): void => {
    mailboxes.sent({ kind: 'addLine', line, account });
    clock.pass(1000);
  };
  const notify = (subscription: string, body: string): void =>
    mailboxes.onLineEvent({ kind: 'notified', line: 'a', subscription, contentType: '', body });
  return { mailboxes, sent, seen, add, notify };
}

test('every line is watched from when the page has it, once; with another account, or another page, anew', () => {
  const { mailboxes, sent, add } = desk();
  add('a', accountOf('1001'));
  add('b', accountOf('1002'));
  add('a', accountOf('1001'));
  add('a', accountOf('1001', 'another'));
  mailboxes.sent({ kind: 'removeLine', line: 'b' });
  mailboxes.linePageLost();
  add('a', accountOf('1001', 'another'));
  expect(sent.map((command) => (command.kind === 'subscribe' ? [command.target, command.subscription] : []))).toEqual([
    ['1001', 'mailbox-1'],
    ['1002', 'mailbox-2'],
    ['1001', 'mailbox-3'],
    ['1001', 'mailbox-4'],
  ]);
  expect(sent[0]).toMatchObject({ kind: 'subscribe', line: 'a', event: 'message-summary', once: false });
});

test('what the server tells is shown at the line; what comes late or cannot be read changes nothing', () => {
  const { seen, add, notify } = desk();
  add('a', accountOf('1001'));
  notify('mailbox-1', 'Messages-Waiting: yes\r\nMessage-Account: sip:*97@pbx.test\r\nVoice-Message: 2/1\r\n');
  notify('watch-1', 'Messages-Waiting: yes\r\n');
  notify('mailbox-1', 'perhaps');
  notify('mailbox-1', 'Messages-Waiting: no\r\nMessage-Account: sip:1001@pbx.test\r\n');
  expect(seen).toEqual([
    ['a', { waiting: true, unheard: 2, heard: 1, account: '*97' }],
    'the messages of line a cannot be read: it does not say whether messages wait',
    ['a', { waiting: false, unheard: 0, heard: 0 }],
  ]);
});

test('a server without mailboxes has no messages; one that is lost for a while still has them', () => {
  const { mailboxes, seen, add, notify } = desk();
  add('a', accountOf('1001'));
  const about = { kind: 'subscription', line: 'a', subscription: 'mailbox-1', reason: null } as const;
  notify('mailbox-1', 'Messages-Waiting: yes\r\n');
  mailboxes.onLineEvent({ ...about, state: 'lost', status: null });
  mailboxes.onLineEvent({ ...about, state: 'refused', status: 489 });
  expect(seen).toEqual([
    ['a', { waiting: true, unheard: 0, heard: 0 }],
    'line a has no mailbox that tells of its messages (489)',
    ['a', { waiting: false, unheard: 0, heard: 0 }],
  ]);
});
