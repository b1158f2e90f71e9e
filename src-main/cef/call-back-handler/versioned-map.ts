/**
 * A map that never changes: `set` and `delete` return another one, and the old one stays what it was. The newest version
 * costs what a native Map costs, however large it is, since all versions share one Map: an older version only remembers how it
 * differs from the next, and takes the Map over when somebody asks it again (H. Baker, "Shallow binding makes functional
 * arrays fast", 1991). The handler goes on from its newest state always, and old ones are garbage.
 */
export class VersionedMap<Key, Value extends object> {
  /** Where this version is not the one that has the Map: what to undo in the next one to have this one. */
  #difference: Difference<Key, Value> | null = null;

  #map: Map<Key, Value> | null;

  /** @param map left to this version alone */
  constructor(map: Map<Key, Value> | null = new Map()) {
    this.#map = map;
  }

  get size(): number {
    return this.#own().size;
  }

  get(key: Key): Value | undefined {
    return this.#own().get(key);
  }

  set(key: Key, value: Value): VersionedMap<Key, Value> {
    const map = this.#own();
    const before = map.get(key);
    if (before === value) return this;
    map.set(key, value);
    return this.#handOver(map, key, before);
  }

  delete(key: Key): VersionedMap<Key, Value> {
    const map = this.#own();
    const before = map.get(key);
    return map.delete(key) ? this.#handOver(map, key, before) : this;
  }

  keys(): readonly Key[] {
    return [...this.#own().keys()];
  }

  values(): readonly Value[] {
    return [...this.#own().values()];
  }

  #handOver(map: Map<Key, Value>, key: Key, before: Value | undefined): VersionedMap<Key, Value> {
    const next = new VersionedMap<Key, Value>(map);
    this.#difference = { next, key, value: before };
    this.#map = null;
    return next;
  }

  /** Makes this version the one that has the Map, by going back through the differences one by one. */
  #own(): Map<Key, Value> {
    if (this.#map) return this.#map;
    const way: VersionedMap<Key, Value>[] = [];
    let newest: VersionedMap<Key, Value> = this;
    while (newest.#difference) {
      way.push(newest);
      newest = newest.#difference.next;
    }
    for (const version of way.reverse()) version.#takeFromNext();
    if (!this.#map) throw new Error('a version of the map has lost its way to the others');
    return this.#map;
  }

  #takeFromNext(): void {
    const difference = this.#difference;
    const map = difference ? difference.next.#map : null;
    if (!difference || !map) throw new Error('a version of the map has lost its way to the others');
    const { next, key, value } = difference;
    next.#difference = { next: this, key, value: map.get(key) };
    next.#map = null;
    if (value === undefined) map.delete(key);
    else map.set(key, value);
    this.#map = map;
    this.#difference = null;
  }
}

interface Difference<Key, Value extends object> {
  readonly next: VersionedMap<Key, Value>;
  readonly key: Key;
  /** undefined = the key is not there. */
  readonly value: Value | undefined;
}
