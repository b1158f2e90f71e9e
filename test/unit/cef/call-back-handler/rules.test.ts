import { describe, expect, test } from 'vitest';
import { HandlerDriver } from './handler-driver';

/** 1001 waits for 1002, which talks. */
const waiting = (parameters = {}): HandlerDriver => {
  const handler = new HandlerDriver(parameters).callBack('1001', '1002').line('1002', 'offHook').line('1001', 'onHook');
  handler.done();
  return handler;
};

const TOLD = ['1001 shows available 1002', '1001 plays the alert', 'close line 1001', 'close line 1002'];

describe('the while that the called person has to dial first', () => {
  test('is three seconds, unless told otherwise, and only then the caller is told', () => {
    const handler = waiting({ idleGuard: 3 }).line('1002', 'onHook');
    expect([handler.raw().map(({ kind }) => kind), handler.after(2999).done(), handler.after(1).done()]).toEqual([
      ['lookAgainAt'],
      [],
      TOLD,
    ]);
  });

  test('begins anew when the called person has used it', () => {
    const handler = waiting({ idleGuard: 3 }).line('1002', 'onHook').after(2000).line('1002', 'offHook', 'onHook');
    expect([handler.after(2000).done(), handler.after(1000).done()]).toEqual([[], TOLD]);
  });

  test('is over for a phone that was free as long as the caller talked', () => {
    const handler = waiting({ idleGuard: 3 }).line('1001', 'offHook').line('1002', 'onHook').after(60_000);
    expect([handler.done(), handler.line('1001', 'onHook').done()]).toEqual([[], TOLD]);
  });
});

describe('a phone with leave for three requests', () => {
  const three = (): HandlerDriver => {
    const handler = new HandlerDriver({ requestsPerPhone: 3 });
    for (const called of ['1002', '1003', '1004']) handler.callBack('1001', called).line(called, 'offHook');
    handler.line('1001', 'onHook').done();
    return handler;
  };

  test('is told of each in its turn, and the others go on', () => {
    const handler = three().line('1003', 'onHook');
    expect(handler.done()).toEqual(['1001 shows available 1003', '1001 plays the alert', 'close line 1003']);
    expect(handler.line('1002', 'onHook').done()).toEqual([
      '1001 shows available 1002',
      '1001 plays the alert',
      'close line 1002',
    ]);
    expect(handler.openLines).toEqual(['1001', '1004']);
  });

  test('is asked before a fourth takes the place of the oldest', () => {
    const handler = three().callBack('1001', '1005');
    expect(handler.done()).toEqual(['1001 shows alreadyActive 1002 1005']);
    handler.answers('1001', 'OK', 4);
    expect(handler.done()).toEqual([
      'close line 1002',
      '1001 on 1002 replaced',
      'open line 1005',
      '1001 shows activated 1005',
    ]);
    expect(handler.requests.map(({ called }) => called)).toEqual(['1003', '1004', '1005']);
  });

  test('lists them under Services, each with why it is still waiting, and cancels one or all', () => {
    const handler = three();
    handler
      .after(4 * 60_000)
      .line('1003', 'offline')
      .line('1004', 'onHook', 'ringing');
    handler.done();
    const shown = (): unknown => handler.raw().find(({ kind }) => kind === 'showScreen');
    handler.services('1001');
    const first = shown();
    handler.answers('1001', 'More', 1);
    const times = shown();
    handler.answers('1001', 'Next', 1);
    const second = shown();
    expect([first, times, second]).toMatchObject([
      { screen: { place: 1, count: 3, xxxx: '1002', why: 'talking', minutes: 4 } },
      { screen: { id: 'requestTimes', xxxx: '1002', minutesLeft: 56, missedAt: null } },
      { screen: { place: 2, count: 3, xxxx: '1003', why: 'offline', minutes: 0 } },
    ]);
    handler.answers('1001', 'Cancel', 2);
    expect(handler.done()).toContain('1001 says endedCancelled 1003');
    handler.answers('1001', 'CancelAll', 1);
    expect(handler.done()).toContain('1001 says endedAllCancelled');
    expect([handler.requests, handler.openLines]).toEqual([[], []]);
  });
});

