import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallOutcome, type FailedCall, outcomeOf } from '../../../../src-main/pbx/line-state/failed-call';

const failed = (status: number | null, more: Partial<FailedCall> = {}): FailedCall => ({
  status,
  rang: false,
  callInfo: [],
  diversion: [],
  historyInfo: [],
  ...more,
});
const rang = { rang: true };
const waits = (kind: 'busy' | 'noReply' | 'unreachable'): CallOutcome => ({ kind, offer: null });
const cannotActivate: CallOutcome = { kind: 'refused', screen: 'cannotActivate' };
const cannotInvoke: CallOutcome = { kind: 'refused', screen: 'cannotInvoke' };
const serviceNotAvailable: CallOutcome = { kind: 'serviceNotAvailable' };

const forwarded = (reason: string): Partial<FailedCall> => ({
  diversion: [`"B" <sip:1002@pbx>;reason=${reason};counter=1`],
});
const caused = (cause: number): Partial<FailedCall> => ({
  historyInfo: ['<sip:1002@pbx>;index=1', `<sip:1003@pbx;cause=${cause}>;index=1.1`],
});

test.each<readonly [string, FailedCall, CallOutcome]>([
  ['486 Busy Here', failed(486), waits('busy')],
  ['600 Busy Everywhere', failed(600), waits('busy')],
  ['busy after it rang: its user refused the call, or call waiting did', failed(486, rang), waits('busy')],

  ['487: given up while it rang', failed(487, rang), waits('noReply')],
  ['487: given up before it rang', failed(487), waits('noReply')],
  ['408 after it rang', failed(408, rang), waits('noReply')],
  ['480 after it rang', failed(480, rang), waits('noReply')],
  ['408 without ringing', failed(408), waits('unreachable')],
  ['480 without ringing: not logged in', failed(480), waits('unreachable')],

  ['404 Not Found', failed(404), cannotActivate],
  ['410 Gone', failed(410), cannotActivate],
  ['416 Unsupported URI Scheme', failed(416), cannotActivate],
  ['484 Address Incomplete', failed(484), cannotActivate],
  ['485 Ambiguous', failed(485), cannotActivate],
  ['604 Does Not Exist Anywhere', failed(604), cannotActivate],

  ['403 Forbidden', failed(403), cannotInvoke],
  ['488 Not Acceptable Here', failed(488), cannotInvoke],
  ['603 Decline', failed(603), cannotInvoke],
  ['400, and what is unknown of its class', failed(499), cannotInvoke],
  ['606, and what is unknown of its class', failed(699), cannotInvoke],

  ['500 Server Internal Error', failed(500), serviceNotAvailable],
  ['503 Service Unavailable', failed(503), serviceNotAvailable],
  ['504, after it rang', failed(504, rang), serviceNotAvailable],
  ['the transport has failed', failed(null), serviceNotAvailable],
  ['the transport has failed after a forward', failed(null, forwarded('unconditional')), serviceNotAvailable],

  ['302 at once: all calls go elsewhere', failed(302), cannotInvoke],
  ['301 Moved Permanently', failed(301), cannotInvoke],
  ['302 after it rang: this call was deflected', failed(302, rang), waits('noReply')],
  ['302 because it is busy', failed(302, forwarded('user-busy')), waits('busy')],

  ['Diversion: all calls', failed(486, forwarded('unconditional')), cannotInvoke],
  ['Diversion: all calls, quoted', failed(486, forwarded('"Unconditional"')), cannotInvoke],
  [
    'Diversion: on busy, and the other line does not answer',
    failed(480, { ...rang, ...forwarded('user-busy') }),
    waits('busy'),
  ],
  ['Diversion: on no answer, and the other line is busy', failed(486, forwarded('no-answer')), waits('noReply')],
  ['Diversion: do-not-disturb', failed(486, forwarded('do-not-disturb')), waits('noReply')],
  [
    'Diversion: not registered, and the voice mail is full',
    failed(486, forwarded('unavailable')),
    waits('unreachable'),
  ],
  ['Diversion: for a reason of its own', failed(486, forwarded('follow-me')), waits('busy')],
  ['Diversion: a name that every object has', failed(486, forwarded('constructor')), waits('busy')],
  [
    'Diversion: the line is busy, and the next one forwards all calls; the first is at the bottom',
    failed(480, { diversion: ['<sip:1003@pbx>;reason=unconditional, <sip:1002@pbx>;reason=user-busy'] }),
    waits('busy'),
  ],
  [
    'Diversion and History-Info, of which only the second says a reason that matters',
    failed(486, { ...forwarded('unknown'), ...caused(302) }),
    cannotInvoke,
  ],
  ['History-Info: all calls', failed(486, caused(302)), cannotInvoke],
  ['History-Info: on busy', failed(480, caused(486)), waits('busy')],
  ['History-Info: on no answer', failed(486, caused(408)), waits('noReply')],
  ['History-Info: not reachable', failed(486, caused(503)), waits('unreachable')],
  ['History-Info: for another reason', failed(486, caused(404)), waits('busy')],
  [
    'History-Info: as an escaped Reason header',
    failed(486, { historyInfo: ['<sip:1002@pbx?Reason=SIP%3Bcause%3D302%3Btext%3D%22Moved%22>;index=1'] }),
    cannotInvoke,
  ],
  ['History-Info: no word of a forward', failed(486, { historyInfo: ['<sip:1002@pbx>;index=1'] }), waits('busy')],
])('%s', (_name, call, expected) => {
  expect(outcomeOf(call)).toEqual(expected);
});

