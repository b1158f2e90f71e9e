import { isIP } from 'node:net';
import { failure, type Result, success } from '../../base/result';
import type { SipServer, SipTransportName, TransportFailure } from '../../contract/sip-transport';
import type { ResolveFailure, Resolver } from './resolver';
import { srvOrder } from './srv-order';
import type { Target } from './target';

/** More servers than that are no failover any more. */
const MAX_TARGETS = 16;

/** RFC 3263 section 4.1. */
const SERVICES: ReadonlyMap<string, SipTransportName> = new Map([
  ['SIP+D2U', 'udp'],
  ['SIP+D2T', 'tcp'],
  ['SIPS+D2T', 'tls'],
]);

const SRV_NAMES: Readonly<Record<SipTransportName, string>> = { udp: '_sip._udp', tcp: '_sip._tcp', tls: '_sips._tcp' };

/** Without a NAPTR record each is asked for, what is safest first. */
const TRANSPORTS: readonly SipTransportName[] = ['tls', 'tcp', 'udp'];

interface Service {
  readonly transport: SipTransportName;
  readonly name: string;
}

/**
 * RFC 3263 section 4: from what an account says to transports, addresses and ports, the best first.
 *
 * @param random 0 to 1; draws among servers of the same priority
 */
export async function locate(
  server: SipServer,
  resolver: Resolver,
  random: () => number,
): Promise<Result<readonly Target[], TransportFailure>> {
  const host = (server.host ?? server.domain).replace(/^\[|\]$/g, '');
  const names = [...new Set([host, server.domain])];
  const found = isIP(host) !== 0 || server.port !== null ? [] : await bySrv({ host, names, server, resolver }, random);
  if (found.length > 0) return success(found.slice(0, MAX_TARGETS));
  const transport = server.transport ?? 'udp';
  const port = server.port ?? (transport === 'tls' ? 5061 : 5060);
  const addresses = await addressesOf(host, resolver);
  if (!addresses.ok)
    return failure({ kind: addresses.error === 'noSuchName' ? 'noSuchName' : 'dnsUnavailable', name: host });
  if (addresses.value.length === 0) return failure({ kind: 'noSuchName', name: host });
  return success(addresses.value.slice(0, MAX_TARGETS).map((address) => ({ transport, address, port, names })));
}

interface Search {
  readonly host: string;
  readonly names: readonly string[];
  readonly server: SipServer;
  readonly resolver: Resolver;
}

async function bySrv({ host, names, server, resolver }: Search, random: () => number): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const service of await servicesOf(host, server.transport, resolver)) {
    const records = await resolver.srv(service.name);
    // RFC 2782: a target of "." says that the service is decidedly not there.
    const servers = srvOrder(records.ok ? records.value.filter((record) => !/^\.?$/.test(record.name)) : [], random);
    const found = await Promise.all(
      servers.map(async (record) => ({ record, addresses: await addressesOf(record.name, resolver) })),
    );
    for (const { record, addresses } of found)
      for (const address of addresses.ok ? addresses.value : [])
        targets.push({ transport: service.transport, address, port: record.port, names });
  }
  return targets;
}

/** Under which names the domain's servers are to be asked for, the domain's favourite transport first. */
async function servicesOf(
  host: string,
  wanted: SipTransportName | null,
  resolver: Resolver,
): Promise<readonly Service[]> {
  const usual = (transport: SipTransportName): Service => ({ transport, name: `${SRV_NAMES[transport]}.${host}` });
  // RFC 3263, 4.1: who names a transport has answered what NAPTR is asked for.
  if (wanted !== null) return [usual(wanted)];
  const records = await resolver.naptr(host);
  const services = (records.ok ? records.value : [])
    .filter(({ flags }) => flags.toLowerCase() === 's')
    .toSorted((left, right) => left.order - right.order || left.preference - right.preference)
    .flatMap(({ service, replacement }) => {
      const transport = SERVICES.get(service.toUpperCase());
      return transport === undefined ? [] : [{ transport, name: replacement }];
    });
  return services.length > 0 ? services : TRANSPORTS.map(usual);
}

const addressesOf = async (name: string, resolver: Resolver): Promise<Result<readonly string[], ResolveFailure>> =>
  isIP(name) === 0 ? resolver.addresses(name) : success([name]);
