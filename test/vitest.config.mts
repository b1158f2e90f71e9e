import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongWaitsFirst, WANT_QUIET } from './order.mts';

const root = resolve(import.meta.dirname, '..');
const project = (name: string, more: object) => ({
  test: {
    name,
    root,
    include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
    environment: 'node',
    ...more,
  },
});

// Real sockets and real windows share two cores: those projects wait generously, and run one file at a time …
const patient = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 };

// It is said in the report: sound that is recorded has gaps on a machine that is short of time. Attacks, power cuts and soaks have none.
const secondTry = { ...patient, retry: 1 };

/** … or two, since most of a story is waiting, and after those one by one, as the project "…-quiet", what wants quiet. */
const inPairs = (name: string, more: object = {}) => [
  project(name, {
    ...secondTry,
    fileParallelism: true,
    maxWorkers: 2,
    exclude: WANT_QUIET,
    sequence: { groupOrder: 1 },
    ...more,
  }),
  project(`${name}-quiet`, {
    ...secondTry,
    include: WANT_QUIET.filter((file) => file.startsWith(`test/${name}/`)),
    sequence: { groupOrder: 2 },
    ...more,
  }),
];

export default defineConfig({
  test: {
    sequence: { sequencer: LongWaitsFirst },
    projects: [
      // Generous as well: a machine that has more to do is no fault.
      project('unit', { maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000 }),
      ...inPairs('integration'),
      ...inPairs('e2e', { testTimeout: 240_000 }),
      project('durability', { ...patient, testTimeout: 1_200_000 }),
      project('packaging', { ...patient, testTimeout: 300_000, hookTimeout: 300_000 }),
      project('soak', patient),
      // One app is attacked by all of them, for as long as each takes.
      project('hostile', { ...patient, include: ['test/hostile/campaign.test.ts'], testTimeout: 180_000 }),
      project('hostile-short', { ...patient, include: ['test/hostile/short-form.test.ts'] }),
      ...inPairs('interop', { testTimeout: 240_000 }),
    ],
  },
});