const offered = (callInfo: readonly string[], status = 480): CallOutcome => outcomeOf(failed(status, { callInfo }));
const monitor = 'sip:monitor@pbx;transport=tls';

test.each<readonly [string, readonly string[], CallOutcome]>([
  ['busy', [`<${monitor}>;purpose=call-completion;m=BS`], { kind: 'busy', offer: { monitor, mode: 'BS' } }],
  [
    'no reply',
    [`<${monitor}>; Purpose="call-completion" ; m = nr`],
    { kind: 'noReply', offer: { monitor, mode: 'NR' } },
  ],
  [
    'not logged in',
    [`<${monitor}>;m=NL;purpose=call-completion`],
    { kind: 'unreachable', offer: { monitor, mode: 'NL' } },
  ],
  ['no mode, read as busy', [`<${monitor}>;purpose=call-completion`], { kind: 'busy', offer: { monitor, mode: 'BS' } }],
  ['a mode that we do not know', [`<${monitor}>;purpose=call-completion;m=XX`], waits('unreachable')],
  ['no address', ['<>;purpose=call-completion;m=BS'], waits('unreachable')],
  [
    'among other infos',
    ['<http://a/b.png>;purpose=icon;x="<,>", <http://a>', `<${monitor}>;purpose=call-completion;m=BS`],
    { kind: 'busy', offer: { monitor, mode: 'BS' } },
  ],
  ['an icon', ['<http://a/b.png>;purpose=icon'], waits('unreachable')],
])('an offer of call completion: %s', (_name, callInfo, expected) => {
  expect(offered(callInfo)).toEqual(expected);
});

test('an offer stands against a refusal, but not against a forward of all calls', () => {
  const callInfo = [`<${monitor}>;purpose=call-completion;m=BS`];
  expect([offered(callInfo, 403), outcomeOf(failed(486, { callInfo, ...forwarded('unconditional') }))]).toEqual([
    { kind: 'busy', offer: { monitor, mode: 'BS' } },
    cannotInvoke,
  ]);
});

test('whatever the headers hold, there is an outcome', () => {
  const scrap = fc.constantFrom(
    '<',
    '>',
    ';',
    'purpose=call-completion',
    'm=',
    '"',
    ',',
    'reason=',
    ';cause=',
    '%3',
    '=',
  );
  const text = fc.array(fc.oneof(scrap, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join(''));
  const headers = fc.array(text, { maxLength: 3 });
  const call: fc.Arbitrary<FailedCall> = fc.record({
    status: fc.option(fc.integer({ min: 300, max: 699 })),
    rang: fc.boolean(),
    callInfo: headers,
    diversion: headers,
    historyInfo: headers,
  });
  const kinds = ['busy', 'noReply', 'unreachable', 'refused', 'serviceNotAvailable'];
  fc.assert(fc.property(call, (one) => kinds.includes(outcomeOf(one).kind)));
});
