import { describe, expect, test } from 'vitest';
import { settled } from '../fake-clock';
import { header } from '../fake-network';
import { active, watching } from './watch-story';

describe('a watch begins', () => {
  test('with a SUBSCRIBE that names its package barely, and says what it reads', async () => {
    const { server } = await watching(600);
    const names = ['Event', 'Accept', 'Expires', 'Allow-Events'];
    expect(names.map((name) => header(server.last, name))).toEqual([
      'dialog',
      'application/dialog-info+xml',
      '600',
      '',
    ]);
  });

  test('and is active once it is accepted', async () => {
    const { server, seen } = await watching();
    await server.answer(200, ['Expires: 100']);
    expect([await server.notify({ body: 'idle' }), seen]).toEqual([200, ['active', 'notified idle']]);
  });

  test('and is active, once, where the NOTIFY overtakes the 200', async () => {
    const { server, seen } = await watching();
    await server.notify({ body: 'idle' });
    await server.answer(200, ['Expires: 100']);
    await server.notify();
    expect(seen).toEqual(['active', 'notified idle', 'notified nothing']);
  });

  test('and is told nothing while somebody has yet to allow it', async () => {
    const { server, seen } = await watching();
    await server.answer(202, ['Expires: 100']);
    expect(await server.notify({ state: 'pending;expires=100' })).toBe(200);
    await server.notify({ body: 'idle' });
    expect(seen).toEqual(['active', 'notified idle']);
  });

  test('and answers with 489 a NOTIFY of a package that nobody asked for', async () => {
    const { server, seen } = await active();
    expect([await server.notify({ event: 'presence', body: 'x' }), seen]).toEqual([489, ['active', 'notified idle']]);
  });
});

describe('a watch that is refused', () => {
  test.each([401, 403, 404, 405, 406, 410, 415, 420, 480, 489, 501, 513, 600, 603, 302])(
    'with %i is over, with that status',
    async (status) => {
      const { server, clock, seen } = await watching();
      await server.answer(status);
      await clock.pass(600_000);
      expect([seen, server.asked.length]).toEqual([[`refused ${status}`], 1]);
    },
  );

  test.each([500, 502, 503, 504])('with %i is lost, and tried again after a while, ever longer', async (status) => {
    const { server, clock, seen } = await watching();
    await server.answer(status);
    await clock.pass(1499);
    expect([seen, server.asked.length]).toEqual([[`lost ${status}`], 1]);
    await clock.pass(1);
    await server.answer(status);
    await clock.pass(2999);
    expect([seen, server.asked.length]).toEqual([[`lost ${status}`], 2]);
    await clock.pass(1);
    await server.answer(200, ['Expires: 100']);
    expect([seen, server.asked.length]).toEqual([[`lost ${status}`, 'active'], 3]);
  });

  test('for now waits as many seconds, not milliseconds, as the server says', async () => {
    const { server, clock, seen } = await watching();
    await server.answer(503, ['Retry-After: 20 (busy)']);
    await clock.pass(19_999);
    expect([seen, server.asked.length]).toEqual([['lost 503'], 1]);
    await clock.pass(1);
    expect(server.asked.length).toBe(2);
  });

  test('as too short asks for as long as the server wants, once', async () => {
    const { server, seen } = await watching(60);
    await server.answer(423, ['Min-Expires: 90']);
    expect([header(server.last, 'Expires'), seen]).toEqual(['90', []]);
    await server.answer(423, ['Min-Expires: 90']);
    expect([server.asked.length, seen]).toEqual([2, ['refused 423']]);
  });

  test('as unknown is a new subscription', async () => {
    const { server, clock, seen } = await watching();
    await server.answer(481);
    await clock.pass(0);
    await server.answer(200, ['Expires: 100']);
    const [first = '', second = ''] = server.asked.map((text) => header(text, 'Call-ID'));
    expect([seen, first === second]).toEqual([['lost 481', 'active'], false]);
  });
});

