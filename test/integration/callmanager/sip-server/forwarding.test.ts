import { describe, expect, test } from 'vitest';
import { Cluster, told } from './cluster';
import type { Phone } from './phone';

async function phones(cluster: Cluster, ...numbers: readonly string[]): Promise<readonly Phone[]> {
  return Promise.all(numbers.map((number) => cluster.phone(number)));
}

/** Alice, Bob and Carol, registered. */
async function three(): Promise<readonly [Cluster, Phone, Phone, Phone]> {
  const cluster = await Cluster.start();
  const [alice, bob, carol] = await phones(cluster, '1001', '1002', '1003');
  if (!alice || !bob || !carol) throw new Error('Three phones');
  return [cluster, alice, bob, carol];
}

describe('Call forward all', () => {
  test('the call goes to the target at once, the called phone does not ring, and the caller is told by a 181', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { forwardAll: '1003' });
    const ringing = carol.incoming.next();
    const call = await alice.call('1002', { extraHeaders: ['Supported: histinfo'] });
    const incoming = await ringing;
    await Promise.all([incoming.answer(), call.responses.until((status) => status === 200)]);
    expect({
      shown: incoming.remote,
      bob: bob.incoming.all.length,
      responses: call.responses.all,
      forwarded: call.headersOf(181, 'diversion', 'history-info'),
      invite: incoming.asInvitation.request.getHeaders('diversion'),
      story: cluster.story,
      dialled: new Set(cluster.calls.all.map(({ dialled }) => dialled)),
    }).toEqual({
      shown: 'Alice <1001>',
      bob: 0,
      responses: [181, 180, 200],
      forwarded: [
        '<sip:1002@cluster.test>;reason=unconditional;counter=1',
        '<sip:1002@cluster.test>;index=1, <sip:1003@cluster.test;cause=302>;index=1.1;mp=1',
      ],
      invite: ['<sip:1002@cluster.test>;reason=unconditional;counter=1'],
      story: [
        told('1001', '1002', 'forwarded', 302),
        told('1001', '1003', 'proceeding'),
        told('1001', '1003', 'ringing'),
        told('1001', '1003', 'connected'),
      ],
      dialled: new Set(['1002']),
    });
  });

  test('a caller that has not asked for the history of the call is told the diversion alone', async () => {
    const [cluster, alice] = await three();
    cluster.configure('1002', { forwardAll: '1003' });
    const call = await alice.call('1002');
    await call.responses.until((status) => status === 180);
    expect(call.headersOf(181, 'diversion', 'history-info')).toEqual([
      '<sip:1002@cluster.test>;reason=unconditional;counter=1',
      '',
    ]);
  });

  test.each([
    ['nobody has', { forwardAll: '9999' }, 404, '9999'],
    ['is not registered', { forwardAll: '1004' }, 480, '1004'],
    ['is the caller himself', { forwardAll: '1001' }, 486, '1001'],
    ['is the number itself', { forwardAll: '1002' }, 482, '1002'],
  ] as const)('to a number that %s', async (_name, features, status, last) => {
    const [cluster, alice] = await three();
    cluster.configure('1002', features);
    const call = await alice.call('1002');
    expect(await call.refusal).toBe(status);
    expect(cluster.story).toEqual([told('1001', '1002', 'forwarded', 302), told('1001', last, 'ended', status)]);
  });

  test('a chain leads on to its end, each number with its reason; one that comes back is refused with 482', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { forwardAll: '1004' });
    cluster.configure('1004', { forwardNoAnswer: '1003' });
    const ringing = carol.incoming.next();
    const call = await alice.call('1002', { extraHeaders: ['Supported: histinfo'] });
    const incoming = await ringing;
    expect(incoming.asInvitation.request.getHeaders('diversion')).toEqual([
      '<sip:1004@cluster.test>;reason=unavailable;counter=1',
      '<sip:1002@cluster.test>;reason=unconditional;counter=1',
    ]);
    await call.responses.until((status) => status === 180);
    await call.session.dispose();
    await incoming.ended();
    cluster.configure('1003', { forwardAll: '1002' });
    const looped = await bob.call('1003');
    expect(await looped.refusal).toBe(482);
    expect(cluster.story.slice(-4)).toEqual([
      told('1002', '1003', 'forwarded', 302),
      told('1002', '1002', 'forwarded', 302),
      told('1002', '1004', 'forwarded', 503),
      told('1002', '1003', 'ended', 482),
    ]);
  });

  test('a caller who is not ours to route elsewhere gets no forward of a number that only looks like ours', async () => {
    const [cluster] = await three();
    cluster.configure('1002', { forwardAll: '1003' });
    const raw = await cluster.rawPhone('1001');
    const answer = await raw.askWithPassword({
      method: 'INVITE',
      uri: 'sip:1002@elsewhere.test',
      headers: [raw.contact],
    });
    expect(answer.statusCode).toBe(404);
  });

  test('a number without a phone that forwards its calls', async () => {
    const [cluster, alice, , carol] = await three();
    cluster.configure('1100', { forwardAll: '1003' });
    await alice.call('1100');
    await carol.incoming.until(() => true);
    cluster.configure('1101', {});
    expect(await (await carol.call('1101')).refusal).toBe(480);
  });
});

