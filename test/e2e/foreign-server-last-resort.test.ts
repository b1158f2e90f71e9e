import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACTIVATED, AVAILABLE, ForeignStage } from '../support/foreign-servers/foreign-stage.ts';
import { LineServer } from '../support/foreign-servers/line-server.ts';

/** Seconds: the shortest that the account window allows. */
const EVERY = 30;

let stage: ForeignStage;

beforeAll(async () => {
  stage = await ForeignStage.open({ lastResort: 'Ask by a message (OPTIONS)' });
});
afterAll(() => stage?.close());

test('a server that tells nothing of other lines: it is asked every 30 s, and no sooner, until the line is free', async () => {
  const { alice, peer } = stage;
  new LineServer(peer, { dialog: () => ({ status: 489 }), presence: () => ({ status: 489 }) });
  const asked: number[] = [];
  peer.on('OPTIONS', (request) => {
    if (!request.message.uri.startsWith('sip:1002@')) {
      peer.usual(request);
      return;
    }
    asked.push(performance.now());
    if (asked.length === 1) request.reply(486, 'Busy Here');
    else request.reply(200, 'OK');
  });
  stage.refuseCalls();
  await stage.callBack();
  await alice.phone.expectDisplay(ACTIVATED);
  await alice.phone.expectDisplay(`1002: asking every ${EVERY} s`);
  await alice.phone.expectDisplay(AVAILABLE, (EVERY + 10) * 1000);
  const [first = 0, second = 0] = asked;
  const seconds = (second - first) / 1000;
  expect([asked.length, seconds >= EVERY, seconds < EVERY + 3]).toEqual([2, true, true]);
});
