import { describe, expect, test } from 'vitest';
import { Cluster, told } from './cluster';
import type { RawPhone } from './raw-phone';

async function twoRawPhones(cluster: Cluster): Promise<readonly [RawPhone, RawPhone]> {
  const [desk, kitchen] = await Promise.all([cluster.rawPhone('1002'), cluster.rawPhone('1002', '1002/kitchen')]);
  await desk.register();
  await kitchen.register(['Contact: <sip:kitchen@raw.invalid;transport=ws>', 'Expires: 600']);
  return [desk, kitchen];
}

describe('A number with two phones', () => {
  test('both ring, the first to answer has the call, the other stops ringing', async () => {
    const cluster = await Cluster.start();
    const [alice, desk, kitchen] = await Promise.all(['1001', '1002', '1002'].map((number) => cluster.phone(number)));
    if (!alice || !desk || !kitchen) throw new Error('Three phones');
    const ringing = Promise.all([desk.incoming.next(), kitchen.incoming.next()]);
    const call = await alice.call('1002');
    const [atDesk, inKitchen] = await ringing;
    await Promise.all([inKitchen.answer(), call.established(), atDesk.ended()]);
    await call.hangUp();
    await inKitchen.ended();
    expect(cluster.story.map(({ state, status }) => [state, status])).toEqual([
      ['proceeding', null],
      ['ringing', null],
      ['connected', null],
      ['ended', null],
    ]);
  });

  test.each([
    [480, 486, 486],
    [486, 480, 486],
    [500, 480, 480],
    [404, 503, 404],
    [302, 500, 480],
  ])('refused with %i and %i is refused with %i, once both have', async (first, second, told) => {
    const cluster = await Cluster.start();
    const [desk, kitchen] = await twoRawPhones(cluster);
    const alice = await cluster.phone('1001');
    const call = await alice.call('1002');
    desk.respond(await desk.requested('INVITE'), first);
    await desk.requested('ACK');
    expect(cluster.story.length).toBe(1);
    kitchen.respond(await kitchen.requested('INVITE'), second);
    expect(await call.refusal).toBe(told);
  });

  test('one "decline" refuses for all, and the other phone is cancelled', async () => {
    const cluster = await Cluster.start();
    const [desk, kitchen] = await twoRawPhones(cluster);
    const alice = await cluster.phone('1001');
    const call = await alice.call('1002');
    kitchen.respond(await kitchen.requested('INVITE'), 180);
    await call.responses.until((status) => status === 180);
    desk.respond(await desk.requested('INVITE'), 603);
    await kitchen.requested('CANCEL');
    expect([await call.refusal, cluster.story.at(-1)]).toEqual([603, told('1001', '1002', 'ended', 603)]);
  });

  test('the one that answers a moment too late is thanked and sent away', async () => {
    const cluster = await Cluster.start();
    const [desk, kitchen] = await twoRawPhones(cluster);
    const alice = await cluster.phone('1001');
    const call = await alice.call('1002');
    const [atDesk, inKitchen] = await Promise.all([desk.requested('INVITE'), kitchen.requested('INVITE')]);
    desk.answer(atDesk);
    kitchen.answer(inKitchen, 'kitchen-tag');
    await Promise.all([desk.requested('ACK'), kitchen.requested('ACK'), kitchen.requested('BYE'), call.established()]);
    expect(cluster.story.at(-1)).toEqual(told('1001', '1002', 'connected'));
  });

  test('the cancelled phone is told that the call was answered elsewhere', async () => {
    const cluster = await Cluster.start();
    const [desk, kitchen] = await twoRawPhones(cluster);
    const alice = await cluster.phone('1001');
    const call = await alice.call('1002');
    desk.respond(await desk.requested('INVITE'), 180);
    await call.responses.until((status) => status === 180);
    kitchen.answer(await kitchen.requested('INVITE'));
    expect((await desk.requested('CANCEL')).getHeader('reason')).toBe('SIP;cause=200;text="Call completed elsewhere"');
  });

  test('an answer that is none ends the call, and the other phone is cancelled once', async () => {
    const cluster = await Cluster.start();
    const [desk, kitchen] = await twoRawPhones(cluster);
    const alice = await cluster.phone('1001');
    const call = await alice.call('1002', { inviteWithoutSdp: true });
    const inKitchen = await kitchen.requested('INVITE');
    kitchen.respond(inKitchen, 180);
    await call.responses.until((status) => status === 180);
    desk.respond(await desk.requested('INVITE'), 200);
    expect(await call.refusal).toBe(502);
    kitchen.respond(inKitchen, 487);
    await kitchen.requested('ACK');
    const methods = kitchen.received.all.map((message) => message.method);
    expect(methods.filter((method) => method === 'CANCEL')).toEqual(['CANCEL']);
  });

  test('early media of one of several phones is kept from the caller', async () => {
    const cluster = await Cluster.start();
    const [desk] = await twoRawPhones(cluster);
    const alice = await cluster.rawPhone('1001');
    void alice.askWithPassword({ method: 'INVITE', uri: 'sip:1002@cluster.test', headers: [alice.contact] });
    const body = { contentDisposition: 'session', contentType: 'application/sdp', content: 'v=0\r\n' };
    desk.respond(await desk.requested('INVITE'), 183, { body });
    const progress = await alice.received.until((message) => 'statusCode' in message && message.statusCode === 183);
    expect(progress.body).toBe('');
  });

  test('one unplugged while both ring leaves the call to the other', async () => {
    const cluster = await Cluster.start();
    const [desk, kitchen] = await twoRawPhones(cluster);
    const alice = await cluster.phone('1001');
    const call = await alice.call('1002');
    const [inKitchen] = await Promise.all([kitchen.requested('INVITE'), desk.requested('INVITE')]);
    const gone = cluster.registrations.next();
    desk.unplug();
    await gone;
    kitchen.answer(inKitchen);
    await call.established();
  });

  test('a phone that ignores CANCEL is forgotten in the end', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const call = await alice.call('1002');
    const invite = await bob.requested('INVITE');
    bob.respond(invite, 180);
    await call.responses.until((status) => status === 180);
    await call.session.dispose();
    await bob.requested('CANCEL');
    cluster.clock.pass(33_000);
    const from = cluster.traced.all.length;
    bob.respond(invite, 487);
    await cluster.traced.until((text) => text.includes('Discarding unmatched 487'), from);
  });
});
