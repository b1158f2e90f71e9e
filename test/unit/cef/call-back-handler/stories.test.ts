import { expect, test } from 'vitest';
import { HandlerDriver, NO_FEATURES } from './handler-driver';

const TOLD = ['1001 shows available 1002', '1001 plays the alert', 'close line 1001', 'close line 1002'];
const OPENED = ['open line 1001', 'open line 1002', '1001 shows activated 1002'];

/** 1001 has activated Call Back on a busy 1002 and hung up. */
const waiting = (outcome: 'busy' | 'noReply' | 'unreachable' = 'busy'): HandlerDriver => {
  const handler = new HandlerDriver()
    .callBack('1001', '1002', outcome)
    .line('1001', 'onHook')
    .line('1002', outcome === 'busy' ? 'offHook' : 'onHook');
  handler.done();
  return handler;
};

/** … and has been told that 1002 is available. */
const told = (): HandlerDriver => {
  const handler = waiting().line('1002', 'onHook');
  handler.done();
  return handler;
};

test('busy: lines open with the request, the alert comes when the called line goes on hook, and the lines close', () => {
  const handler = new HandlerDriver().callBack('1001', '1002');
  expect(handler.done()).toEqual(OPENED);
  handler.line('1002', 'offHook').line('1001', 'onHook');
  expect(handler.done()).toEqual([]);
  handler.line('1002', 'onHook');
  expect(handler.done()).toEqual(TOLD);
  expect(handler.openLines).toEqual([]);
});

test('busy: the called line is free already when the watch starts', () => {
  const handler = new HandlerDriver().callBack('1001', '1002').line('1001', 'onHook');
  handler.done();
  expect(handler.line('1002', 'onHook').done()).toEqual(TOLD);
});

test.each([
  ['rings', ['ringing']],
  ['is unplugged', ['offline']],
  ['is unplugged and comes back in a call', ['offline', 'offHook']],
] as const)('busy: a called line that %s is not available', (_name, statuses) => {
  expect(
    waiting()
      .line('1002', ...statuses)
      .done(),
  ).toEqual([]);
});

test('a phone that was unplugged is available when it is registered again and on hook', () => {
  expect(waiting().line('1002', 'offline', 'onHook').done()).toEqual(TOLD);
});

test.each([
  ["the caller's own hanging up", ['ringing', 'onHook'], false],
  ['another call that nobody answers', ['ringing', 'onHook', 'ringing', 'onHook'], false],
  ['being unplugged and registered again', ['offline', 'onHook'], false],
  ['lifting the handset alone', ['offHook'], false],
  ['lifting and replacing the handset', ['offHook', 'onHook'], true],
  ['answering another call and hanging up', ['ringing', 'offHook', 'onHook'], true],
  ['lifting the handset, being unplugged, and coming back', ['offHook', 'offline', 'onHook'], true],
] as const)('no reply: %s', (_name, statuses, available) => {
  expect(
    waiting('noReply')
      .line('1002', ...statuses)
      .done(),
  ).toEqual(available ? TOLD : []);
});

test('a phone that was not registered is waited for until it is', () => {
  const handler = new HandlerDriver()
    .callBack('1001', '1002', 'unreachable')
    .line('1001', 'onHook')
    .line('1002', 'offline');
  handler.done();
  expect(handler.line('1002', 'onHook').done()).toEqual(TOLD);
});

test('suspended: the caller is on a call when the called party frees, and is told when it hangs up', () => {
  const handler = waiting().line('1001', 'offHook').line('1002', 'onHook');
  expect(handler.done()).toEqual([]);
  expect(handler.line('1001', 'onHook').done()).toEqual(TOLD);
});

test('suspended: the called party is busy again by then, and the request keeps waiting', () => {
  const handler = waiting().line('1001', 'offHook').line('1002', 'onHook', 'offHook').line('1001', 'onHook');
  expect(handler.done()).toEqual([]);
  expect(handler.line('1002', 'onHook').done()).toEqual(TOLD);
});

