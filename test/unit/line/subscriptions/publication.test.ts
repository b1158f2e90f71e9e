import { beforeEach, describe, expect, test } from 'vitest';
import { Publication } from '../../../../src-renderer/line/subscriptions/publication';
import { FakeClock, settled } from '../fake-clock';
import { agentOn, FakeTransport, header } from '../fake-network';
import { BOB } from './watch-story';

let clock: FakeClock;
let transport: FakeTransport;
let publication: Publication;
let answers: (number | null)[];

/** What each PUBLISH said: seconds, the tag that it names, and whether it had a body. */
const published = () =>
  transport.sent
    .filter((text) => text.startsWith('PUBLISH'))
    .map((text) => [header(text, 'Expires'), header(text, 'SIP-If-Match'), header(text, 'Content-Type') !== '']);

async function answer(status: number, ...headers: readonly string[]): Promise<void> {
  transport.answer('PUBLISH', status, headers);
  await settled();
}

async function connect(): Promise<void> {
  transport = new FakeTransport();
  publication.begin(await agentOn(transport));
  await settled();
}

beforeEach(async () => {
  clock = new FakeClock();
  answers = [];
  publication = new Publication(BOB, clock, (status) => answers.push(status));
  await connect();
  publication.want({ body: 'closed', expires: 100 });
  await answer(200, 'SIP-ETag: one', 'Expires: 100');
});

describe('a publication', () => {
  test('is told, changed and removed, each time by the tag that the server gave', async () => {
    publication.want({ body: 'open', expires: 100 });
    await answer(200, 'SIP-ETag: two', 'Expires: 100');
    publication.want({ body: '', expires: 0 });
    await answer(200, 'SIP-ETag: three', 'Expires: 0');
    await clock.pass(600_000);
    expect([published(), answers, publication.isGone]).toEqual([
      [
        ['100', '', true],
        ['100', 'one', true],
        ['0', 'two', false],
      ],
      [200, 200, 200],
      true,
    ]);
  });

  test('is refreshed without its body, which is no news', async () => {
    await clock.pass(85_000);
    await answer(200, 'SIP-ETag: two', 'Expires: 100');
    await clock.pass(85_000);
    expect([published().slice(1), answers]).toEqual([
      [
        ['100', 'one', false],
        ['100', 'two', false],
      ],
      [200],
    ]);
  });

  test('whose refresh is refused says so', async () => {
    await clock.pass(85_000);
    await answer(403);
    expect(answers).toEqual([200, 403]);
  });

  test('that the server has forgotten is told as for the first time', async () => {
    await clock.pass(85_000);
    await answer(412);
    await answer(200, 'SIP-ETag: two', 'Expires: 100');
    publication.want({ body: 'open', expires: 100 });
    await answer(412);
    expect([published().slice(1), answers]).toEqual([
      [
        ['100', 'one', false],
        ['100', '', true],
        ['100', 'two', true],
        ['100', '', true],
      ],
      [200],
    ]);
  });

  test('that is too short is told for as long as the server wants', async () => {
    publication.want({ body: 'open', expires: 50 });
    await answer(423, 'Min-Expires: 70');
    await answer(200, 'SIP-ETag: two', 'Expires: 70');
    expect([published().slice(1), answers]).toEqual([
      [
        ['50', 'one', true],
        ['70', 'one', true],
      ],
      [200, 200],
    ]);
  });

  test('waits with a change until the last one was answered', async () => {
    publication.want({ body: 'open', expires: 100 });
    publication.want({ body: 'closed', expires: 100 });
    publication.want({ body: '', expires: 0 });
    await settled();
    expect(published().length).toBe(2);
    await answer(200, 'SIP-ETag: two', 'Expires: 100');
    expect(published().slice(1)).toEqual([
      ['100', 'one', true],
      ['0', 'two', false],
    ]);
  });

  test('of a server that gives no tag is told again instead of refreshed', async () => {
    publication.want({ body: 'open', expires: 100 });
    await answer(200, 'Expires: 100');
    await clock.pass(85_000);
    expect(published().slice(2)).toEqual([['100', '', true]]);
  });

  test('is told anew, without a tag, after the connection was lost', async () => {
    publication.want({ body: 'open', expires: 100 });
    publication.lose();
    await connect();
    await answer(200, 'SIP-ETag: other', 'Expires: 100');
    expect([published(), answers]).toEqual([[['100', '', true]], [200, null, 200]]);
  });

  test('that was removed without a connection stays removed', async () => {
    publication.lose();
    publication.want({ body: '', expires: 0 });
    await connect();
    expect([published(), answers, publication.isGone]).toEqual([[], [200, null], true]);
  });
});
