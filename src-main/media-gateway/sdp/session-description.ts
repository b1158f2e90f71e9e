export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export const DIRECTIONS: readonly Direction[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];

/** A codec under a number (RFC 8866 section 6.6). */
export interface Format {
  readonly payloadType: number;
  /** `PCMU/8000`, in one spelling for all. */
  readonly codec: string;
  /** Of `a=fmtp`. */
  readonly parameters: string | null;
}

/** One `m=` line and what stands below it. */
export interface MediaDescription {
  readonly kind: string;
  /** 0 = refused. */
  readonly port: number;
  /** `RTP/AVP`, `RTP/SAVP` … */
  readonly protocol: string;
  /** Of IP; '' = none is said. */
  readonly address: string;
  readonly direction: Direction;
  readonly formats: readonly Format[];
  readonly rtcp: { readonly port: number; readonly address: string | null } | null;
  /** The values of `a=crypto`. */
  readonly cryptos: readonly string[];
  /** Milliseconds. */
  readonly packetTime: number | null;
  readonly mid: string | null;
  readonly fingerprint: string | null;
  readonly setup: string | null;
  readonly iceFragment: string | null;
  readonly icePassword: string | null;
  /** As they came, for an answer that refuses the line. */
  readonly rawFormats: string;
}

/** An address of nothing is the hold of RFC 2543, which old phones still use. */
export const isNowhere = (address: string): boolean => address === '0.0.0.0' || address === '::' || address === '';

/** What a far end that describes itself so will do: whoever has no address can send, and hears nothing. */
export function directionOf({ direction, address }: MediaDescription): Direction {
  if (!isNowhere(address)) return direction;
  return sends(direction) ? 'sendonly' : 'inactive';
}

const sends = (direction: Direction): boolean => direction === 'sendrecv' || direction === 'sendonly';
const receives = (direction: Direction): boolean => direction === 'sendrecv' || direction === 'recvonly';

/**
 * What an answer comes to under its offer (RFC 3264 section 6.1). There are phones that answer a hold with `sendrecv`, which a
 * browser refuses altogether.
 */
export function allowedBy(offered: Direction, answered: Direction): Direction {
  const [out, back] = [sends(answered) && receives(offered), receives(answered) && sends(offered)];
  if (out) return back ? 'sendrecv' : 'sendonly';
  return back ? 'recvonly' : 'inactive';
}
