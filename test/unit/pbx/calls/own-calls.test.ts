import { expect, test } from 'vitest';
import { type CallReport, failureOf, type OwnCalls, withReport } from '../../../../src-main/pbx/calls/own-calls';
import { outcomeOf } from '../../../../src-main/pbx/line-state/failed-call';
import { OwnLines } from '../../../../src-main/pbx/own-lines';

const ref = { line: 'work', call: 'out' } as const;
const OFFER = '<sip:monitor@peer.test>;purpose=call-completion;m=BS';

const response = (status: number, callInfo: readonly string[] = []): CallReport => ({
  kind: 'response',
  ...ref,
  status,
  callInfo: [...callInfo],
  diversion: [],
  historyInfo: [],
});

const placed: CallReport = { kind: 'placed', ...ref, target: '1002', sipCallId: 'one' };

test.each<[string, readonly CallReport[], object]>([
  [
    'at once: as one that forwards all calls',
    [response(302), response(486, [OFFER])],
    { kind: 'refused', screen: 'cannotInvoke' },
  ],
  [
    'after it has rung: as no reply',
    [response(180), response(302), response(486, [OFFER])],
    { kind: 'noReply', offer: null },
  ],
  ['and the other one rings', [response(302), response(180)], { kind: 'refused', screen: 'cannotInvoke' }],
  [
    'not at all, and is busy',
    [response(486, [OFFER])],
    { kind: 'busy', offer: { monitor: 'sip:monitor@peer.test', mode: 'BS' } },
  ],
])('Call Back goes by what the number did that was dialled: it sends the call on %s', (_name, reports, outcome) => {
  const [call] = [placed, ...reports].reduce<OwnCalls>(withReport, []);
  const failure = call && failureOf(call);
  expect(failure && outcomeOf(failure)).toEqual(outcome);
});

test.each<[string, CallReport, object]>([
  ['answered by somebody else', { kind: 'connected', ...ref }, { kind: 'callFailed', number: '1002', status: 302 }],
  [
    'refused by somebody else',
    { kind: 'ended', ...ref, by: 'far', status: 486 },
    { kind: 'callFailed', number: '1002', status: 302 },
  ],
])('a call that was sent on and %s has not reached the number that was dialled', (_name, last, outcome) => {
  const told: object[] = [];
  const lines = new OwnLines({ changed: () => {}, callIds: () => {}, outcome: (event) => told.push(event) });
  for (const event of [placed, response(302), response(180), last]) lines.onLineEvent(event);
  expect(told).toEqual([outcome]);
});
