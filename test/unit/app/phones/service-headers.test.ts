import { describe, expect, test } from 'vitest';
import { hasExpired } from '../../../../src-main/app/phones/expires-header';
import { parseRefresh } from '../../../../src-main/app/phones/refresh-header';
import { ServiceCookies } from '../../../../src-main/app/phones/service-cookies';
import { ManualClock } from '../../../support/manual-clock';

const PAGE = new URL('http://127.0.0.1:8080/a/page?x=1');

describe('Refresh', () => {
  test.each([
    ['5', { after: 5000, url: PAGE.href }],
    ['5; url=http://127.0.0.1:8080/next', { after: 5000, url: 'http://127.0.0.1:8080/next' }],
    ['5;URL=next?y=2', { after: 5000, url: 'http://127.0.0.1:8080/a/next?y=2' }],
    ['0; url=/next', { after: null, url: 'http://127.0.0.1:8080/next' }],
    ['url=/next', { after: null, url: 'http://127.0.0.1:8080/next' }],
    ['0', { after: null, url: PAGE.href }],
    ['900; url=SoftKey:Exit', { after: 900_000, url: 'SoftKey:Exit' }],
    [' 7 ; url="/next" ', { after: 7000, url: 'http://127.0.0.1:8080/next' }],
    ['99999999', { after: 86_400_000, url: PAGE.href }],
    ['soon', null],
    ['-1', null],
    ['', null],
    [null, null],
  ])('%s', (header, refresh) => {
    expect(parseRefresh(header, PAGE)).toEqual(refresh);
  });
});

describe('the cookies of services', () => {
  const clock = new ManualClock();
  const problems: string[] = [];
  const phone = (): ServiceCookies => {
    problems.length = 0;
    return new ServiceCookies(clock, (problem) => problems.push(problem));
  };
  const at = (path: string, host = 'localhost'): URL => new URL(path, `http://${host}:8080`);

  test('go back to the host and the path that they came from, and to no other', async () => {
    const cookies = phone();
    await cookies.take(at('/shop/in'), ['user=anna; Path=/shop', 'lang=en; Path=/; HttpOnly']);
    await cookies.take(at('/', '127.0.0.1'), ['user=bob']);
    expect(await cookies.headerFor(at('/shop/out'))).toBe('user=anna; lang=en');
    expect(await cookies.headerFor(at('/shopping'))).toBe('lang=en');
    expect(await cookies.headerFor(at('/', '127.0.0.1'))).toBe('user=bob');
    expect(await cookies.headerFor(at('/', '[::1]'))).toBe('');
    expect(problems).toEqual([]);
  });

  test('are changed, and end when their service says so', async () => {
    const cookies = phone();
    await cookies.take(at('/'), ['user=anna', 'seen=1']);
    await cookies.take(at('/'), ['user=bob', 'seen=; Max-Age=0']);
    expect(await cookies.headerFor(at('/'))).toBe('user=bob');
  });

  test('are none for another host, and none that is too large; one for safe wires alone stays on this machine', async () => {
    const cookies = phone();
    await cookies.take(at('/'), ['a=1; Domain=example.org', 'b=2; Secure', `c=${'x'.repeat(254)}`, '']);
    expect(await cookies.headerFor(at('/'))).toBe('b=2');
    expect(await cookies.headerFor(at('/', '127.0.0.1'))).toBe('');
    expect(problems.length).toBeGreaterThanOrEqual(2);
  });

  test('are four for a host, of eight hosts, for half an hour', async () => {
    const cookies = phone();
    await cookies.take(
      at('/'),
      ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}=1`),
    );
    expect(await cookies.headerFor(at('/'))).toBe('b=1; c=1; d=1; e=1');
    for (let host = 1; host <= 8; host += 1) await cookies.take(at('/', `127.0.0.${host}`), ['a=1']);
    expect(await cookies.headerFor(at('/'))).toBe('');
    clock.pass(29 * 60_000);
    expect(await cookies.headerFor(at('/', '127.0.0.8'))).toBe('a=1');
    clock.pass(30 * 60_000);
    expect(await cookies.headerFor(at('/', '127.0.0.8'))).toBe('');
  });
});

describe('Expires', () => {
  const now = Date.UTC(2026, 10, 26, 3, 0, 0);
  test.each([
    [null, false],
    ['Thu, 26 Nov 2026 03:00:01 GMT', false],
    ['Thu, 26 Nov 2026 03:00:00 GMT', true],
    ['Wed, 25 Nov 2026 03:00:00 GMT', true],
    ['0', true],
    ['-1', true],
    ['soon', true],
    ['', true],
  ])('%s', (header, expired) => {
    expect(hasExpired(header, now)).toBe(expired);
  });
});
