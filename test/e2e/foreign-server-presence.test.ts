import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { pidf } from '../support/foreign-servers/documents.ts';
import { ACTIVATED, AVAILABLE, ForeignStage } from '../support/foreign-servers/foreign-stage.ts';
import { PresenceOnlyServer } from '../support/foreign-servers/presence-only-server.ts';

let stage: ForeignStage;

beforeAll(async () => {
  stage = await ForeignStage.open();
});
afterEach(() => stage.alice.tidy());
afterAll(() => stage?.close());

async function watchedByPresence(status: number, shows: string, document: string): Promise<PresenceOnlyServer> {
  const server = new PresenceOnlyServer(stage.peer, document);
  stage.refuseCalls(status);
  await stage.callBack(shows);
  await stage.alice.phone.expectDisplay(ACTIVATED);
  await stage.alice.phone.expectDisplay('Call Back 1002: presence');
  return server;
}

test.each([
  ['an activity of RPID', pidf('open', { activity: 'on-the-phone' }), pidf('open')],
  [
    'the notes of Asterisk',
    pidf('closed', { note: 'On the phone', activity: 'on-the-phone' }),
    pidf('open', { note: 'Ready' }),
  ],
])('busy, told by %s, then open: Alice is told', async (_name, talking, free) => {
  const server = await watchedByPresence(486, 'Busy', talking);
  await stage.expectNothingAnnounced(300);
  await server.tell(free);
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test('a busy line of which presence says "open" and no more: nobody is told that it is free', async () => {
  const server = await watchedByPresence(486, 'Busy', pidf('open'));
  await server.tell(pidf('open'));
  await stage.expectNothingAnnounced(2500);
});

test.each([
  ['nobody was logged in', 480, 'Not registered'],
  ['the line was busy', 486, 'Busy'],
])('%s, presence is closed and then open: Alice is told', async (_name, status, shows) => {
  const server = await watchedByPresence(status, shows, pidf('closed'));
  await stage.expectNothingAnnounced(300);
  await server.tell(pidf('open'));
  await stage.alice.phone.expectDisplay(AVAILABLE);
});

test('a document that cannot be read, and one about nothing: no news', async () => {
  const server = await watchedByPresence(486, 'Busy', pidf('open', { activity: 'on-the-phone' }));
  await server.tell('<presence');
  await server.tell('');
  await stage.expectNothingAnnounced(300);
  await server.tell(pidf('open'));
  await stage.alice.phone.expectDisplay(AVAILABLE);
});
