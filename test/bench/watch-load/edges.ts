import type { Told } from './words.ts';

/** A change of a line, as it was published. Milliseconds since the epoch. */
export interface Edge {
  readonly status: string;
  readonly at: number;
}

export interface Comparison {
  /** From the PUBLISH to the report, by status. */
  readonly delays: ReadonlyMap<string, readonly number[]>;
  /**
   * On-hook edges that were over before the question "really?" was answered, or that the server itself told in one document
   * with the next ring; with the milliseconds that each lasted. Nobody could have been alerted in that time.
   */
  readonly overtaken: readonly number[];
  /** Of a renewed subscription: `unknown`, and then the same again. */
  readonly repeated: readonly string[];
  /** Published, never told, and not overtaken; each with its number and its time. */
  readonly missed: readonly string[];
  /** Told, and not published before. */
  readonly invented: readonly string[];
}

/** Milliseconds that an on-hook edge must last to be seen by the server as a state of its own. */
const BRIEF = 100;

/**
 * What was told must be what was published, in its order.
 *
 * @param since what was published before was there when the watch began: it has no delay
 */
export function compare(number: string, published: readonly Edge[], since: number, told: readonly Told[]): Comparison {
  const delays = new Map<string, number[]>();
  const overtaken: number[] = [];
  const [repeated, missed, invented]: [string[], string[], string[]] = [[], [], []];
  const name = (status: string, at: number): string => `${number} ${status} at ${((at - since) / 1000).toFixed(2)} s`;
  let next = 0;
  let last = '';
  for (const { status, at, asking } of told) {
    if (status === 'unknown' || status === last) {
      repeated.push(name(status, at));
      continue;
    }
    const found = published.findIndex((edge, index) => index >= next && edge.status === status && edge.at <= at);
    if (found < 0) {
      invented.push(name(status, at));
      continue;
    }
    for (let index = next; index < found; index++) passOver(index, asking);
    const was = published[found]?.at ?? at;
    if (was >= since) delays.set(status, [...(delays.get(status) ?? []), at - was]);
    next = found + 1;
    last = status;
  }
  for (let index = next; index < published.length; index++) passOver(index, false);
  return { delays, overtaken, repeated, missed, invented };

  function passOver(index: number, asking: boolean): void {
    const [edge, after] = [published[index], published[index + 1]];
    const lasted = edge && after ? after.at - edge.at : Number.POSITIVE_INFINITY;
    if (edge?.status === 'onHook' && (asking || lasted < BRIEF)) overtaken.push(lasted);
    else if (edge) missed.push(name(edge.status, edge.at));
  }
}
