/**
 * The next value, with every part of it that equals the previous one's being that very object: what has not changed can then be
 * told by identity, and nothing that shows it is rendered again.
 */
export function keepEqual<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) {
    const kept = next.map((item, index) => keepEqual(previous[index], item));
    const same = kept.length === previous.length && kept.every((item, index) => Object.is(item, previous[index]));
    return (same ? previous : kept) as T;
  }
  if (!isRecord(previous) || !isRecord(next)) return next;
  const names = Object.keys(next);
  const kept = Object.fromEntries(names.map((name) => [name, keepEqual(previous[name], next[name])]));
  const same =
    names.length === Object.keys(previous).length && names.every((name) => Object.is(kept[name], previous[name]));
  return (same ? previous : kept) as T;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
