import { beforeEach, describe, expect, test } from 'vitest';
import { Fetch } from '../../../../src-renderer/line/subscriptions/fetch';
import { FakeClock, settled } from '../fake-clock';
import { agentOn, FakeTransport, header } from '../fake-network';
import { BOB, FakeNotifier } from './watch-story';

let clock: FakeClock;
let server: FakeNotifier;
let fetch: Fetch;
let seen: string[];

beforeEach(async () => {
  clock = new FakeClock();
  seen = [];
  const transport = new FakeTransport();
  server = new FakeNotifier(transport);
  const events = {
    onState: (state: string, status: number | null, reason: string | null) =>
      seen.push([state, status, reason].filter((part) => part !== null).join(' ')),
    onNotified: (contentType: string, body: string) => seen.push(`notified ${contentType === '' ? 'nothing' : body}`),
  };
  const agent = await agentOn(transport);
  fetch = new Fetch(agent, { target: BOB, event: 'dialog' }, clock, events, () => seen.push('over'));
  await settled();
});

describe('asking once how a line stands', () => {
  test('is a SUBSCRIBE that expires at once, and one NOTIFY', async () => {
    await server.answer(200, ['Expires: 0']);
    expect(await server.notify({ state: 'terminated;reason=timeout', body: 'busy' })).toBe(200);
    expect([header(server.last, 'Expires'), seen, server.unsubscribed]).toEqual([
      '0',
      ['active', 'notified busy', 'over'],
      [],
    ]);
  });

  test('is over with an empty NOTIFY too: the server knows nothing', async () => {
    await server.notify({ state: 'terminated;reason=timeout' });
    await server.answer(200, ['Expires: 0']);
    expect(seen).toEqual(['active', 'notified nothing', 'over']);
  });

  test('ends what a server has made a lasting subscription of', async () => {
    await server.answer(200, ['Expires: 3600']);
    await server.notify({ state: 'active;expires=3600', body: 'busy' });
    await server.notify({ cseq: 2, body: 'idle' });
    expect([seen, server.unsubscribed.length]).toEqual([['active', 'notified busy', 'over'], 1]);
  });

  test.each([404, 489, 503])('is refused with %i, and not tried again', async (status) => {
    await server.answer(status);
    await clock.pass(600_000);
    expect([seen, server.asked.length]).toEqual([[`refused ${status}`, 'over'], 1]);
  });

  test('is refused by a NOTIFY that says so', async () => {
    await server.notify({ state: 'terminated;reason=rejected' });
    expect(seen).toEqual(['refused rejected', 'over']);
  });

  test('is given up after 8 seconds', async () => {
    await server.answer(200, ['Expires: 0']);
    await clock.pass(7999);
    expect(seen).toEqual(['active']);
    await clock.pass(1);
    expect(seen).toEqual(['active', 'refused', 'over']);
  });

  test('is given up where the line is lost', () => {
    fetch.lose();
    expect(seen).toEqual(['refused', 'over']);
  });
});
