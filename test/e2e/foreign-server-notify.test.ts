import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dialogInfo, pidf } from '../support/foreign-servers/documents.ts';
import { ACTIVATED, AVAILABLE, ForeignStage } from '../support/foreign-servers/foreign-stage.ts';
import { type Answers, LineServer } from '../support/foreign-servers/line-server.ts';
import type { PeerSubscription } from '../support/sip-peer/peer-subscription.ts';
import { waitFor } from '../support/wait-for.ts';

const LIVE = 'Call Back 1002: live';
const BUSY = ['confirmed'];

let stage: ForeignStage;
let server: LineServer;
/** What the app had printed before the story. */
let before = 0;

beforeAll(async () => {
  stage = await ForeignStage.open();
});
afterEach(() => stage.alice.tidy());
afterAll(() => stage?.close());

/** Alice waits for a busy 1002, and is told so by its dialogs. @returns what she has subscribed to */
async function waiting(answers: Partial<Answers> = {}): Promise<PeerSubscription> {
  before = stage.alice.app.output.length;
  server = new LineServer(stage.peer, {
    dialog: () => dialogInfo(1, BUSY),
    presence: () => pidf('open'),
    ...answers,
  });
  stage.refuseCalls();
  await stage.callBack();
  await stage.alice.phone.expectDisplay(ACTIVATED);
  await stage.alice.phone.expectDisplay(LIVE);
  // Before presence has spoken, nothing is announced anyway.
  const presence = await server.kept('presence');
  await waitFor('presence', () => server.heard.has(presence));
  return server.kept('dialog');
}

/** Alice is told that 1002 is free, and the app has seen that once in all the story. */
async function announced(): Promise<void> {
  await stage.alice.phone.expectDisplay(AVAILABLE);
  expect(stage.alice.app.output.slice(before).match(/line 1002 onHook/g)).toHaveLength(1);
}

/** What a server says although the line is as busy as before: whoever asks is told so. `asked`: does the app ask? */
const misleading: readonly (readonly [
  name: string,
  asked: boolean,
  say: (watch: PeerSubscription) => Promise<unknown>,
])[] = [
  [
    'the same NOTIFY again, as it is sent where our 200 was lost',
    false,
    async (watch) => {
      const again = { cseq: 50, branch: 'z9hG4bKagain' };
      const answers = [
        await watch.notify(dialogInfo(2, BUSY), again),
        await watch.notify(dialogInfo(2, BUSY), again),
        await watch.notify(dialogInfo(3, []), again),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    },
  ],
  ['the same version again, with other words', false, (watch) => watch.notify(dialogInfo(1, []))],
  [
    'versions out of order',
    false,
    async (watch) => {
      await watch.notify(dialogInfo(7, BUSY));
      await watch.notify(dialogInfo(6, []));
    },
  ],
  [
    'NOTIFYs out of order: refused, and everything is asked for again',
    true,
    async (watch) => {
      await watch.notify(dialogInfo(7, BUSY), { cseq: 900 });
      const late = await watch.notify(dialogInfo(8, []), { cseq: 1 });
      expect(late.status).toBe(500);
      await server.kept('dialog', 1);
    },
  ],
  [
    'XML that ends in the middle: it may have told of a call, and is asked for again',
    true,
    async (watch) => {
      await watch.notify('<dialog-info version="2" state="full"><dialog id="a"');
      await server.kept('dialog', 1);
    },
  ],
  [
    'no body at all: the server is asked, and does not stand by it',
    true,
    async (watch) => {
      await watch.notify('');
      await server.kept('dialog', 1);
    },
  ],
  [
    'a part, after a gap in the versions, in which another call began: the whole is asked for again',
    true,
    async (watch) => {
      server.answers = { ...server.answers, dialog: () => dialogInfo(3, ['confirmed other@host']) };
      await watch.notify(dialogInfo(3, ['terminated'], 'partial'));
      await server.kept('dialog', 1);
    },
  ],
  [
    'one of several dialogs ends',
    false,
    (watch) => watch.notify(dialogInfo(2, ['terminated', 'confirmed other@host'])),
  ],
  [
    'news that is late: the line is busy again by the time it is asked',
    true,
    async (watch) => {
      server.answers = { ...server.answers, dialog: () => dialogInfo(3, ['confirmed later@host']) };
      await watch.notify(dialogInfo(2, ['terminated']));
      await server.kept('dialog', 1);
      await server.tell('dialog', dialogInfo(4, ['terminated later@host', 'confirmed again@host']));
    },
  ],
  ['a document of another kind', true, (watch) => watch.notify(pidf('open'), { contentType: 'application/pidf+xml' })],
  ['a NOTIFY of another package', false, (watch) => watch.notify(dialogInfo(2, []), { event: 'presence' })],
];

test.each(misleading)('%s: nothing is announced, and the true end is', async (_name, asked, say) => {
  const watch = await waiting();
  const known = stage.peer.subscriptions.length;
  await say(watch);
  await stage.expectNothingAnnounced(500);
  expect(stage.peer.subscriptions.length > known).toBe(asked);
  await server.tell('dialog', dialogInfo(1000, ['terminated theirs@host']));
  await announced();
});

/** What is true, however oddly it is said. `answer`: what whoever asks is told. */
const honest: readonly (readonly [name: string, answer: string, say: (watch: PeerSubscription) => Promise<unknown>])[] =
  [
    ['a part that follows on', dialogInfo(1, []), (watch) => watch.notify(dialogInfo(2, ['terminated'], 'partial'))],
    ['no body, of a server that sends none where there is no call', '', (watch) => watch.notify('')],
    [
      'several dialogs, all of them over',
      dialogInfo(1, []),
      (watch) => watch.notify(dialogInfo(2, ['terminated', 'terminated other@host'])),
    ],
    [
      'a call that is "early" again after its end, which the server never forgets',
      dialogInfo(3, ['early']),
      async (watch) => {
        await watch.notify(dialogInfo(2, ['terminated']));
        await watch.notify(dialogInfo(3, ['early']));
      },
    ],
    [
      'Alice’s own call, which the server has not forgotten',
      dialogInfo(1, []),
      (watch) => watch.notify(dialogInfo(2, ['terminated', `early ${stage.peer.of('INVITE').at(-1)?.message.callId}`])),
    ],
    [
      'a last NOTIFY that ends the subscription',
      dialogInfo(1, []),
      (watch) => watch.notify(dialogInfo(2, ['terminated']), { state: 'terminated;reason=deactivated' }),
    ],
  ];

test.each(honest)('%s: announced', async (_name, answer, say) => {
  const watch = await waiting();
  server.answers = { ...server.answers, dialog: () => answer };
  await say(watch);
  await announced();
});

test('the server is slow to stand by its news: it is believed, and its answer changes nothing when it comes at last', async () => {
  const watch = await waiting();
  server.answers = { ...server.answers, dialog: () => null };
  await watch.notify(dialogInfo(2, ['terminated']));
  const question = await stage.peer.subscribed(({ request }) => request.message.expires === 0);
  await announced();
  await question.notify(dialogInfo(3, BUSY), { state: 'terminated;reason=timeout' });
  await stage.alice.phone.press('Exit');
  await stage.alice.phone.press('CallBack');
  await announced();
});