test('a request that the caller missed by talking says when that was', () => {
  const handler = waiting().line('1001', 'offHook').line('1002', 'onHook', 'offHook');
  handler.after(60_000).services('1001');
  const missedAt = handler.now - 60_000;
  handler.answers('1001', 'More', 1);
  expect(handler.raw().filter(({ kind }) => kind === 'showScreen')).toMatchObject([
    { screen: { why: 'talking' } },
    { screen: { xxxx: '1002', missedAt } },
  ]);
});

test('"on hold" is told where it is known, and changes nothing', () => {
  const handler = waiting();
  const shown = () =>
    handler
      .services('1001')
      .raw()
      .find(({ kind }) => kind === 'showScreen');
  const talks = { kind: 'lineStatus', number: '1002', status: 'offHook' } as const;
  handler
    .event(talks)
    .after(4 * 60_000)
    .event({ ...talks, detail: 'held' });
  expect(shown()).toMatchObject({ screen: { why: 'held', minutes: 0 } });
  handler.after(60_000);
  expect(shown()).toMatchObject({ screen: { why: 'held', minutes: 1 } });
  handler.event(talks);
  expect(shown()).toMatchObject({ screen: { why: 'talking', minutes: 5 } });
  expect(handler.line('1002', 'onHook').done()).toEqual(TOLD);
});

describe('do not disturb', () => {
  test('at the called phone is waited for, and is told as the reason', () => {
    const handler = waiting().line('1002', 'doNotDisturb').services('1001');
    expect(handler.raw().find(({ kind }) => kind === 'showScreen')).toMatchObject({ screen: { why: 'doNotDisturb' } });
    expect(handler.line('1002', 'onHook').done()).toEqual(TOLD);
  });

  test('at the calling phone is for other callers: its own Call Back is told', () => {
    const handler = waiting().line('1001', 'doNotDisturb').line('1002', 'onHook');
    expect(handler.done()).toEqual(TOLD);
  });
});

describe('the calling phone is reset', () => {
  test('and its request is kept', () => {
    const handler = waiting().line('1001', 'offline', 'onHook');
    expect([handler.done(), handler.line('1002', 'onHook').done()]).toEqual([[], TOLD]);
  });

  test('and forgotten where the cluster is to do as the chapter has it, and the phone is told', () => {
    const handler = waiting({ keepOnReset: false }).line('1001', 'offline');
    expect([handler.done(), handler.requests]).toEqual([
      [
        'close line 1001',
        'close line 1002',
        '1001 on 1002 phoneReset',
        '1001 closes its screen',
        '1001 says endedPhoneReset 1002',
      ],
      [],
    ]);
  });
});

describe('what was known before a lost link counts for nothing after it', () => {
  test('the while to dial first begins anew', () => {
    const handler = waiting({ idleGuard: 3 }).line('1002', 'onHook').after(2000);
    handler
      .event({ kind: 'linkLost' })
      .event({ kind: 'linkOpened' })
      .line('1001', 'onHook')
      .line('1002', 'onHook')
      .done();
    expect([handler.after(2000).done(), handler.after(1000).done()]).toEqual([[], TOLD]);
  });

  test('the called line reports first: that the caller is not known yet is no call of its own', () => {
    const handler = waiting({ idleGuard: 3 }).event({ kind: 'linkLost' }).event({ kind: 'linkOpened' });
    handler.line('1002', 'onHook').line('1001', 'onHook').done();
    expect([handler.requests[0]?.missedAt, handler.after(2999).done(), handler.after(1).done()]).toEqual([
      null,
      [],
      TOLD,
    ]);
  });

  test('a recall of which nothing more will be heard: Dial calls again', () => {
    const handler = waiting().line('1002', 'onHook').answers('1001', 'Dial', 1);
    handler.event({ kind: 'linkLost' }).event({ kind: 'linkOpened' }).done();
    expect(handler.answers('1001', 'Dial', 1).done()).toEqual(['1001 dials 1002']);
  });
});

test('the caller’s call was shorter than the while to dial first: the rest of it is waited for', () => {
  const handler = waiting({ idleGuard: 3 })
    .line('1001', 'offHook')
    .line('1002', 'onHook')
    .after(1000)
    .line('1001', 'onHook');
  expect([handler.done(), handler.after(1999).done(), handler.after(1).done()]).toEqual([[], [], TOLD]);
});
