import { lookup, Resolver as NodeDns } from 'node:dns/promises';
import { failure, type Result, success } from '../../base/result';
import type { ResolveFailure, Resolver } from './resolver';

/** Milliseconds, and how often each server is asked: a name server that is silent must not hold a phone up for long. */
const DNS_TIMEOUT_MS = 2_000;
const DNS_TRIES = 2;

const NO_RECORD = new Set(['ENOTFOUND', 'ENODATA', 'ENONAME', 'EAI_NONAME', 'EAI_NODATA']);

/** The machine's own DNS. */
export function nodeResolver(): Resolver {
  const dns = new NodeDns({ timeout: DNS_TIMEOUT_MS, tries: DNS_TRIES });
  return {
    naptr: (name) => asResult(dns.resolveNaptr(name)),
    srv: (name) => asResult(dns.resolveSrv(name)),
    addresses: async (name) => {
      const found = await asResult(lookup(name, { all: true, verbatim: true }));
      return found.ok ? success(found.value.map(({ address }) => address)) : found;
    },
  };
}

async function asResult<Value>(asked: Promise<Value>): Promise<Result<Value, ResolveFailure>> {
  try {
    return success(await asked);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return failure(NO_RECORD.has(code) ? 'noSuchName' : 'unavailable');
  }
}
