import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/**
 * The file that starts the app, beside it. In one build with the app the bundler would give the two parts in common, and the
 * first would load the other for them.
 */
export default defineConfig({
  build: {
    ssr: resolve(here, 'start.ts'),
    target: 'node20',
    outDir: resolve(here, '../out/main'),
    emptyOutDir: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'main.js' } },
  },
});
