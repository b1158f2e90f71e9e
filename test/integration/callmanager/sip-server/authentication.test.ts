import { describe, expect, test } from 'vitest';
import { Cluster, DOMAIN } from './cluster';
import type { RawPhone } from './raw-phone';

const registration = (phone: RawPhone) => ({
  method: 'REGISTER',
  uri: `sip:${DOMAIN}`,
  to: phone.address,
  headers: [phone.contact],
});

describe('Who may come in', () => {
  test('a wrong password is met with a new challenge, and nothing of it with stale', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.unregisteredPhone('1001', 'wrong');
    const answer = await alice.register();
    const call = await alice.call('1002');
    expect([answer.statusCode, await call.refusal, cluster.registrations.all, cluster.story]).toEqual([
      401,
      407,
      [],
      [],
    ]);
    expect(answer.getHeader('www-authenticate')).toMatch(
      /^Digest realm="cluster\.test", nonce="[0-9a-f]{60}", algorithm=MD5, qop="auth"$/,
    );
  });

  test('calls and subscriptions need the password of the number in From, also on a connection that has registered', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    await alice.register();
    const asked = { uri: `sip:1002@${DOMAIN}`, headers: [alice.contact, 'Event: dialog'] };
    const statuses = [];
    for (const method of ['INVITE', 'SUBSCRIBE']) {
      const disguised = { ...asked, method, from: `sip:1003@${DOMAIN}` };
      statuses.push((await alice.ask({ ...asked, method })).statusCode);
      statuses.push((await alice.askWithPassword(disguised)).statusCode);
      statuses.push((await alice.askWithPassword({ ...asked, method })).statusCode);
    }
    expect(statuses).toEqual([407, 403, 480, 407, 403, 200]);
  });

  test('a replayed request is challenged; the next count of the same nonce is let in', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const request = registration(alice);
    const challenge = await alice.ask(request);
    const attempt = async (count: string) => {
      const answer = await alice.ask({
        ...request,
        headers: [alice.contact, alice.credentials(challenge, request, count)],
      });
      return [answer.statusCode, /stale=true/.test(answer.getHeader('www-authenticate') ?? '')];
    };
    expect([
      await attempt('00000001'),
      await attempt('00000001'),
      await attempt('0000000a'),
      await attempt('00000002'),
    ]).toEqual([
      [200, false],
      [401, true],
      [200, false],
      [401, true],
    ]);
  });

  test('an old nonce is stale, and a phone that holds one gets in at the second try', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const request = registration(alice);
    // Who has shown no password is closed long before a nonce is old.
    await alice.register();
    const challenge = await alice.ask(request);
    cluster.clock.pass(301_000);
    const stale = await alice.ask({ ...request, headers: [alice.contact, alice.credentials(challenge, request)] });
    const retried = await alice.ask({ ...request, headers: [alice.contact, alice.credentials(stale, request)] });
    expect([stale.statusCode, stale.getHeader('www-authenticate'), retried.statusCode]).toEqual([
      401,
      expect.stringContaining('stale=true'),
      200,
    ]);
  });

  test('credentials for another request, another realm, another method or an unknown user are worth nothing', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const request = registration(alice);
    const forge = async (change: (header: string) => string, made = request, username = '1001') => {
      const header = alice.credentials(await alice.ask(request), made, '00000001', alice.user.password, username);
      const answer = await alice.ask({ ...request, headers: [alice.contact, change(header)] });
      return [answer.statusCode, /stale/.test(answer.getHeader('www-authenticate') ?? '')];
    };
    const same = (header: string) => header;
    const attempts = [
      await forge(same, { ...request, uri: 'sip:elsewhere.test' }),
      await forge(same, { ...request, method: 'INVITE' }),
      await forge(same, request, 'nobody'),
      await forge((header) => header.replace(`realm="${DOMAIN}"`, 'realm="other"')),
      await forge((header) => header.replace('algorithm=MD5', 'algorithm=SHA-256')),
      await forge((header) => header.replace('qop=auth, ', '')),
      await forge((header) => header.replace('nc=00000001', 'nc=1')),
      await forge((header) => header.replace(/nonce="\w+"/, 'nonce="0123"')),
      await forge(() => 'Authorization: Basic MTAwMTpzZWNyZXQ='),
      await forge(() => 'Authorization: Digest'),
      await forge((header) => header.replace(/response="\w+"/, `response="${'0'.repeat(32)}"`)),
    ];
    expect(attempts).toEqual(attempts.map(() => [401, false]));
    expect(await forge(same)).toEqual([200, false]);
  });

  test('an extension that we do not have is refused by name', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const answer = await alice.ask({ ...registration(alice), headers: [alice.contact, 'Require: outbound, gruu'] });
    expect([answer.statusCode, answer.getHeader('unsupported')]).toEqual([420, 'outbound, gruu']);
  });

  test('the trace holds the talk but neither passwords nor credentials', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.phone('1001');
    await (await alice.call('1002')).refusal;
    const trace = cluster.traced.all.join('\n');
    expect([
      /REGISTER sip:/.test(trace),
      /SIP\/2\.0 480/.test(trace),
      /^Authorization: \(withheld\)$/m.test(trace),
      /^Proxy-Authorization: \(withheld\)$/m.test(trace),
      /response=|cnonce=|secret of/.test(trace),
    ]).toEqual([true, true, true, true, false]);
  });
});
