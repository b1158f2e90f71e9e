import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VersionedMap } from '../../../../src-main/cef/call-back-handler/versioned-map';

const change = fc.record({ at: fc.nat(), key: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.option(fc.nat(9)) });

test('every version stays what it was, whichever is asked next', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 40 }), (changes, order) => {
      const versions = [{ map: new VersionedMap<string, { readonly n: number }>(), model: new Map<string, number>() }];
      for (const { at, key, value } of changes) {
        const from = versions[at % versions.length] ?? versions[0];
        if (!from) throw new Error('there is always a first version');
        const model = new Map(from.model);
        if (value === null) model.delete(key);
        else model.set(key, value);
        versions.push({ map: value === null ? from.map.delete(key) : from.map.set(key, { n: value }), model });
      }
      for (const index of order) {
        const version = versions[index % versions.length];
        const entries = version?.map.keys().map((key) => [key, version.map.get(key)?.n]);
        expect(new Map(entries as [string, number][])).toEqual(version?.model);
        expect(version?.map.values().length).toBe(version?.map.size);
      }
    }),
  );
});