describe('Call forward busy', () => {
  test.each<[string, (cluster: Cluster, bob: Phone) => Promise<void>]>([
    ['whose handset is lifted', async (cluster) => void cluster.offHook.add('1002')],
    ['that talks', async (cluster, bob) => void (await bob.talkTo(await cluster.phone('1004')))],
    ['that is not to be disturbed', async (cluster) => void cluster.undisturbed.add('SEP1002')],
  ])('a phone %s does not ring, and the target does', async (_name, makeBusy) => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { forwardBusy: '1003' });
    await makeBusy(cluster, bob);
    const ringing = carol.incoming.next();
    const call = await alice.call('1002');
    const incoming = await ringing;
    await Promise.all([incoming.answer(), call.established()]);
    expect([bob.incoming.all.length, call.headersOf(181, 'diversion')]).toEqual([
      0,
      ['<sip:1002@cluster.test>;reason=user-busy;counter=1'],
    ]);
  });

  test('a phone that refuses as busy passes the call on, and one that declines does not', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { forwardBusy: '1003' });
    const [call, atBob] = await alice.ring(bob);
    const ringing = carol.incoming.next();
    await atBob.reject(486);
    await Promise.all([(await ringing).answer(), call.established()]);
    const again = bob.incoming.next();
    const declined = await (await cluster.phone('1004')).call('1002');
    await (await again).reject(603);
    expect(await declined.refusal).toBe(603);
  });

  test('an idle phone rings, and nothing is forwarded', async () => {
    const [cluster, alice, bob] = await three();
    cluster.configure('1002', { forwardBusy: '1003' });
    await alice.talkTo(bob);
    expect(cluster.story.at(-1)).toEqual(told('1001', '1002', 'connected'));
  });
});

