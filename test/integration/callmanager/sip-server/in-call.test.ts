import { Core } from 'sip.js';
import { describe, expect, test } from 'vitest';
import { Cluster, DOMAIN, told } from './cluster';
import { type RawPhone, SDP } from './raw-phone';

/** Alice, a real phone, talks to Bob, who says only what the test tells him to. */
async function talkToRawPhone(cluster: Cluster) {
  const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
  await bob.register();
  const call = await alice.call('1002');
  const invite = await bob.requested('INVITE');
  bob.answer(invite);
  await Promise.all([call.established(), bob.requested('ACK')]);
  return { call, bob, invite };
}

/** A request of Bob's within that call. */
const within = (bob: RawPhone, invite: Core.IncomingRequestMessage, method: string, sequence: number) => ({
  method,
  sequence,
  uri: 'sip:callmanager@127.0.0.1',
  from: bob.address,
  fromTag: 'raw-1002',
  to: `sip:1001@${DOMAIN}`,
  toTag: invite.fromTag,
  callId: invite.callId,
  headers: [bob.contact],
});

describe('Within a call', () => {
  test('both ends hold and resume', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.talkTo(bob);
    const statuses = [await call.hold(true), await call.hold(false)];
    const heldByAlice = [...incoming.received.all];
    statuses.push(await incoming.hold(true), await incoming.hold(false));
    expect({ statuses, heldByAlice, heldByBob: call.received.all }).toEqual({
      statuses: [200, 200, 200, 200],
      heldByAlice: ['INVITE sendonly', 'INVITE sendrecv'],
      heldByBob: ['INVITE sendonly', 'INVITE sendrecv'],
    });
    expect(call.description.received.all.filter((sdp) => sdp.includes('a=recvonly')).length).toBe(1);
    await incoming.hangUp();
    await call.ended();
  });

  test('a re-INVITE without an offer: the answer goes with the ACK', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.talkTo(bob);
    const from = incoming.description.received.all.length;
    expect(await call.hold(false, true)).toBe(200);
    await incoming.description.received.until((sdp) => sdp.includes('o=1001 '), from);
    expect(await incoming.hold(true)).toBe(200);
  });

  test('two re-INVITEs that cross each other are both told to wait, and the next one goes through', async () => {
    const cluster = await Cluster.start();
    const { call, bob, invite } = await talkToRawPhone(cluster);
    const from = bob.received.all.length;
    const held = call.hold(true);
    const ours = await bob.requested('INVITE', from);
    const bobs = await bob.ask({ ...within(bob, invite, 'INVITE', 1), body: SDP });
    bob.respond(ours, 491);
    expect([bobs.statusCode, await held]).toEqual([491, 491]);
    expect((await bob.ask({ ...within(bob, invite, 'INVITE', 2), body: SDP })).statusCode).toBe(200);
  });

  test.each([488, 500])('a re-INVITE refused with %i leaves the call as it was', async (status) => {
    const cluster = await Cluster.start();
    const { call, bob } = await talkToRawPhone(cluster);
    const from = bob.received.all.length;
    const held = call.hold(true);
    bob.respond(await bob.requested('INVITE', from), status, { extraHeaders: ['Retry-After: 3'] });
    expect([await held, cluster.story.at(-1)]).toEqual([status, told('1001', '1002', 'connected')]);
  });

  test('a re-INVITE is taken back', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const asked = { method: 'INVITE', uri: `sip:1002@${DOMAIN}`, callId: 'c', fromTag: 'a', headers: [alice.contact] };
    const answered = alice.askWithPassword({ ...asked, body: SDP });
    const invite = await bob.requested('INVITE');
    bob.answer(invite);
    const { toTag } = await answered;
    alice.send(alice.compose({ ...asked, method: 'ACK', sequence: 2, toTag }));
    const again = { ...within(bob, invite, 'INVITE', 1), branch: 'z9hG4bKtaken-back' };
    const refused = bob.ask({ ...again, body: SDP });
    const carried = await alice.requested('INVITE');
    alice.respond(carried, 100);
    const cancelled = bob.ask({ ...again, method: 'CANCEL' });
    await alice.requested('CANCEL');
    alice.respond(carried, 487);
    expect([(await cancelled).statusCode, (await refused).statusCode]).toEqual([200, 487]);
    expect(cluster.story.at(-1)).toEqual(told('1001', '1002', 'connected'));
  });

  test('digits and messages are carried both ways, with their types', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.talkTo(bob);
    const statuses = [
      await call.send('info', 'application/dtmf-relay', 'Signal=5\r\nDuration=160\r\n'),
      await incoming.send('info', 'application/dtmf-relay', 'Signal=#\r\n'),
      await call.send('message', 'text/plain', 'grüezi'),
      await incoming.send('message', 'text/plain', 'hoi'),
    ];
    expect([statuses, incoming.received.all, call.received.all]).toEqual([
      [200, 200, 200, 200],
      ['INFO application/dtmf-relay Signal=5\r\nDuration=160\r\n', 'MESSAGE grüezi'],
      ['INFO application/dtmf-relay Signal=#\r\n', 'MESSAGE hoi'],
    ]);
  });

  test('what a phone refuses is refused, and what we do not do is said', async () => {
    const cluster = await Cluster.start();
    const { call, bob, invite } = await talkToRawPhone(cluster);
    const from = bob.received.all.length;
    const info = call.send('info', 'application/dtmf-relay', 'Signal=1');
    bob.respond(await bob.requested('INFO', from), 415);
    const statuses: unknown[] = [await info];
    let sequence = 1;
    for (const method of ['REFER', 'NOTIFY', 'PRACK', 'UPDATE', 'OPTIONS']) {
      const request = within(bob, invite, method, sequence);
      const headers = [bob.contact, 'Refer-To: <sip:1003@cluster.test>', 'Event: refer'];
      statuses.push([method, (await bob.ask({ ...request, headers })).statusCode]);
      sequence += 1;
    }
    expect(statuses).toEqual([415, ['REFER', 202], ['NOTIFY', 481], ['PRACK', 481], ['UPDATE', 405], ['OPTIONS', 200]]);
    expect((await bob.ask(within(bob, invite, 'BYE', sequence))).statusCode).toBe(200);
    await call.ended();
    expect((await bob.ask(within(bob, invite, 'BYE', sequence + 1))).statusCode).toBe(481);
  });

  test('a hang-up before the ACK is told at once and sent as soon as SIP allows', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.phone('1002')]);
    const ringing = bob.incoming.next();
    const invite = {
      method: 'INVITE',
      uri: `sip:1002@${DOMAIN}`,
      callId: 'no-ack',
      fromTag: 'a',
      headers: [alice.contact],
    };
    const answered = alice.askWithPassword({ ...invite, body: SDP });
    const incoming = await ringing;
    await incoming.answer();
    const answer = await answered;
    const ended = cluster.ended();
    await incoming.hangUp();
    expect(await ended).toMatchObject({ from: '1001', to: '1002', status: null });
    expect(alice.received.all.some(({ method }) => method === 'BYE')).toBe(false);
    const ack = { ...invite, method: 'ACK', sequence: 2, toTag: answer.toTag, uri: 'sip:callmanager@127.0.0.1' };
    alice.send(alice.compose(ack));
    await alice.requested('BYE');
  });

  test('an ACK that never comes ends the call', async () => {
    const before = Core.Timers.TIMER_L;
    Core.Timers.TIMER_L = 50;
    try {
      const cluster = await Cluster.start();
      const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.phone('1002')]);
      const ringing = bob.incoming.next();
      const ended = cluster.ended();
      void alice.askWithPassword({
        method: 'INVITE',
        uri: `sip:1002@${DOMAIN}`,
        headers: [alice.contact],
        body: SDP,
      });
      const incoming = await ringing;
      await incoming.answer();
      await Promise.all([alice.requested('BYE'), incoming.ended()]);
      expect(await ended).toMatchObject({ status: null });
    } finally {
      Core.Timers.TIMER_L = before;
    }
  });

  test('an answer that crosses the CANCEL is acknowledged and ended', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const call = await alice.call('1002');
    const invite = await bob.requested('INVITE');
    bob.respond(invite, 180);
    await call.responses.until((status) => status === 180);
    await call.session.dispose();
    await bob.requested('CANCEL');
    bob.answer(invite);
    await Promise.all([bob.requested('ACK'), bob.requested('BYE')]);
    expect([await call.refusal, cluster.story.at(-1)]).toEqual([487, told('1001', '1002', 'ended', 487)]);
  });

  test('a CANCEL that crosses the answer comes too late: the call stands', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.phone('1002')]);
    const branch = 'z9hG4bKlate-cancel';
    const invite = {
      method: 'INVITE',
      uri: `sip:1002@${DOMAIN}`,
      callId: 'late',
      fromTag: 'a',
      headers: [alice.contact],
      body: SDP,
    };
    const challenge = await alice.ask(invite);
    const ringing = bob.incoming.next();
    const headers = [alice.contact, alice.credentials(challenge, invite)];
    const answered = alice.ask({ ...invite, branch, sequence: 2, headers });
    const incoming = await ringing;
    await incoming.answer();
    await answered;
    const cancel = await alice.ask({ ...invite, method: 'CANCEL', branch, sequence: 2, body: '' });
    expect([cancel.statusCode, cluster.story.at(-1)]).toEqual([200, told('1001', '1002', 'connected')]);
  });

  test('an answer without a description makes no call', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const call = await alice.call('1002');
    bob.respond(await bob.requested('INVITE'), 200);
    await Promise.all([bob.requested('ACK'), bob.requested('BYE')]);
    expect([await call.refusal, cluster.story.at(-1)]).toEqual([502, told('1001', '1002', 'ended', 502)]);
  });
});
