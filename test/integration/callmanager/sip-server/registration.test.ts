import type { Core } from 'sip.js';
import { describe, expect, test } from 'vitest';
import { Cluster, DOMAIN } from './cluster';

const contactsOf = (message: Core.IncomingResponseMessage) => message.getHeaders('contact').length;

describe('Registration', () => {
  test('a phone registers, refreshes, and leaves', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.unregisteredPhone('1001');
    const statuses = [await alice.register(), await alice.register(), await alice.unregister()].map((message) => [
      message.statusCode,
      contactsOf(message),
    ]);
    expect({ statuses, told: cluster.registrations.all }).toEqual({
      statuses: [
        [200, 1],
        [200, 1],
        [200, 0],
      ],
      told: [
        ['1001', 1],
        ['1001', 0],
      ],
    });
  });

  test('two phones share a number; an asterisk takes away what the phone itself has registered', async () => {
    const cluster = await Cluster.start();
    const desk = await cluster.phone('1001');
    const kitchen = await cluster.unregisteredPhone('1001', cluster.user('1001').password, '1001/kitchen');
    expect(contactsOf(await kitchen.register())).toBe(2);
    expect(contactsOf(await desk.unregister({ all: true }))).toBe(1);
    expect(cluster.registrations.all).toEqual([
      ['1001', 1],
      ['1001', 2],
      ['1001', 1],
    ]);
  });

  test('a registration that is not refreshed ends by itself', async () => {
    const cluster = await Cluster.start();
    await cluster.phone('1001');
    cluster.clock.pass(599_000);
    const before = cluster.registrations.all.length;
    cluster.clock.pass(1_000);
    expect([before, cluster.registrations.all]).toEqual([
      1,
      [
        ['1001', 1],
        ['1001', 0],
      ],
    ]);
    expect(cluster.clock.pending).toBe(0);
  });

  test('a phone whose plug is pulled is gone at once', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.phone('1001');
    const gone = cluster.registrations.next();
    alice.unplug();
    expect(await gone).toEqual(['1001', 0]);
    expect(cluster.clock.pending).toBe(0);
  });

  test('how long: too brief is refused and changes nothing, too long is cut, nothing asked is the longest', async () => {
    const cluster = await Cluster.start({ minExpires: 100, maxExpires: 1000 });
    const alice = await cluster.rawPhone('1001');
    const asked = async (...headers: string[]) => {
      const answer = await alice.register(headers);
      return [answer.statusCode, answer.getHeader('min-expires') ?? answer.getHeaders('contact').join()];
    };
    const uri = `<sip:1001@raw.invalid;transport=ws>`;
    expect([
      await asked(alice.contact, 'Expires: 99'),
      await asked(),
      await asked(`${alice.contact};expires=5000`),
      await asked(alice.contact),
      await asked(alice.contact, 'Expires: soon'),
      await asked(`${alice.contact};expires=100`, 'Expires: 900'),
      await asked(`${alice.contact};expires=200, <sip:other@raw.invalid>;expires=7`),
      await asked(),
      await asked('Contact: *', 'Expires: 10'),
      await asked('Contact: *', alice.contact, 'Expires: 0'),
      await asked('m: *', 'Expires: 0'),
    ]).toEqual([
      [423, '100'],
      [200, ''],
      [200, `${uri};expires=1000`],
      [200, `${uri};expires=1000`],
      [200, `${uri};expires=1000`],
      [200, `${uri};expires=100`],
      [423, '100'],
      [200, `${uri};expires=100`],
      [400, ''],
      [400, ''],
      [200, ''],
    ]);
  });

  test('a REGISTER that was overtaken by a later one is refused', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const request = {
      method: 'REGISTER',
      uri: `sip:${DOMAIN}`,
      to: alice.address,
      callId: 'one',
      headers: [alice.contact],
    };
    const later = await alice.askWithPassword({ ...request, sequence: 7 });
    const overtaken = await alice.askWithPassword({ ...request, sequence: 3 });
    expect([later.statusCode, overtaken.statusCode]).toEqual([200, 400]);
  });

  test('nobody registers a phone for the number of another', async () => {
    const cluster = await Cluster.start();
    const mallory = await cluster.rawPhone('1001');
    const request = { method: 'REGISTER', uri: `sip:${DOMAIN}`, headers: [mallory.contact] };
    const victim = `sip:1002@${DOMAIN}`;
    const statuses = [
      (await mallory.askWithPassword({ ...request, to: victim })).statusCode,
      (await mallory.askWithPassword({ ...request, to: victim, from: victim })).statusCode,
      (await mallory.askWithPassword({ ...request, from: 'sip:1001@elsewhere.test', to: mallory.address })).statusCode,
    ];
    expect([statuses, cluster.registrations.all]).toEqual([[403, 403, 403], []]);
  });

  test('a port that is taken is told, and a closed server frees its own', async () => {
    const cluster = await Cluster.start();
    const { port } = cluster.server;
    await expect(Cluster.start({ port })).rejects.toThrow('EADDRINUSE');
    const alice = await cluster.phone('1001');
    await cluster.stop();
    expect(cluster.registrations.all.at(-1)).toEqual(['1001', 0]);
    expect((await Cluster.start({ port })).server.port).toBe(port);
    alice.unplug();
  });
});
