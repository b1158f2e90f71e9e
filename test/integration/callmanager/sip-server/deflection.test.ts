import { describe, expect, test } from 'vitest';
import { Cluster, told } from './cluster';
import type { Phone } from './phone';
import type { RawPhone } from './raw-phone';

/** 1002 is a phone that sends its calls on, with those Contacts. */
async function deflecting(
  cluster: Cluster,
  contacts: readonly string[],
  { status = 302, rings = false, name = '1002' } = {},
): Promise<RawPhone> {
  const number = name.split('/')[0] ?? name;
  const phone = await cluster.rawPhone(number, name);
  await phone.register();
  void phone.requested('INVITE').then((invite) => {
    if (rings) phone.respond(invite, 180);
    phone.redirect(invite, status, contacts);
  });
  return phone;
}

const TO_CAROL = ['<sip:1003@cluster.test>'];

describe('a phone that deflects a call (302)', () => {
  test('rings where it was sent; the caller is told so, and the watchers and Call Back of the number that was dialled', async () => {
    const cluster = await Cluster.start();
    const [alice, carol] = await Promise.all([cluster.phone('1001'), cluster.phone('1003')]);
    const bob = await deflecting(cluster, TO_CAROL, { rings: true });
    const ringing = carol.incoming.next();
    const call = await alice.call('1002', { extraHeaders: ['Supported: histinfo'] });
    const incoming = await ringing;
    await Promise.all([incoming.answer(), call.responses.until((status) => status === 200)]);
    await bob.requested('ACK');
    expect({
      shown: incoming.remote,
      responses: call.responses.all,
      forwarded: call.headersOf(181, 'diversion', 'history-info'),
      reached: call.headersOf(200, 'p-asserted-identity'),
      invite: incoming.asInvitation.request.getHeaders('diversion'),
      hops: incoming.asInvitation.request.getHeader('max-forwards'),
      story: cluster.story,
      dialled: new Set(cluster.calls.all.map(({ dialled }) => dialled)),
    }).toEqual({
      shown: 'Alice <1001>',
      responses: [100, 180, 181, 180, 200],
      forwarded: [
        '<sip:1002@cluster.test>;reason=deflection;counter=1',
        '<sip:1002@cluster.test>;index=1, <sip:1003@cluster.test;cause=480>;index=1.1;mp=1',
      ],
      reached: ['"Carol" <sip:1003@cluster.test>'],
      invite: ['<sip:1002@cluster.test>;reason=deflection;counter=1'],
      hops: '68',
      story: [
        told('1001', '1002', 'proceeding'),
        told('1001', '1002', 'ringing'),
        told('1001', '1002', 'forwarded', 480),
        told('1001', '1003', 'proceeding'),
        told('1001', '1003', 'ringing'),
        told('1001', '1003', 'connected'),
      ],
      dialled: new Set(['1002']),
    });
  });

  test.each<[string, number, readonly string[]]>([
    ['for good', 301, TO_CAROL],
    [
      'with a choice, of which the best is wished for least',
      300,
      ['<sip:1009@cluster.test>;q=1', '<sip:1003@cluster.test>;q=0.1'],
    ],
    ['beside a telephone number', 302, ['<tel:+4930123>', '<sip:1003@cluster.test>']],
    ['back to itself first', 302, ['<sip:1002@cluster.test>', '<sip:1003@CLUSTER.test;user=phone>']],
  ])('%s (%i)', async (_name, status, contacts) => {
    const cluster = await Cluster.start();
    const [alice, carol] = await Promise.all([cluster.phone('1001'), cluster.phone('1003')]);
    await deflecting(cluster, contacts, { status });
    const ringing = carol.incoming.next();
    const call = await alice.call('1002');
    await Promise.all([(await ringing).answer(), call.established()]);
  });

  test.each<[string, number, readonly string[], number]>([
    ['to somebody elsewhere', 302, ['<sip:1003@elsewhere.test>'], 480],
    ['to a number that nobody has', 302, ['<sip:9999@cluster.test>'], 480],
    ['to a web page', 302, ['<http://cluster.test/1003>'], 480],
    ['to nobody', 302, [], 480],
    ['to a proxy', 305, ['<sip:1003@cluster.test>'], 480],
    ['to an alternative service', 380, ['<sip:1003@cluster.test>'], 480],
    ['to itself', 302, ['<sip:1002@cluster.test>'], 482],
    ['to the caller', 302, ['<sip:1001@cluster.test>'], 486],
  ])('%s (%i): the caller is refused', async (_name, status, contacts, told) => {
    const cluster = await Cluster.start();
    const alice = await cluster.phone('1001');
    await deflecting(cluster, contacts, { status });
    expect(await (await alice.call('1002')).refusal).toBe(told);
    expect(cluster.story.at(-1)).toMatchObject({ state: 'ended', status: told });
  });

  test('two that send the call to each other: refused with 482, and neither is asked twice', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.phone('1001');
    const bob = await deflecting(cluster, TO_CAROL);
    const carol = await deflecting(cluster, ['<sip:1002@cluster.test>'], { name: '1003' });
    expect(await (await alice.call('1002')).refusal).toBe(482);
    const invites = [bob, carol].map(
      ({ received }) => received.all.filter((message) => 'ruri' in message && message.method === 'INVITE').length,
    );
    expect(invites).toEqual([1, 1]);
  });

  test('a caller whose hops are used up: 483', async () => {
    const cluster = await Cluster.start();
    await deflecting(cluster, TO_CAROL);
    const alice = await cluster.rawPhone('1001');
    const headers = [alice.contact, 'Max-Forwards: 1'];
    const answer = await alice.askWithPassword({ method: 'INVITE', uri: 'sip:1002@cluster.test', headers });
    expect(answer.statusCode).toBe(483);
  });

  test('where it was sent is busy: the forwards of that number count, and then its refusal', async () => {
    const cluster = await Cluster.start();
    const [alice, carol, dave] = await Promise.all(['1001', '1003', '1004'].map((number) => cluster.phone(number)));
    if (!alice || !carol || !dave) throw new Error('Three phones');
    await deflecting(cluster, TO_CAROL);
    cluster.undisturbed.add('SEP1003');
    cluster.configure('1003', { forwardBusy: '1004' });
    const ringing = dave.incoming.next();
    const call = await alice.call('1002');
    await Promise.all([(await ringing).answer(), call.responses.until((status) => status === 200)]);
    expect([carol.incoming.all.length, call.headersOf(200, 'p-asserted-identity')]).toEqual([
      0,
      ['"Dave" <sip:1004@cluster.test>'],
    ]);
  });
});

