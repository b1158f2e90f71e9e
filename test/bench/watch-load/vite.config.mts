import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** As the app's own main process is built: one file that Electron loads by its path. */
export default defineConfig({
  logLevel: 'error',
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: resolve(import.meta.dirname, 'watching-app.ts'),
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'main.js' } },
  },
});
