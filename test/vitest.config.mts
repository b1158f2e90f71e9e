import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

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

// Real sockets and real windows share two cores: those projects run one file at a time and wait generously.
const patient = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      project('unit', {}),
      project('integration', patient),
      project('e2e', { ...patient, testTimeout: 240_000 }),
      project('durability', { ...patient, testTimeout: 1_200_000 }),
      project('packaging', { ...patient, testTimeout: 300_000, hookTimeout: 300_000 }),
      project('soak', patient),
      project('interop', { ...patient, testTimeout: 240_000 }),
    ],
  },
});