describe('a phone that names several (300)', () => {
  const TO_TWO = ['<sip:1004@cluster.test>;q=0.5', '<sip:1003@cluster.test>;q=0.9'];

  test('the first is busy: the next one rings, on a way on which the first is not, and Call Back is told of both', async () => {
    const cluster = await Cluster.start();
    const [alice, carol, dave] = await Promise.all(['1001', '1003', '1004'].map((number) => cluster.phone(number)));
    if (!alice || !carol || !dave) throw new Error('Three phones');
    await deflecting(cluster, TO_TWO, { status: 300 });
    const [first, second] = [carol.incoming.next(), dave.incoming.next()];
    const call = await alice.call('1002');
    await (await first).reject(486);
    const incoming = await second;
    await Promise.all([incoming.answer(), call.responses.until((status) => status === 200)]);
    expect({
      invite: incoming.asInvitation.request.getHeaders('diversion'),
      hops: incoming.asInvitation.request.getHeader('max-forwards'),
      reached: call.headersOf(200, 'p-asserted-identity'),
      story: cluster.story,
      dialled: new Set(cluster.calls.all.map(({ dialled }) => dialled)),
    }).toEqual({
      invite: ['<sip:1002@cluster.test>;reason=deflection;counter=1'],
      hops: '68',
      reached: ['"Dave" <sip:1004@cluster.test>'],
      story: [
        told('1001', '1002', 'proceeding'),
        told('1001', '1002', 'forwarded', 480),
        told('1001', '1003', 'proceeding'),
        told('1001', '1003', 'ringing'),
        told('1001', '1003', 'forwarded', 486),
        told('1001', '1004', 'proceeding'),
        told('1001', '1004', 'ringing'),
        told('1001', '1004', 'connected'),
      ],
      dialled: new Set(['1002']),
    });
  });

  test.each<[string, (cluster: Cluster, carol: Phone) => unknown]>([
    [
      'is not there',
      async (cluster, carol) => {
        const gone = cluster.registrations.next(([number, devices]) => number === '1003' && devices === 0);
        await Promise.all([carol.unplug(), gone]);
      },
    ],
    ['is not to be disturbed', (cluster) => cluster.undisturbed.add('SEP1003')],
    ['forwards the call in a circle', (cluster) => cluster.configure('1003', { forwardAll: '1002' })],
  ])('the first %s: the next one rings', async (_name, leave) => {
    const cluster = await Cluster.start();
    const [alice, carol, dave] = await Promise.all(['1001', '1003', '1004'].map((number) => cluster.phone(number)));
    if (!alice || !carol || !dave) throw new Error('Three phones');
    await deflecting(cluster, TO_TWO, { status: 300 });
    await leave(cluster, carol);
    const ringing = dave.incoming.next();
    const call = await alice.call('1002');
    await Promise.all([(await ringing).answer(), call.established()]);
  });

  test('the first does not answer, and the next one is not there: the caller is told so', async () => {
    const cluster = await Cluster.start();
    const [alice, carol] = await Promise.all([cluster.phone('1001'), cluster.phone('1003')]);
    await deflecting(cluster, TO_TWO, { status: 300 });
    const ringing = carol.incoming.next();
    const call = await alice.call('1002');
    await ringing;
    cluster.clock.pass(180_000);
    expect(await call.refusal).toBe(480);
  });

  test('the first declines for all (603): nobody else is asked', async () => {
    const cluster = await Cluster.start();
    const [alice, carol, dave] = await Promise.all(['1001', '1003', '1004'].map((number) => cluster.phone(number)));
    if (!alice || !carol || !dave) throw new Error('Three phones');
    await deflecting(cluster, TO_TWO, { status: 300 });
    const ringing = carol.incoming.next();
    const call = await alice.call('1002');
    await (await ringing).reject(603);
    expect([await call.refusal, dave.incoming.all]).toEqual([603, []]);
  });

  test('one that is busy says more than one that is not there', async () => {
    const cluster = await Cluster.start();
    const [alice] = await Promise.all([cluster.phone('1001'), cluster.phone('1003')]);
    await deflecting(cluster, TO_TWO, { status: 300 });
    cluster.undisturbed.add('SEP1003');
    expect(await (await alice.call('1002')).refusal).toBe(486);
  });
});