describe('Call forward no answer', () => {
  test('rings for the ring time of its line, then stops, and the target rings', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { forwardNoAnswer: '1003', ringSeconds: 7 });
    const [call, atBob] = await alice.ring(bob);
    cluster.clock.pass(6_900);
    expect(carol.incoming.all.length).toBe(0);
    const ringing = carol.incoming.next();
    cluster.clock.pass(100);
    const incoming = await ringing;
    await atBob.ended();
    await Promise.all([incoming.answer(), call.responses.until((status) => status === 200)]);
    await call.hangUp();
    await incoming.ended();
    expect({ responses: call.responses.all, story: cluster.story }).toEqual({
      responses: [100, 180, 181, 180, 200],
      story: [
        told('1001', '1002', 'proceeding'),
        told('1001', '1002', 'ringing'),
        told('1001', '1002', 'forwarded', 408),
        told('1001', '1003', 'proceeding'),
        told('1001', '1003', 'ringing'),
        told('1001', '1003', 'connected'),
        told('1001', '1003', 'ended'),
      ],
    });
  });

  test('an answer that crosses the forward is thanked and sent away', async () => {
    const cluster = await Cluster.start();
    const [alice, bob, carol] = await Promise.all([
      cluster.phone('1001'),
      cluster.rawPhone('1002'),
      cluster.phone('1003'),
    ]);
    await bob.register();
    cluster.configure('1002', { forwardNoAnswer: '1003', ringSeconds: 12 });
    const call = await alice.call('1002');
    const invite = await bob.requested('INVITE');
    bob.respond(invite, 180);
    await call.responses.until((status) => status === 180);
    const ringing = carol.incoming.next();
    cluster.clock.pass(12_000);
    await bob.requested('CANCEL');
    bob.answer(invite);
    await Promise.all([bob.requested('ACK'), bob.requested('BYE')]);
    await Promise.all([(await ringing).answer(), call.established()]);
  });

  test('early media of a phone that may be left again is kept from the caller, whose offer gets one answer', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    cluster.configure('1002', { forwardNoAnswer: '1003' });
    void alice.askWithPassword({ method: 'INVITE', uri: 'sip:1002@cluster.test', headers: [alice.contact] });
    const body = { contentDisposition: 'session', contentType: 'application/sdp', content: 'v=0\r\n' };
    bob.respond(await bob.requested('INVITE'), 183, { body });
    const progress = await alice.received.until((message) => 'statusCode' in message && message.statusCode === 183);
    expect(progress.body).toBe('');
  });

  test('a caller who gives up at the target cancels it there', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { forwardNoAnswer: '1003', ringSeconds: 4 });
    const [call] = await alice.ring(bob);
    const ringing = carol.incoming.next();
    cluster.clock.pass(4_000);
    const incoming = await ringing;
    await call.session.dispose();
    await incoming.ended();
    expect(cluster.story.at(-1)).toEqual(told('1001', '1003', 'ended', 487));
  });

  test('who watches a caller hears nothing of a call that was refused before any phone was asked', async () => {
    const [cluster, alice, bob] = await three();
    const dave = await cluster.phone('1004');
    const { notified } = dave.subscribe('1001');
    await notified.until(() => true);
    cluster.configure('1002', { forwardAll: '9999' });
    expect(await (await alice.call('1002')).refusal).toBe(404);
    cluster.configure('1002', {});
    await alice.ring(bob);
    await notified.until(({ dialogs }) => dialogs.join().includes('early'));
    expect(notified.all.map(({ dialogs }) => dialogs.join()).filter((dialog) => dialog.includes('9999'))).toEqual([]);
  });

  test('the two dialogs of a forwarded call, as watchers see them', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { forwardNoAnswer: '1003', ringSeconds: 4 });
    const dave = await cluster.phone('1004');
    const [ofAlice, ofBob, ofCarol] = ['1001', '1002', '1003'].map((number) => dave.subscribe(number).notified);
    if (!ofAlice || !ofBob || !ofCarol) throw new Error('Three subscriptions');
    for (const notified of [ofAlice, ofBob, ofCarol]) await notified.until(() => true);
    await alice.ring(bob);
    cluster.clock.pass(4_000);
    const incoming = await carol.incoming.until(() => true);
    await incoming.answer();
    await ofCarol.until(({ dialogs }) => dialogs.some((dialog) => dialog.includes('confirmed')));
    const seen = ({ all }: typeof ofAlice) => [...new Set(all.map(({ dialogs }) => dialogs.join()))].slice(1);
    const [alices, bobs, carols] = [seen(ofAlice), seen(ofBob), seen(ofCarol)];
    expect([alices.slice(alices.findIndex((dialog) => dialog.includes('early'))), bobs, carols]).toEqual([
      // A dialog never goes back from early to trying.
      [
        'initiator early sip:1002@cluster.test',
        'initiator early sip:1003@cluster.test',
        'initiator confirmed sip:1003@cluster.test',
      ],
      ['trying', 'early', 'terminated'].map((state) => `recipient ${state} sip:1001@cluster.test`),
      ['trying', 'early', 'confirmed'].map((state) => `recipient ${state} sip:1001@cluster.test`),
    ]);
  });
});

describe('Call waiting', () => {
  test('on: a phone that talks is offered one more call, and no third one', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { callWaiting: true });
    await alice.talkTo(bob);
    const [waiting, atBob] = await carol.ring(bob);
    const dave = await cluster.phone('1004');
    expect(await (await dave.call('1002')).refusal).toBe(486);
    await Promise.all([atBob.answer(), waiting.established()]);
    expect(await (await dave.call('1002')).refusal).toBe(486);
  });

  test('on: who rings, or is about to dial, is busy all the same', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { callWaiting: true });
    const [call] = await alice.ring(bob);
    expect(await (await carol.call('1002')).refusal).toBe(486);
    const ended = cluster.ended();
    await call.session.dispose();
    await ended;
    cluster.offHook.add('1002');
    expect(await (await carol.call('1002')).refusal).toBe(486);
  });

  test('off: a phone that talks is busy', async () => {
    const [cluster, alice, bob, carol] = await three();
    cluster.configure('1002', { callWaiting: false });
    await alice.talkTo(bob);
    expect(await (await carol.call('1002')).refusal).toBe(486);
  });
});

test('do not disturb: an idle phone is busy, and can call', async () => {
  const [cluster, alice, bob] = await three();
  cluster.undisturbed.add('SEP1002');
  expect(await (await alice.call('1002')).refusal).toBe(486);
  expect(bob.incoming.all).toEqual([]);
  await bob.talkTo(alice);
});