test('Dial calls, and the request ends when they talk', () => {
  const handler = told().answers('1001', 'Dial', 1);
  expect(handler.done()).toEqual(['1001 dials 1002']);
  handler.connected('1001', '1002');
  expect(handler.done()).toEqual(['1001 on 1002 connected', '1001 closes its screen', '1001 says endedConnected 1002']);
  expect(handler.requests).toEqual([]);
});

test('two wait: both are told, the first to dial connects, the other keeps its request', () => {
  const handler = new HandlerDriver().callBack('1001', '1002').callBack('1003', '1002').line('1002', 'offHook');
  handler.line('1001', 'onHook').line('1003', 'onHook').done();
  handler.line('1002', 'onHook');
  expect(handler.done().filter((what) => what.includes('shows'))).toEqual([
    '1001 shows available 1002',
    '1003 shows available 1002',
  ]);
  handler.answers('1003', 'Dial', 2).connected('1003', '1002').answers('1001', 'Dial', 1).failed('1001', '1002', 486);
  handler.done();
  expect(handler.openLines).toEqual(['1001', '1002']);
  handler.line('1002', 'offHook').line('1001', 'onHook').line('1002', 'onHook');
  expect(handler.done()).toEqual(TOLD);
});

test('do not disturb: refused as busy while on hook counts as no reply, and is not announced again at once', () => {
  const handler = told()
    .answers('1001', 'Dial', 1)
    .failed('1001', '1002', 486)
    .line('1001', 'onHook')
    .line('1002', 'onHook');
  expect(handler.done()).toEqual(['1001 dials 1002', 'open line 1001', 'open line 1002', '1001 closes its screen']);
  expect(handler.line('1002', 'offHook', 'onHook').done()).toEqual(TOLD);
});

test.each([480, 487, 408])('a recall that is not answered (%i) waits for a sign of life', (status) => {
  const handler = told()
    .answers('1001', 'Dial', 1)
    .failed('1001', '1002', status)
    .line('1001', 'onHook')
    .line('1002', 'onHook');
  handler.done();
  expect(handler.line('1002', 'offHook', 'onHook').done()).toEqual(TOLD);
});

test.each([
  ['the caller by hand, after being told', told],
  ['the called party, while the request waits', waiting],
] as const)('the request ends when they talk otherwise: %s', (_name, before) => {
  const handler = before().connected('1001', '1002');
  expect(handler.done()).toContain('1001 on 1002 connected');
  expect([handler.requests, handler.openLines]).toEqual([[], []]);
});

test('talking with somebody else ends nothing', () => {
  const handler = told().connected('1001', '1003').failed('1001', '1003', 486);
  expect(handler.done()).toEqual([]);
  expect(handler.requests).toHaveLength(1);
});

test('Cancel ends the request, closes its lines and its screen', () => {
  const handler = waiting().answers('1001', 'Cancel', 1);
  expect(handler.done()).toEqual([
    'close line 1001',
    'close line 1002',
    '1001 on 1002 cancelled',
    '1001 closes its screen',
    '1001 says endedCancelled 1002',
  ]);
  expect(handler.line('1002', 'onHook').done()).toEqual([]);
});

test('CallBack on an idle phone shows how things stand: not active, activated, available', () => {
  expect(new HandlerDriver().callBack('1001').done()).toEqual(['1001 shows notActive']);
  expect(waiting().callBack('1001').done()).toEqual(['1001 shows activated 1002']);
  expect(told().callBack('1001').done()).toEqual(['1001 shows available 1002']);
});

test('already active: OK replaces the request, anything else leaves it', () => {
  const handler = waiting().callBack('1001', '1003');
  expect(handler.done()).toEqual(['1001 shows alreadyActive 1002 1003']);
  expect(handler.requests.map(({ called }) => called)).toEqual(['1002']);
  handler.answers('1001', 'OK', 2);
  expect(handler.done()).toEqual([
    'close line 1001',
    'close line 1002',
    '1001 on 1002 replaced',
    'open line 1001',
    'open line 1003',
    '1001 shows activated 1003',
  ]);
});

