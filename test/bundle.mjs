import { basename, resolve } from 'node:path';
import { build } from 'vite';

/**
 * Makes one JavaScript file of a TypeScript one and all that it imports: Node 20 reads no TypeScript.
 *
 * @param {string} root the project
 * @param {string} file TypeScript
 * @param {string} out a folder below the project, so that what stays outside of the bundle is found
 * @returns {Promise<string>} the file to run
 */
export async function bundle(root, file, out) {
  const name = basename(file, '.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['playwright-core', 'ws', '@photostructure/sqlite', 'node-datachannel'] },
    build: {
      ssr: resolve(root, file),
      outDir: out,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: `${name}.mjs` } },
    },
  });
  return resolve(out, `${name}.mjs`);
}
