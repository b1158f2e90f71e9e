import { expect, test } from 'vitest';
import { failure, type Result, success } from '../../../src-main/base/result';
import type { SipServer } from '../../../src-main/contract/sip-transport';
import { locate } from '../../../src-main/sip-transport/locate/locate';
import type { NaptrRecord, ResolveFailure, Resolver, SrvRecord } from '../../../src-main/sip-transport/locate/resolver';
import { srvOrder } from '../../../src-main/sip-transport/locate/srv-order';
import { keyOf } from '../../../src-main/sip-transport/locate/target';

interface Zone {
  readonly naptr?: Readonly<Record<string, readonly NaptrRecord[]>>;
  readonly srv?: Readonly<Record<string, readonly SrvRecord[]>>;
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
}

function dns(zone: Zone, silent = false): { readonly resolver: Resolver; readonly asked: string[] } {
  const asked: string[] = [];
  const find = <Found>(kind: string, records: Readonly<Record<string, Found>> | undefined) => {
    return (name: string): Promise<Result<Found, ResolveFailure>> => {
      asked.push(`${kind} ${name}`);
      const found = records?.[name];
      return Promise.resolve(found === undefined ? failure(silent ? 'unavailable' : 'noSuchName') : success(found));
    };
  };
  return {
    resolver: { naptr: find('NAPTR', zone.naptr), srv: find('SRV', zone.srv), addresses: find('A', zone.addresses) },
    asked,
  };
}

const server = (parts: Partial<SipServer> = {}): SipServer => ({
  domain: 'pbx.test',
  host: null,
  port: null,
  transport: null,
  pin: null,
  keepAlive: 'crlf',
  ...parts,
});

const srv = (name: string, priority = 10, weight = 0, port = 5060): SrvRecord => ({ name, priority, weight, port });
const naptr = (service: string, replacement: string, order: number, preference = 10, flags = 's'): NaptrRecord => ({
  service,
  replacement,
  order,
  preference,
  flags,
});

async function found(zone: Zone, parts: Partial<SipServer> = {}) {
  const { resolver, asked } = dns(zone);
  const targets = await locate(server(parts), resolver, () => 0);
  return { targets: targets.ok ? targets.value.map(keyOf) : targets.error, asked };
}

test('NAPTR says which transports the domain likes, and SRV where they are', async () => {
  const zone: Zone = {
    naptr: {
      'pbx.test': [
        naptr('SIP+D2U', '_sip._udp.pbx.test', 20),
        naptr('sip+d2t', '_sip._tcp.pbx.test', 10, 20, 'S'),
        naptr('SIPS+D2T', '_sips._tcp.pbx.test', 10, 10),
        naptr('SIP+D2S', '_sip._sctp.pbx.test', 1),
        naptr('E2U+sip', '!^.*$!sip:x!', 1, 1, 'u'),
      ],
    },
    srv: {
      '_sips._tcp.pbx.test': [srv('b.test', 20, 0, 5061), srv('a.test', 10, 0, 5061)],
      '_sip._tcp.pbx.test': [srv('a.test')],
      '_sip._udp.pbx.test': [srv('.')],
    },
    addresses: { 'a.test': ['192.0.2.1', '2001:db8::1'], 'b.test': ['192.0.2.2'] },
  };
  expect((await found(zone)).targets).toEqual([
    'tls 192.0.2.1:5061',
    'tls [2001:db8::1]:5061',
    'tls 192.0.2.2:5061',
    'tcp 192.0.2.1:5060',
    'tcp [2001:db8::1]:5060',
  ]);
});

test('without NAPTR each SRV is asked for, the safest first; without SRV the domain itself by UDP', async () => {
  const srvs: Zone = {
    srv: { '_sip._udp.pbx.test': [srv('a.test', 1, 1, 5070)] },
    addresses: { 'a.test': ['192.0.2.1'] },
  };
  expect(await found(srvs)).toEqual({
    targets: ['udp 192.0.2.1:5070'],
    asked: [
      'NAPTR pbx.test',
      'SRV _sips._tcp.pbx.test',
      'SRV _sip._tcp.pbx.test',
      'SRV _sip._udp.pbx.test',
      'A a.test',
    ],
  });
  expect((await found({ addresses: { 'pbx.test': ['192.0.2.9'] } })).targets).toEqual(['udp 192.0.2.9:5060']);
});

test('who names a transport is not asked for it by NAPTR; who names a port wants no SRV; an address wants no DNS at all', async () => {
  const zone: Zone = {
    srv: { '_sips._tcp.pbx.test': [srv('a.test', 1, 1, 5071)] },
    addresses: { 'a.test': ['192.0.2.1'], 'pbx.test': ['192.0.2.9'] },
  };
  expect(await found(zone, { transport: 'tls' })).toEqual({
    targets: ['tls 192.0.2.1:5071'],
    asked: ['SRV _sips._tcp.pbx.test', 'A a.test'],
  });
  expect(await found(zone, { transport: 'tls', port: 5099 })).toEqual({
    targets: ['tls 192.0.2.9:5099'],
    asked: ['A pbx.test'],
  });
  expect(await found(zone, { host: '[2001:db8::5]', transport: 'tls' })).toEqual({
    targets: ['tls [2001:db8::5]:5061'],
    asked: [],
  });
});

test('an outbound proxy is looked for in the place of the domain, and its certificate may name either', async () => {
  const { resolver } = dns({
    srv: { '_sip._tcp.proxy.test': [srv('p.test')] },
    addresses: { 'p.test': ['192.0.2.7'] },
  });
  expect(await locate(server({ host: 'proxy.test' }), resolver, () => 0)).toEqual(
    success([{ transport: 'tcp', address: '192.0.2.7', port: 5060, names: ['proxy.test', 'pbx.test'] }]),
  );
});

test('a name that does not exist is told from a DNS that says nothing', async () => {
  expect((await found({})).targets).toEqual({ kind: 'noSuchName', name: 'pbx.test' });
  const silent = await locate(server(), dns({}, true).resolver, () => 0);
  expect(silent).toEqual(failure({ kind: 'dnsUnavailable', name: 'pbx.test' }));
});

test('a domain with a hundred servers gives sixteen ways to try', async () => {
  const many = Array.from({ length: 100 }, (_, at) => srv(`s${at}.test`, at));
  const addresses = Object.fromEntries(many.map(({ name }, at) => [name, [`192.0.2.${at}`]]));
  expect((await found({ srv: { '_sip._udp.pbx.test': many }, addresses })).targets).toHaveLength(16);
});

test('RFC 2782: among servers of one priority the lot decides, by their weights', () => {
  const records = [srv('heavy', 1, 75), srv('light', 1, 25), srv('never', 1, 0), srv('later', 2, 100)];
  const first = new Map<string, number>();
  for (let at = 0; at < 1_000; at++) {
    let draw = at / 1_000;
    const order = srvOrder(records, () => {
      const random = draw;
      draw = (draw * 7919) % 1;
      return random;
    });
    expect(order.at(-1)?.name).toBe('later');
    expect(order).toHaveLength(4);
    first.set(order[0]?.name ?? '', (first.get(order[0]?.name ?? '') ?? 0) + 1);
  }
  expect(first.get('heavy')).toBeGreaterThan(700);
  expect(first.get('light')).toBeGreaterThan(200);
  expect(first.get('never') ?? 0).toBeLessThan(20);
});
