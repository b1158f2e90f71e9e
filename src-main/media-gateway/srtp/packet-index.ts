/** Where one source of packets is: RFC 3711 sections 3.2.1 and 3.3.2. */
export interface SourceState {
  /** How often the sequence number has begun anew. */
  readonly rollovers: number;
  readonly newestSequence: number;
  readonly seen: ReplayWindow;
}

/** The newest packet, and which of those before it have come: bit 0 is the newest. */
export interface ReplayWindow {
  readonly newest: number;
  readonly bits: bigint;
}

const WINDOW = 128;

export const NOTHING_SEEN: ReplayWindow = { newest: -1, bits: 0n };

export const newSource = (sequence: number): SourceState => ({
  rollovers: 0,
  newestSequence: sequence,
  seen: NOTHING_SEEN,
});

/** RFC 3711 section 3.3.1 and appendix A: the rollovers that bring a packet nearest to the newest one. May be -1. */
export function guessRollovers({ rollovers, newestSequence }: SourceState, sequence: number): number {
  if (newestSequence < 32_768) return sequence - newestSequence > 32_768 ? rollovers - 1 : rollovers;
  return newestSequence - 32_768 > sequence ? rollovers + 1 : rollovers;
}

export function isNew({ newest, bits }: ReplayWindow, index: number): boolean {
  const behind = newest - index;
  return behind < 0 || (behind < WINDOW && (bits & (1n << BigInt(behind))) === 0n);
}

export function withSeen({ newest, bits }: ReplayWindow, index: number): ReplayWindow {
  const ahead = index - newest;
  if (ahead <= 0) return { newest, bits: bits | (1n << BigInt(-ahead)) };
  const shifted = newest < 0 || ahead >= WINDOW ? 0n : BigInt.asUintN(WINDOW, bits << BigInt(ahead));
  return { newest: index, bits: shifted | 1n };
}

/** After a packet of that index, which may be an old one. */
export function advanced(source: SourceState, rollovers: number, sequence: number): SourceState {
  const isNewer = rollovers > source.rollovers || (rollovers === source.rollovers && sequence > source.newestSequence);
  const seen = withSeen(source.seen, rollovers * 65_536 + sequence);
  return isNewer ? { rollovers, newestSequence: sequence, seen } : { ...source, seen };
}