describe('a watch that its server ends', () => {
  test('with a last word tells that first', async () => {
    const { server, seen } = await active();
    await server.notify({ state: 'terminated;reason=noresource', body: 'gone' });
    expect(seen.slice(2)).toEqual(['notified gone', 'refused noresource']);
  });

  test.each(['rejected', 'noresource', 'invariant'])('as %s is over', async (reason) => {
    const { server, clock, seen } = await active();
    expect(await server.notify({ state: `terminated;reason=${reason}` })).toBe(200);
    await clock.pass(600_000);
    expect([seen.slice(2), server.asked.length]).toEqual([[`refused ${reason}`], 1]);
  });

  test.each(['deactivated', 'timeout'])('as %s begins anew at once, but not again and again', async (reason) => {
    const { server, clock, seen } = await active();
    for (let round = 0; round < 20; round++) {
      await server.notify({ state: `terminated;reason=${reason};retry-after=2` });
      await clock.pass(0);
      if (round === 0) expect(server.asked.length).toBe(2);
      await server.notify({ body: 'idle' });
      await clock.pass(500);
    }
    // Ten seconds have passed.
    expect(server.asked.length).toBeLessThanOrEqual(6);
    expect(seen.slice(2, 5)).toEqual([`lost ${reason}`, 'active', 'notified idle']);
  });

  test('as deactivated after it has lasted begins anew at once each time', async () => {
    const { server, clock } = await active(3600);
    for (let round = 0; round < 3; round++) {
      await clock.pass(30_000);
      await server.notify({ state: 'terminated;reason=deactivated' });
      await clock.pass(0);
      await server.notify({ body: 'idle' });
    }
    expect(server.asked.length).toBe(4);
  });

  test.each(['probation', 'giveup'])('as %s waits for the seconds that the server names', async (reason) => {
    const { server, clock, seen } = await active(3600);
    await server.notify({ state: `terminated;reason=${reason};retry-after=40` });
    await clock.pass(39_999);
    expect([server.asked.length, seen.slice(2)]).toEqual([1, [`lost ${reason}`]]);
    await clock.pass(1);
    expect(server.asked.length).toBe(2);
  });

  test.each(['terminated', 'terminated;reason=whim'])('as %s begins anew after a while', async (state) => {
    const { server, clock, seen } = await active();
    await server.notify({ state });
    await clock.pass(1499);
    expect([server.asked.length, seen[2]?.split(' ')[0]]).toEqual([1, 'lost']);
    await clock.pass(1);
    expect(server.asked.length).toBe(2);
  });
});

describe('a watch hears each NOTIFY once, in their order', () => {
  test('a copy of the first is answered and not told', async () => {
    const { server, seen } = await watching();
    const answers = [await server.notify({ cseq: 7, body: 'busy' }), await server.notify({ cseq: 7, body: 'busy' })];
    expect([answers, seen]).toEqual([
      [200, 200],
      ['active', 'notified busy'],
    ]);
  });

  test('a copy of a later one too', async () => {
    const { server, seen } = await active();
    const answers = [await server.notify({ cseq: 9, body: 'busy' }), await server.notify({ cseq: 9, body: 'busy' })];
    expect([answers, seen.slice(2)]).toEqual([[200, 200], ['notified busy']]);
  });

  test('one that is older than the last is not told, and the state is asked for anew', async () => {
    const { server, clock, seen } = await active();
    await server.notify({ cseq: 9, body: 'busy' });
    expect(await server.notify({ cseq: 8, body: 'late' })).toBe(500);
    await clock.pass(0);
    expect(server.asked.length).toBe(2);
    await server.answer(200, ['Expires: 100']);
    await server.notify({ cseq: 1, body: 'idle' });
    expect([seen.slice(2), server.unsubscribed]).toEqual([['notified busy', 'active', 'notified idle'], []]);
  });

  test('one that is older than the first is not told either', async () => {
    const { server, clock, seen } = await watching();
    await server.notify({ cseq: 7, body: 'busy' });
    expect(await server.notify({ cseq: 6, body: 'late' })).toBe(500);
    await clock.pass(0);
    expect([seen, server.asked.length]).toEqual([['active', 'notified busy'], 2]);
  });
});

