import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SmallCluster } from './small-cluster.ts';

const addressesOf = (cluster: SmallCluster): readonly string[] => cluster.working.map(({ address }) => address);

test('the lowest works; one that is lower still takes over from it; when that goes, the next lowest does', async () => {
  const cluster = new SmallCluster();
  cluster.start('10.0.0.9');
  cluster.start('10.0.0.10');
  await cluster.settle();
  expect(addressesOf(cluster)).toEqual(['10.0.0.9']);
  cluster.start('10.0.0.2');
  await cluster.settle();
  expect(addressesOf(cluster)).toEqual(['10.0.0.2']);
  cluster.kill(2);
  await cluster.settle();
  expect(addressesOf(cluster)).toEqual(['10.0.0.9']);
  cluster.kill(0);
  await cluster.settle();
  expect(addressesOf(cluster)).toEqual(['10.0.0.10']);
});

test('however they come and go, and however late each hears of it: never two work at once, in the end the lowest does, and every key that was pressed is answered once', async () => {
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('start' as const), host: fc.integer({ min: 1, max: 12 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const), index: fc.nat(5) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('press' as const) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('deliver' as const), choice: fc.nat(11) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const cluster = new SmallCluster();
      for (const one of steps) {
        if (one.kind === 'start') cluster.start(`127.0.0.${one.host}`);
        else if (one.kind === 'kill') cluster.kill(one.index);
        else if (one.kind === 'press') cluster.press();
        else await cluster.deliver(one.choice);
      }
      await cluster.settle();
      expect([cluster.clash, cluster.working]).toEqual([false, cluster.lowest]);
      if (cluster.working.length === 0) cluster.start('127.0.0.1');
      await cluster.settle();
      expect([...cluster.answers.values()].filter((times) => times !== 1)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
