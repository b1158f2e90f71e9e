import { describe, expect, test } from 'vitest';
import { guardedClock } from '../../../../src-main/callmanager/sip-server/clock';
import { quotable } from '../../../../src-main/callmanager/sip-server/display-name';
import { grantLifetime, parseCount } from '../../../../src-main/callmanager/sip-server/lifetimes';
import { redactSip } from '../../../../src-main/sip/redact-sip';

describe('A trace', () => {
  test.each([
    ['Authorization: Digest response="1"', 'Authorization: (withheld)'],
    ['proxy-authorization : Digest response="1"', 'proxy-authorization : (withheld)'],
    ['Authorization: Digest\r\n username="1",\r\n\tresponse="1"', 'Authorization: (withheld)'],
    ['Authorization:\r\n Digest response="1"', 'Authorization: (withheld)'],
  ])('of %j shows %j', (header, shown) => {
    expect(redactSip(`OPTIONS sip:a SIP/2.0\r\n${header}\r\nTo: b\r\n\r\n`)).toBe(
      `OPTIONS sip:a SIP/2.0\r\n${shown}\r\nTo: b\r\n\r\n`,
    );
  });

  test('has no digit that was pressed in a call', () => {
    expect(redactSip('INFO sip:a SIP/2.0\r\n\r\nSignal=7\r\nDuration=160\r\n')).toBe(
      'INFO sip:a SIP/2.0\r\n\r\nSignal= (withheld)\r\nDuration=160\r\n',
    );
  });

  test('keeps the challenge', () => {
    expect(redactSip('Proxy-Authenticate: Digest nonce="1"')).toBe('Proxy-Authenticate: Digest nonce="1"');
  });
});

describe('A lifetime', () => {
  test.each<[number | undefined, number | 'tooBrief']>([
    [undefined, 3600],
    [0, 0],
    [1, 'tooBrief'],
    [59, 'tooBrief'],
    [60, 60],
    [3600, 3600],
    [9_999_999_999, 3600],
  ])('of %j seconds is granted as %j', (asked, granted) => {
    const grant = grantLifetime(asked, { shortest: 60, longest: 3600 });
    expect(grant.kind === 'granted' ? grant.seconds : grant.kind).toBe(granted);
  });

  test.each([
    ['0', 0],
    [' 70 ', 70],
    ['-1', undefined],
    ['1e3', undefined],
    ['', undefined],
    [null, undefined],
    ['99999999999', undefined],
  ])('written as %j is read as %j', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });
});

test('a name keeps to its quotes and its line', () => {
  expect(quotable('Al "the\r\nBell" \\ Zoë')).toBe('Al \\"the  Bell\\" \\\\ Zoë');
});

test('a timer that throws is reported and nothing else', () => {
  const reported: unknown[] = [];
  const actions: (() => void)[] = [];
  const clock = { now: () => 0, after: (_: number, action: () => void) => () => void actions.push(action) };
  const fault = new Error('fault');
  guardedClock(clock, (error) => reported.push(error)).after(1, () => {
    throw fault;
  })();
  for (const action of actions) action();
  expect(reported).toEqual([fault]);
});
