import { type Endpoint, isSameEndpoint } from '../sip/endpoint';

/**
 * Where a call's RTP goes and from where it is taken. Behind a NAT that is not what SDP says but where the far end's packets
 * come from (symmetric RTP, RFC 4961); and nobody who merely guesses our port, or has rung and lost, may take the call over.
 */
export interface Latch {
  /** What SDP says; null = nowhere. */
  readonly expected: Endpoint | null;
  readonly latched: Endpoint | null;
  /** Where packets came from under earlier descriptions: phones that have rung, and speak on while another has answered. */
  readonly former: readonly Endpoint[];
  /** Milliseconds, by the clock of who asks. */
  readonly heardAt: number;
}

export const OPEN_LATCH: Latch = { expected: null, latched: null, former: [], heardAt: Number.NEGATIVE_INFINITY };

/** Silence after which the far end may speak from another address. Milliseconds. */
const DESERTED_MS = 2_000;

const MAX_FORMER = 8;

/** As the last description has it. */
export function expecting(latch: Latch, expected: Endpoint | null): Latch {
  const same = expected && latch.expected && isSameEndpoint(expected, latch.expected);
  if (same || expected === null) return { ...latch, expected };
  const former = latch.latched ? [...latch.former, latch.latched].slice(-MAX_FORMER) : latch.former;
  // Whoever is named now is no former one, even if it has rung before.
  return { ...latch, expected, latched: null, former: former.filter((one) => !isSameEndpoint(one, expected)) };
}

/** Whom SDP names is always welcome; before it speaks anybody but who spoke before; then nobody else, until it falls silent. */
export function isWelcome({ expected, latched, former, heardAt }: Latch, from: Endpoint, now: number): boolean {
  if (expected === null) return latched !== null && isSameEndpoint(from, latched);
  if (isSameEndpoint(from, expected)) return true;
  if (former.some((one) => isSameEndpoint(one, from))) return false;
  return latched === null || isSameEndpoint(from, latched) || now - heardAt > DESERTED_MS;
}

/** After a packet that was welcome, and authentic where that can be known. */
export const heard = (latch: Latch, from: Endpoint, now: number): Latch => ({ ...latch, latched: from, heardAt: now });

/** null = there is nobody to speak to. */
export const destination = ({ expected, latched }: Latch): Endpoint | null =>
  expected === null ? null : (latched ?? expected);
