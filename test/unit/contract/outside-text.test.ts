import * as v from 'valibot';
import { expect, test } from 'vitest';
import { cutName, cutNumber, cutReason } from '../../../src-main/base/outside-text';
import { type LineEvent, lineEventSchema } from '../../../src-main/contract/line-port';
import { parseDialogInfo } from '../../../src-main/sip/dialog-info';
import { parseMessageSummary } from '../../../src-main/sip/message-summary';
import { parsePresence } from '../../../src-main/sip/presence';
import { PhoneDriver } from '../phone/phone-driver';

const LONG = 'x'.repeat(100_000);
const NAME = 'x'.repeat(128);
const NUMBER = 'x'.repeat(64);
const REASON = 'x'.repeat(256);

test('what fits stays as it is, what does not is cut, and never through a character', () => {
  expect([cutName('Zoë 😀'), cutName(LONG), cutNumber(LONG), cutReason(LONG)]).toEqual([
    'Zoë 😀',
    NAME,
    NUMBER,
    REASON,
  ]);
  expect(cutNumber(`${'x'.repeat(63)}😀`)).toBe('x'.repeat(63));
  expect(cutNumber(`${'x'.repeat(62)}😀`)).toBe(`${'x'.repeat(62)}😀`);
});

const incoming = {
  kind: 'incoming',
  line: '1001',
  call: 'call',
  number: LONG,
  name: LONG,
  sipCallId: 'a',
  autoAnswer: false,
  source: null,
} as const satisfies LineEvent;

test.each<[LineEvent, Partial<Record<string, string>>]>([
  [incoming, { number: NUMBER, name: NAME }],
  [
    { kind: 'replaced', line: '1001', call: 'a', next: 'b', number: LONG, name: LONG },
    { number: NUMBER, name: NAME },
  ],
  [
    { kind: 'identity', line: '1001', call: 'a', number: LONG, name: LONG },
    { number: NUMBER, name: NAME },
  ],
  [{ kind: 'referred', line: '1001', call: 'a', next: 'b', target: LONG }, { target: REASON }],
  [{ kind: 'toneFailed', line: '1001', cause: LONG }, { cause: REASON }],
  [
    { kind: 'subscription', line: '1001', subscription: 'a', state: 'lost', status: null, reason: LONG },
    { reason: REASON },
  ],
])('the line page is heard, however long what a caller says: $kind', (event, cut) => {
  expect(v.parse(lineEventSchema, event)).toEqual({ ...event, ...cut });
});

test('a caller with a name of 100,000 characters is shown with the first of them, and so remembered', () => {
  const phone = PhoneDriver.registered();
  const { line: _line, ...event } = v.parse(lineEventSchema, incoming) as typeof incoming;
  phone.hears(event);
  phone.hears({ kind: 'ended', call: 'call', by: 'far', status: null });
  expect(phone.records.map(({ number, name }) => ({ number, name }))).toEqual([{ number: NUMBER, name: NAME }]);
});

test("what a company's server tells of lines, notes and mailboxes is cut as it is read", () => {
  const dialog = parseDialogInfo(
    `<dialog-info><dialog id="1"><state>early</state><remote><identity display="${LONG.slice(0, 20_000)}">${LONG.slice(0, 20_000)}</identity></remote></dialog></dialog-info>`,
  );
  expect(dialog.ok && dialog.value.dialogs[0]?.remoteIdentity).toEqual({ uri: REASON, displayName: NAME });
  const presence = parsePresence(`<presence><note>${LONG.slice(0, 20_000)}</note></presence>`);
  expect(presence.ok && presence.value.notes).toEqual([REASON]);
  const messages = parseMessageSummary(
    `Messages-Waiting: yes\r\nMessage-Account: sip:${LONG.slice(0, 20_000)}@pbx.test`,
  );
  expect(messages.ok && messages.value.account).toBe(NUMBER);
});
