import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DialogTrackerEvent,
  newDialogTracker,
  type OwnCalls,
  sightingOf,
  trackDialogs,
} from '../../../../src-main/pbx/line-state/dialog-tracker';
import { DIALOG_STATES, type Dialog, type DialogInfo } from '../../../../src-main/sip/dialog-info';

const nobody: OwnCalls = { callIds: new Set(), identity: null };

const dialog = (id: string, state: Dialog['state'], more: Partial<Dialog> = {}): Dialog => ({
  id,
  callId: id,
  localTag: null,
  remoteTag: null,
  direction: 'recipient',
  state,
  remoteIdentity: null,
  held: false,
  ...more,
});

const document = (state: DialogInfo['state'], version: number | null, dialogs: readonly Dialog[]) =>
  ({ kind: 'document', document: { version, state, entity: null, dialogs } }) as const;
const full = (version: number | null, ...dialogs: readonly Dialog[]) => document('full', version, dialogs);
const partial = (version: number | null, ...dialogs: readonly Dialog[]) => document('partial', version, dialogs);
const subscribed = { kind: 'subscribed' } as const;

/** What is seen after each event; a "?" for a document that is missing. */
function seen(events: readonly DialogTrackerEvent[], own = nobody): readonly string[] {
  let tracker = newDialogTracker;
  return events.map((event) => {
    tracker = trackDialogs(tracker, event);
    const { status, needsRefetch } = sightingOf(tracker, own);
    return needsRefetch ? `${status}?` : status;
  });
}

const nameless = (state: Dialog['state']): Dialog => dialog('1002', state, { callId: null, direction: null });
const uuid = '5e9e04a0-a199-11e0-a661-495a2db86d6d';

const stories: readonly (readonly [string, readonly DialogTrackerEvent[], readonly string[]])[] = [
  [
    'one call, told in full each time',
    [full(0), full(1, dialog('a', 'early')), full(2, dialog('a', 'confirmed')), full(3, dialog('a', 'terminated'))],
    ['onHook', 'ringing', 'offHook', 'onHook'],
  ],
  [
    'one call, told in parts, beside another',
    [
      full(5, dialog('a', 'confirmed')),
      partial(6, dialog('b', 'early')),
      partial(7, dialog('a', 'terminated')),
      partial(8, dialog('b', 'terminated')),
    ],
    ['offHook', 'offHook', 'ringing', 'onHook'],
  ],
  [
    'a full document empties the table of what it does not name',
    [full(1, dialog('a', 'confirmed')), full(2, dialog('b', 'early')), full(3)],
    ['offHook', 'ringing', 'onHook'],
  ],
  [
    'a retransmission or a late document is not looked at',
    [full(4), full(4, dialog('a', 'early')), full(3, dialog('a', 'confirmed')), partial(2, dialog('a', 'early'))],
    ['onHook', 'onHook', 'onHook', 'onHook'],
  ],
  [
    'a part that is missing: nobody knows that the line is free until all is told again',
    [
      full(1),
      partial(3, dialog('a', 'early')),
      partial(4, dialog('a', 'terminated')),
      full(9, dialog('b', 'trying')),
      partial(10, dialog('b', 'terminated')),
    ],
    ['onHook', 'ringing?', 'unknown?', 'ringing', 'onHook'],
  ],
  ['a full document that is missing is not missed', [full(1), full(7, dialog('a', 'early'))], ['onHook', 'ringing']],
  [
    'a subscription that begins with a part',
    [partial(0), partial(1, dialog('a', 'confirmed')), full(2)],
    ['unknown?', 'offHook?', 'onHook'],
  ],
  [
    'a server that does not count',
    [full(null, dialog('a', 'early')), partial(null, dialog('a', 'confirmed')), full(null)],
    ['ringing', 'offHook', 'onHook'],
  ],
  [
    'a server whose count stays 0',
    [full(0), full(0, dialog('a', 'confirmed')), partial(0, dialog('a', 'terminated')), full(0)],
    ['onHook', 'offHook', 'onHook', 'onHook'],
  ],
  [
    'a server that leaves out to count now and then: what came before the count is still late',
    [full(5), full(null, dialog('a', 'confirmed')), full(5), full(6)],
    ['onHook', 'offHook', 'offHook', 'onHook'],
  ],
  [
    'Kamailio #3192: early comes after terminated, and again to the next subscription',
    [
      full(1, dialog('a', 'early')),
      full(2, dialog('a', 'terminated')),
      full(3, dialog('a', 'early')),
      subscribed,
      full(0, dialog('a', 'early')),
      full(1, dialog('b', 'early')),
    ],
    ['ringing', 'onHook', 'onHook', 'unknown', 'onHook', 'ringing'],
  ],
  [
    'Kamailio #3229: confirmed comes after terminated, in parts',
    [full(1, dialog('a', 'confirmed')), partial(2, dialog('a', 'terminated')), partial(3, dialog('a', 'confirmed'))],
    ['offHook', 'onHook', 'onHook'],
  ],
  [
    'Kamailio puts the stale early beside the terminated of the same call',
    [full(1, dialog('a', 'early'), dialog('a', 'terminated'))],
    ['onHook'],
  ],
  [
    'Kamailio #1427: of two calls joined by a transfer one ends, then the other',
    [
      full(1, dialog('a', 'confirmed'), dialog('b', 'confirmed')),
      full(2, dialog('a', 'terminated'), dialog('b', 'confirmed')),
      full(3, dialog('b', 'terminated')),
    ],
    ['offHook', 'offHook', 'onHook'],
  ],
  [
    'FreeSWITCH repeats early for a channel that has ended: it is known by its UUID',
    [
      full(1, dialog(uuid, 'early', { callId: null })),
      full(2, dialog(uuid, 'terminated', { callId: null })),
      full(3, dialog(uuid, 'early', { callId: null })),
    ],
    ['ringing', 'onHook', 'onHook'],
  ],
  [
    'FreeSWITCH #156: early instead of terminated cannot be told from ringing, only a new subscription helps',
    [full(1, dialog('a', 'early')), full(2, dialog('a', 'early')), subscribed, full(1)],
    ['ringing', 'ringing', 'unknown', 'onHook'],
  ],
  [
    'Asterisk gives every call of a line the same id: its next call is no ghost of the last one',
    [
      full(0, nameless('early')),
      full(1, nameless('terminated')),
      full(2, nameless('early')),
      full(3, nameless('confirmed')),
    ],
    ['ringing', 'onHook', 'ringing', 'offHook'],
  ],
  ['on hold is busy', [full(1, dialog('a', 'confirmed', { held: true }))], ['offHook']],
  ['ringing while it talks is busy', [full(1, dialog('a', 'confirmed'), dialog('b', 'early'))], ['offHook']],
  ['whoever dials has lifted the handset', [full(1, dialog('a', 'trying', { direction: 'initiator' }))], ['offHook']],
  ['Kamailio: the dummy dialog is no call', [full(1, dialog('615293b3', 'terminated', { callId: null }))], ['onHook']],
];

