import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepEqual } from '../../../src-renderer/face/keep-equal.ts';
import { phoneThat } from '../../integration/face/snapshots.ts';

describe('a new snapshot', () => {
  test('is the old one, where nothing has changed', () => {
    const before = phoneThat();
    expect(keepEqual(before, structuredClone(before))).toBe(before);
  });

  test('has the old parts, but for the one that has changed', () => {
    const before = phoneThat();
    const after = keepEqual(before, structuredClone({ ...before, version: 2, muted: true }));
    expect([after.display === before.display, after.lineButtons === before.lineButtons, after.muted]).toEqual([
      true,
      true,
      true,
    ]);
    const prompted = structuredClone(phoneThat({ display: { prompt: 'Off Hook' } }));
    const later = keepEqual(before, prompted);
    expect([later.display === before.display, later.display.plane === before.display.plane]).toEqual([false, true]);
  });

  test('equals what was sent, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(keepEqual(one, structuredClone(other))).toEqual(other);
      }),
    );
  });
});
