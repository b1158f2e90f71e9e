import type { SrvRecord } from './resolver';

/**
 * RFC 2782: by priority, and among equals by lot, each with the chance that its weight gives it.
 *
 * @param random 0 to 1
 */
export function srvOrder(records: readonly SrvRecord[], random: () => number): readonly SrvRecord[] {
  const priorities = [...new Set(records.map(({ priority }) => priority))].sort((left, right) => left - right);
  return priorities.flatMap((priority) =>
    byLot(
      records.filter((record) => record.priority === priority),
      random,
    ),
  );
}

function byLot(equals: readonly SrvRecord[], random: () => number): readonly SrvRecord[] {
  // Those of no weight stand first, so that they have a small chance at least.
  const left = [...equals].sort((one, other) => Number(one.weight > 0) - Number(other.weight > 0));
  const drawn: SrvRecord[] = [];
  while (left.length > 0) {
    const lot = Math.floor(random() * (left.reduce((sum, { weight }) => sum + weight, 0) + 1));
    let sum = 0;
    const index = left.findIndex(({ weight }) => {
      sum += weight;
      return sum >= lot;
    });
    drawn.push(...left.splice(Math.max(index, 0), 1));
  }
  return drawn;
}