test.each(stories)('%s', (_name, events, expected) => {
  expect(seen(events)).toEqual(expected);
});

const from = (number: string): Partial<Dialog> => ({
  remoteIdentity: { uri: `sip:${number}@10.0.0.1;transport=ws`, displayName: '' },
});

test.each<readonly [string, Dialog, string]>([
  ['our ringing it, by Call-ID', dialog('own', 'early'), 'onHook'],
  ['our talking to it, by Call-ID: we know that ourselves', dialog('own', 'confirmed'), 'onHook'],
  ['our ringing it, by a server that changes the Call-ID', dialog('x', 'early', from('1001')), 'onHook'],
  ['another phone with our number talking to it', dialog('x', 'confirmed', from('1001')), 'offHook'],
  ['somebody else ringing it', dialog('x', 'early', from('10011')), 'ringing'],
  ['a caller without a number', dialog('x', 'early', from('')), 'ringing'],
])('own calls are left out: %s', (_name, told, expected) => {
  const own: OwnCalls = { callIds: new Set(['own']), identity: '"Anna" <sip:1001@pbx.example.com>' };
  expect(seen([full(1, told)], own)).toEqual([expected]);
});

test('what has ended is not remembered for ever', () => {
  const events = Array.from({ length: 500 }, (_, index) => full(index, dialog(`${index}`, 'terminated')));
  expect(events.reduce(trackDialogs, newDialogTracker).ended).toHaveLength(64);
});

/** Calls that begin and end as calls do, one full document for each step of any of them. */
const histories = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 30 }).map((steps) =>
  steps.map((_, index) => {
    const calls = [0, 1, 2, 3].flatMap((call) => {
      const progress = steps.slice(0, index + 1).filter((step) => step === call).length;
      const state = DIALOG_STATES[progress - 1];
      return state ? [dialog(`${call}`, state)] : [];
    });
    return full(index, ...calls);
  }),
);
const shuffled = histories.chain((history) =>
  fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
);

test('full documents in any order end in the status of the last one', () => {
  fc.assert(
    fc.property(shuffled, ([history, arrived]) => {
      expect(seen(arrived).at(-1)).toEqual(seen(history.slice(-1)).at(-1));
    }),
  );
});

test('a document that comes twice tells no more than one that comes once', () => {
  fc.assert(
    fc.property(shuffled, ([, arrived]) => {
      const once = arrived.reduce(trackDialogs, newDialogTracker);
      const twice = arrived.flatMap((event) => [event, event]).reduce(trackDialogs, newDialogTracker);
      expect(twice).toEqual(once);
    }),
  );
});