describe('a watch is renewed by another subscription', () => {
  test('before its time is over, and the switch is no loss', async () => {
    const { server, clock, seen } = await active(100);
    const [old = ''] = server.asked;
    await clock.pass(84_999);
    expect(server.asked.length).toBe(1);
    await clock.pass(1);
    expect(server.asked.length).toBe(2);
    await server.answer(200, ['Expires: 100']);
    await server.notify({ of: old, cseq: 50, body: 'busy' });
    expect(server.unsubscribed).toEqual([]);
    await server.notify({ cseq: 1, body: 'idle' });
    // Not ended: some servers would take the new one for it. It is left to run out.
    expect(server.unsubscribed).toEqual([]);
    const late = await server.notify({ of: old, cseq: 51, body: 'late' });
    const last = await server.notify({ of: old, cseq: 52, state: 'terminated;reason=timeout' });
    expect([late, last, seen.slice(2)]).toEqual([200, 200, ['notified busy', 'active', 'notified idle']]);
  });

  test.each([
    ['the 200', ['Expires: 40'], 'active;expires=100'],
    ['the NOTIFY', ['Expires: 100'], 'active;expires=40'],
  ])('at the time that %s shortens', async (_who, headers, state) => {
    const { server, clock } = await watching(100);
    await server.answer(200, headers);
    await server.notify({ state });
    await clock.pass(33_999);
    expect(server.asked.length).toBe(1);
    await clock.pass(1);
    expect(server.asked.length).toBe(2);
  });

  test('again, at the time that the renewal was granted before its first NOTIFY', async () => {
    const { server, clock } = await active(100);
    await clock.pass(85_000);
    await server.answer(200, ['Expires: 40']);
    await server.notify({ cseq: 1, body: 'idle' });
    await clock.pass(33_999);
    expect(server.asked.length).toBe(2);
    await clock.pass(1);
    expect(server.asked.length).toBe(3);
  });

  test('and stays as it is while that is refused for now, until its own time is over', async () => {
    const { server, clock, seen } = await active(100);
    await clock.pass(85_000);
    await server.answer(503, ['Retry-After: 30']);
    await server.notify({ of: server.asked[0] ?? '', cseq: 50, body: 'busy' });
    await clock.pass(14_999);
    expect(seen.slice(2)).toEqual(['notified busy']);
    await clock.pass(1);
    expect(seen.slice(2)).toEqual(['notified busy', 'lost']);
    await clock.pass(15_000);
    await server.notify({ cseq: 1, body: 'idle' });
    expect(seen.slice(2)).toEqual(['notified busy', 'lost', 'active', 'notified idle']);
  });

  test('and is over where that is refused for good', async () => {
    const { server, clock, seen } = await active(100);
    await clock.pass(85_000);
    await server.answer(403);
    expect([seen.slice(2), server.unsubscribed.length]).toEqual([['refused 403'], 1]);
  });
});

describe('a watch that is ended', () => {
  test('says so to the server, and nothing to us', async () => {
    const { server, subscription, seen } = await active();
    subscription.end();
    await settled();
    expect([header(server.transport.last('SUBSCRIBE'), 'Expires'), server.unsubscribed.length]).toEqual(['0', 1]);
    expect([await server.notify({ state: 'terminated;reason=timeout', body: 'x' }), seen.length]).toEqual([200, 2]);
  });

  test('before its first NOTIFY says so with that', async () => {
    const { server, subscription, seen } = await watching();
    subscription.end();
    await server.answer(200, ['Expires: 100']);
    expect(server.unsubscribed).toEqual([]);
    expect(await server.notify({ body: 'idle' })).toBe(200);
    expect([server.unsubscribed.length, seen]).toEqual([1, []]);
  });

  test('is not begun again by a refusal that comes too late', async () => {
    const { server, subscription, clock, seen } = await watching();
    subscription.end();
    await server.answer(503);
    await clock.pass(600_000);
    expect([server.asked.length, seen]).toEqual([1, []]);
  });
});

describe('a watch whose line loses its connection', () => {
  test('is lost at once, and begins anew on the next', async () => {
    const { subscription, connect, seen } = await active();
    subscription.lose();
    expect(seen.slice(2)).toEqual(['lost']);
    const next = await connect();
    await next.answer(200, ['Expires: 100']);
    await next.notify({ body: 'busy' });
    expect(seen.slice(2)).toEqual(['lost', 'active', 'notified busy']);
  });

  test('hears nothing any more from the old one', async () => {
    const { server, subscription, connect, clock, seen } = await active(100);
    subscription.lose();
    const next = await connect();
    await server.notify({ body: 'ghost' });
    await clock.pass(90_000);
    expect([seen.slice(2), server.asked.length, next.asked.length]).toEqual([['lost'], 1, 1]);
  });
});
