import { expect, test } from 'vitest';
import type { Account, LineCommand, LineEvent } from '../../../src-main/contract/line-port';
import { SpeedDials } from '../../../src-main/pbx/speed-dials';

const ACCOUNT: Account = {
  number: '1001',
  displayName: '',
  domain: 'pbx.test',
  authenticationUser: '1001',
  password: 'secret',
  server: 'wss://pbx.test',
  expires: 300,
  iceServers: [],
  codecs: [],
  contact: 'invalid',
  digits: 'rfc4733',
};

const dialogs = (version: number, ...states: readonly string[]): string =>
  [
    `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="full" entity="sip:1002@pbx.test">`,
    ...states.map((state, at) => `<dialog id="d${at}" direction="recipient"><state>${state}</state></dialog>`),
    '</dialog-info>',
  ].join('');

const presence = (basic: string, note: string): string =>
  `<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:1002@pbx.test"><tuple id="t"><status><basic>${basic}</basic></status></tuple><note>${note}</note></presence>`;

function desk() {
  const sent: string[] = [];
  const seen: string[] = [];
  const dials = new SpeedDials({
    send: (command) => {
      if (command.kind === 'subscribe') sent.push(`${command.line}: ${command.event} of ${command.target}`);
      if (command.kind === 'unsubscribe') sent.push(`${command.line}: no more ${command.subscription}`);
    },
    show: (number, status) => seen.push(`${number} ${status}`),
    trace: (text) => seen.push(text),
  });
  const add = (line: string, password = 'secret'): void =>
    dials.sent({ kind: 'addLine', line, account: { ...ACCOUNT, password } } satisfies LineCommand);
  const notify = (subscription: string, body: string): void =>
    dials.onLineEvent({ kind: 'notified', line: 'a', subscription, contentType: '', body } satisfies LineEvent);
  const state = (subscription: string, told: 'active' | 'lost' | 'refused', status: number | null = null): void =>
    dials.onLineEvent({ kind: 'subscription', line: 'a', subscription, state: told, status, reason: null });
  return { dials, sent, seen, add, notify, state };
}

test('a speed dial shows the calls of the line, once it is told of them, and each change once', () => {
  const { dials, sent, seen, add, notify, state } = desk();
  dials.setDials([{ line: 'a', number: '1002' }]);
  expect(sent).toEqual([]);
  add('a');
  add('a');
  state('speed-dial-1', 'active');
  const told = [[], ['early'], ['early'], ['confirmed', 'early'], ['terminated', 'confirmed'], ['early']];
  for (const [version, states] of told.entries()) notify('speed-dial-1', dialogs(version, ...states));
  expect(sent).toEqual(['a: dialog of 1002']);
  expect(seen).toEqual(['1002 onHook', '1002 ringing', '1002 offHook', '1002 ringing']);
});

test('where there are no dialogs presence has to do, and where there is neither nothing is known', () => {
  const { dials, sent, seen, add, notify, state } = desk();
  dials.setDials([{ line: 'a', number: '1002' }]);
  add('a');
  state('speed-dial-1', 'refused', 489);
  notify('speed-dial-1', dialogs(1));
  notify('speed-dial-2', presence('open', 'On the phone'));
  notify('speed-dial-2', presence('closed', ''));
  state('speed-dial-2', 'refused', 403);
  add('a');
  expect(sent).toEqual(['a: dialog of 1002', 'a: presence of 1002']);
  expect(seen).toEqual([
    '1002 offHook',
    '1002 offline',
    'the server tells nothing of the speed dial 1002 (403)',
    '1002 unknown',
  ]);
});

test('what was told is forgotten when the server, the account or the page is lost, or the speed dial is removed', () => {
  const { dials, sent, seen, add, notify, state } = desk();
  dials.setDials([{ line: 'a', number: '1002' }]);
  add('a');
  notify('speed-dial-1', dialogs(1));
  state('speed-dial-1', 'lost');
  state('speed-dial-1', 'active');
  notify('speed-dial-1', dialogs(1));
  add('a', 'another');
  notify('speed-dial-2', dialogs(1));
  dials.linePageLost();
  add('a', 'another');
  notify('speed-dial-3', dialogs(1, 'confirmed'));
  dials.setDials([{ line: 'a', number: '1003' }]);
  notify('speed-dial-3', dialogs(2));
  expect(seen).toEqual([
    '1002 onHook',
    '1002 unknown',
    '1002 onHook',
    '1002 unknown',
    '1002 onHook',
    '1002 unknown',
    '1002 offHook',
    '1002 unknown',
  ]);
  expect(sent).toEqual([
    'a: dialog of 1002',
    'a: dialog of 1002',
    'a: dialog of 1002',
    'a: no more speed-dial-3',
    'a: dialog of 1003',
  ]);
});

test('a document that cannot be read may have told of a call: then nothing is known until the next', () => {
  const { dials, seen, add, notify } = desk();
  dials.setDials([{ line: 'a', number: '1002' }]);
  add('a');
  notify('speed-dial-1', dialogs(1));
  notify('speed-dial-1', '<dialog-info');
  notify('speed-dial-1', dialogs(2));
  expect(seen).toEqual(['1002 onHook', '1002 unknown', '1002 onHook']);
});
