import { describe, expect, test } from 'vitest';
import { Cluster, told } from './cluster';

describe('A call', () => {
  test('rings, is answered, and is ended by the caller', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.talkTo(bob);
    const shown = incoming.remote;
    await call.hangUp();
    await Promise.all([call.ended(), incoming.ended()]);
    expect({ shown, story: cluster.story, ids: new Set(cluster.calls.all.map(({ id }) => id)).size }).toEqual({
      shown: 'Alice <1001>',
      story: [
        told('1001', '1002', 'proceeding'),
        told('1001', '1002', 'ringing'),
        told('1001', '1002', 'connected'),
        told('1001', '1002', 'ended'),
      ],
      ids: 1,
    });
    expect([...call.description.received.all, ...incoming.description.received.all]).toEqual([
      expect.stringContaining('o=1002 '),
      expect.stringContaining('o=1001 '),
    ]);
  });

  test('says how the caller wishes it to ring, or to be answered at once', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const wishes = [
      'Alert-Info: <urn:alert:source:internal>',
      'Answer-Mode: Auto',
      'Call-Info: <sip:a>;answer-after=0',
    ];
    await alice.call('1002', { extraHeaders: [...wishes, 'X-Secret: no'] });
    const { request } = (await bob.incoming.until(() => true)).asInvitation;
    const of = (name: string): string => `${name}: ${request.getHeader(name)}`;
    expect(['Alert-Info', 'Answer-Mode', 'Call-Info', 'X-Secret'].map(of)).toEqual([...wishes, 'X-Secret: undefined']);
  });

  test('comes from inside, unless the caller says otherwise', async () => {
    const cluster = await Cluster.start();
    const [alice, bob, carol] = await Promise.all(['1001', '1002', '1003'].map((number) => cluster.phone(number)));
    const outside = '<http://pbx.test>;info=alert-external';
    await alice?.call('1002');
    await alice?.call('1003', { extraHeaders: [`Alert-Info: ${outside}`] });
    const alertInfo = async (phone: typeof bob) =>
      (await phone?.incoming.until(() => true))?.asInvitation.request.getHeaders('Alert-Info');
    expect([await alertInfo(bob), await alertInfo(carol)]).toEqual([
      ['<urn:alert:source:internal>'],
      [outside, '<urn:alert:source:internal>'],
    ]);
  });

  test('is ended by the called phone, and the next one goes through', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    for (let round = 0; round < 3; round += 1) {
      const [call, incoming] = await alice.talkTo(bob);
      const ended = cluster.ended();
      await incoming.hangUp();
      await Promise.all([call.ended(), incoming.ended()]);
      expect(await ended).toMatchObject({ status: null });
    }
    expect(cluster.story.map(({ state }) => state).join(' ')).toBe(
      Array(3).fill('proceeding ringing connected ended').join(' '),
    );
  });

  test('shows the name of the user record, however odd, and not what the caller claims', async () => {
    const cluster = await Cluster.start();
    const name = 'Zoë "The\r\nVoice" \\ O\'Neil';
    cluster.users = cluster.users.map((user) => (user.number === '1001' ? { ...user, displayName: name } : user));
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    await alice.call('1002');
    const invite = await bob.requested('INVITE');
    expect(invite.getHeader('from')).toMatch(/^"Zoë \\"The {2}Voice\\" \\\\ O'Neil" <sip:1001@cluster\.test>;tag=/);
  });

  test('is refused at once: no such number, nobody home, busy, oneself, elsewhere', async () => {
    const cluster = await Cluster.start();
    const [alice] = await Promise.all([cluster.phone('1001'), cluster.phone('1003')]);
    cluster.offHook.add('1003');
    const refusals: number[] = [];
    for (const number of ['9999', '1002', '1003', '1001']) refusals.push(await (await alice.call(number)).refusal);
    const raw = await cluster.rawPhone('1001');
    const elsewhere = await raw.askWithPassword({
      method: 'INVITE',
      uri: 'sip:1003@elsewhere.test',
      headers: [raw.contact],
    });
    expect({ refusals, elsewhere: elsewhere.statusCode, story: cluster.story }).toEqual({
      refusals: [404, 480, 486, 486],
      elsewhere: 404,
      story: [
        told('1001', '9999', 'ended', 404),
        told('1001', '1002', 'ended', 480),
        told('1001', '1003', 'ended', 486),
        told('1001', '1001', 'ended', 486),
        told('1001', '1003', 'ended', 404),
      ],
    });
  });

  test('meets busy while either end of another call is called, ringing or talking, and not a moment longer', async () => {
    const cluster = await Cluster.start();
    const [alice, bob, carol] = await Promise.all([
      cluster.phone('1001'),
      cluster.phone('1002'),
      cluster.phone('1003'),
    ]);
    const refusals: number[] = [];
    const [call, incoming] = await alice.ring(bob);
    for (const number of ['1001', '1002']) refusals.push(await (await carol.call(number)).refusal);
    await Promise.all([incoming.answer(), call.established()]);
    for (const number of ['1001', '1002']) refusals.push(await (await carol.call(number)).refusal);
    const ended = cluster.ended();
    await call.hangUp();
    await ended;
    await carol.talkTo(bob);
    expect(refusals).toEqual([486, 486, 486, 486]);
  });

  test.each([486, 480, 603, 600, 404, 488])('refused by the phone with %i tells the caller so', async (status) => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.ring(bob);
    await incoming.reject(status);
    expect(await call.refusal).toBe(status);
    expect(cluster.story.at(-1)).toEqual(told('1001', '1002', 'ended', status));
  });

  test.each([302, 401, 407, 503])('refused by the phone with %i is 480 to the caller', async (status) => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const call = await alice.call('1002');
    bob.respond(await bob.requested('INVITE'), status);
    expect(await call.refusal).toBe(480);
  });

  test('is taken back while it rings', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.ring(bob);
    await call.session.dispose();
    await incoming.ended();
    expect([await call.refusal, cluster.story.at(-1)]).toEqual([487, told('1001', '1002', 'ended', 487)]);
  });

  test('nobody answers: the caller is told, the phone stops ringing', async () => {
    const cluster = await Cluster.start({ noAnswerSeconds: 30 });
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.ring(bob);
    cluster.clock.pass(29_000);
    const before = cluster.story.length;
    cluster.clock.pass(1_000);
    await incoming.ended();
    expect([before, await call.refusal, cluster.story.at(-1)]).toEqual([2, 480, told('1001', '1002', 'ended', 480)]);
  });

  test('without an offer in the INVITE: the answer goes with the ACK', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const ringing = bob.incoming.next();
    const call = await alice.call('1002', { inviteWithoutSdp: true });
    const incoming = await ringing;
    await Promise.all([incoming.answer(), call.established(), incoming.established()]);
    await incoming.description.received.until((sdp) => sdp.includes('o=1001 '));
    expect(call.description.received.all).toEqual([expect.stringContaining('o=1002 ')]);
    await call.hangUp();
    await incoming.ended();
  });

  test('early media of the only phone reaches the caller', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const ringing = bob.incoming.next();
    const call = await alice.call('1002', { earlyMedia: true });
    const incoming = await ringing;
    await incoming.asInvitation.progress({ statusCode: 183 });
    await call.responses.until((status) => status === 183);
    await Promise.all([incoming.answer(), call.established()]);
    expect(call.description.received.all).toEqual([expect.stringContaining('o=1002 ')]);
  });
});
