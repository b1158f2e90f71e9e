import type { Result } from '../../base/result';

/** `noSuchName`: the DNS knows of none. `unavailable`: nobody knows whether there is one. */
export type ResolveFailure = 'noSuchName' | 'unavailable';

export interface NaptrRecord {
  readonly flags: string;
  readonly service: string;
  readonly replacement: string;
  readonly order: number;
  readonly preference: number;
}

export interface SrvRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/** What RFC 3263 asks of the DNS. */
export interface Resolver {
  naptr(name: string): Promise<Result<readonly NaptrRecord[], ResolveFailure>>;
  srv(name: string): Promise<Result<readonly SrvRecord[], ResolveFailure>>;
  /** A and AAAA, and what else the machine knows (hosts files, company names); the system's order. */
  addresses(name: string): Promise<Result<readonly string[], ResolveFailure>>;
}