describe('of two phones that share the line', () => {
  /** Alice calls the line; Bob's desk sends the call to Carol, and the phone in his kitchen rings. */
  async function bobDeflects() {
    const cluster = await Cluster.start();
    const [alice, kitchen, carol] = await Promise.all([
      cluster.phone('1001'),
      cluster.phone('1002', '1002/kitchen'),
      cluster.phone('1003'),
    ]);
    const bob = await deflecting(cluster, TO_CAROL);
    const [call, incoming] = await alice.ring(kitchen);
    await bob.requested('ACK');
    return { cluster, carol, call, incoming };
  }

  test('one deflects: the other goes on ringing, and may answer', async () => {
    const { carol, call, incoming } = await bobDeflects();
    await Promise.all([incoming.answer(), call.established()]);
    expect(carol.incoming.all).toEqual([]);
  });

  test.each<[string, (cluster: Cluster, refuse: () => Promise<unknown>) => Promise<unknown>]>([
    ['refuses', (_cluster, refuse) => refuse()],
    ['does not answer', async (cluster) => cluster.clock.pass(180_000)],
  ])('one deflects, and the other %s: the call goes on', async (_name, leave) => {
    const { cluster, carol, call, incoming } = await bobDeflects();
    const ringing = carol.incoming.next();
    await leave(cluster, () => incoming.reject(486));
    await Promise.all([(await ringing).answer(), call.established()]);
  });

  test('one deflects, and the other declines for all (603): that is the last word', async () => {
    const cluster = await Cluster.start();
    const [alice, kitchen] = await Promise.all([cluster.phone('1001'), cluster.phone('1002', '1002/kitchen')]);
    const bob = await deflecting(cluster, TO_CAROL);
    const [call, incoming] = await alice.ring(kitchen);
    await bob.requested('ACK');
    await incoming.reject(603);
    expect(await call.refusal).toBe(603);
  });
});
