import { describe, expect, test } from 'vitest';
import { Cluster, DOMAIN, told } from './cluster';
import { SDP } from './raw-phone';

describe('A phone that vanishes', () => {
  test.each(['caller', 'called'])('in mid-call: the other end of the %s is told at once', async (who) => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.talkTo(bob);
    const ended = cluster.ended();
    (who === 'caller' ? alice : bob).unplug();
    await (who === 'caller' ? incoming : call).ended();
    expect(await ended).toMatchObject({ from: '1001', to: '1002', status: null });
    expect(cluster.story.filter(({ state }) => state === 'ended').length).toBe(1);
  });

  test('while it rings: the caller is told 480, and the timer of the call is gone', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call] = await alice.ring(bob);
    bob.unplug();
    expect([await call.refusal, cluster.story.at(-1)]).toEqual([480, told('1001', '1002', 'ended', 480)]);
    expect(cluster.clock.pending).toBe(1);
  });

  test('while its own INVITE is not even answered with 100: the caller is told 480', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const call = await alice.call('1002');
    await bob.requested('INVITE');
    bob.unplug();
    expect(await call.refusal).toBe(480);
  });

  test('while the phone that it calls rings: that phone stops ringing', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [, incoming] = await alice.ring(bob);
    const ended = cluster.ended();
    alice.unplug();
    await incoming.ended();
    expect(await ended).toMatchObject({ status: 487 });
  });

  test('between the answer and its ACK: the phone that answered is hung up', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.phone('1002')]);
    const ringing = bob.incoming.next();
    const invite = { method: 'INVITE', uri: `sip:1002@${DOMAIN}`, headers: [alice.contact], body: SDP };
    const answered = alice.askWithPassword(invite);
    const incoming = await ringing;
    await incoming.answer();
    await answered;
    alice.unplug();
    await incoming.ended();
  });

  test('while it is asked to hold: the call is over for the one that asked', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const call = await alice.call('1002');
    bob.answer(await bob.requested('INVITE'));
    await Promise.all([call.established(), bob.requested('ACK')]);
    const from = bob.received.all.length;
    void call.hold(true);
    await bob.requested('INVITE', from);
    bob.unplug();
    await call.ended();
  });

  test('closing the server ends its calls', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    await alice.talkTo(bob);
    await cluster.stop();
    expect([cluster.story.at(-1), cluster.clock.pending]).toEqual([told('1001', '1002', 'ended'), 0]);
  });
});