test('CallBack on the same number again starts the request anew', () => {
  const handler = told().callBack('1001', '1002', 'noReply');
  expect(handler.done()).toEqual(['1001 on 1002 replaced', ...OPENED]);
  handler.line('1001', 'onHook').line('1002', 'onHook');
  expect(handler.done()).toEqual([]);
});

test('a key of a screen that is out of date does nothing but show how things stand', () => {
  const handler = told().answers('1001', 'Dial', 99).answers('1001', 'OK', 1);
  expect(handler.done()).toEqual(['1001 shows available 1002', '1001 shows available 1002']);
  expect(new HandlerDriver().answers('1001', 'Cancel', 1).done()).toEqual(['1001 shows notActive']);
});

test.each([
  ['a number that nobody has', '1009', { kind: 'notFound' }, 'cannotActivate'],
  [
    'a party that has forwarded all calls',
    '1002',
    { kind: 'found', features: { ...NO_FEATURES, forwardAll: '1003' } },
    'cannotInvoke',
  ],
  ['oneself', '1001', { kind: 'found', features: NO_FEATURES }, 'cannotInvoke'],
] as const)('refused: %s', (_name, called, destination, screen) => {
  const handler = new HandlerDriver().callBack('1001', called, 'busy', destination);
  expect(handler.done()).toEqual([`1001 shows ${screen} ${called}`]);
  expect([handler.requests, handler.openLines]).toEqual([[], []]);
});

test('a request expires after an hour, and the phone is told', () => {
  const handler = waiting();
  handler.now += 3_599_000;
  expect(handler.event({ kind: 'tick' }).done()).toEqual([]);
  handler.now += 1000;
  expect(handler.event({ kind: 'tick' }).done()).toEqual([
    'close line 1001',
    'close line 1002',
    '1001 on 1002 expired',
    '1001 shows expired 1002',
  ]);
});

test('a lost link makes every line unknown: nothing is announced from what was known before', () => {
  const handler = waiting().event({ kind: 'linkLost' }).event({ kind: 'linkOpened' });
  expect(handler.done()).toEqual(['open line 1001', 'open line 1002']);
  expect(handler.line('1001', 'onHook').line('1002', 'offHook').done()).toEqual([]);
  expect(handler.line('1002', 'onHook').done()).toEqual(TOLD);
});

test('a restart: stored requests are armed again, and an offer that nobody may have seen is made anew', () => {
  const [watched] = waiting().requests;
  const [offered] = told().requests;
  if (!watched || !offered) throw new Error('no request to store');
  const handler = new HandlerDriver().event({
    kind: 'restored',
    requests: [watched, { ...offered, device: 'SEP1003', calling: '1003' }],
  });
  handler.event({ kind: 'linkOpened' });
  handler.done();
  expect(handler.openLines).toEqual(['1001', '1002', '1003']);
  expect(handler.callBack('1003').done()).toEqual(['1003 shows activated 1002']);
  expect(handler.line('1003', 'onHook').line('1002', 'onHook').done()).toContain('1003 shows available 1002');
  expect(handler.line('1001', 'onHook').done()).toEqual(
    expect.arrayContaining(TOLD.filter((told) => told.startsWith('1001'))),
  );
});

test('a phone that is removed takes its request with it', () => {
  const handler = waiting().event({ kind: 'deviceRemoved', device: 'SEP1001' });
  expect(handler.done()).toEqual(['close line 1001', 'close line 1002', '1001 on 1002 phoneRemoved']);
});

test('a phone is open while its lines are, and only for a moment to be shown something else', () => {
  const kinds = (handler: HandlerDriver) => handler.raw().map(({ kind }) => kind);
  expect(kinds(new HandlerDriver().callBack('1001'))).toEqual(['openDevice', 'showScreen', 'closeDevice']);
  expect(kinds(waiting().callBack('1001'))).toEqual(['showScreen']);
  expect(kinds(waiting().line('1002', 'onHook'))).toEqual([
    'save',
    'showScreen',
    'alert',
    'closeLine',
    'closeLine',
    'closeDevice',
  ]);
});
