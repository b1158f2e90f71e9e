// usage: npm run bench [-- NAME…]   runs test/bench/NAME.bench.ts, or all of them, one after the other.
// Each is bundled first: a test runner's own instruments would slow the loops that are to be measured.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const folder = import.meta.dirname;
const root = resolve(folder, '../..');
const wanted = process.argv.slice(2);
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(1);
}

const out = mkdtempSync(join(root, 'node_modules', '.bench-'));
let failed = false;
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n== ${name}`);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['playwright-core', 'ws'] },
    build: {
      ssr: join(folder, `${name}.bench.ts`),
      outDir: out,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: `${name}.mjs` } },
    },
  });
  const { status } = spawnSync(process.execPath, [join(out, `${name}.mjs`)], { cwd: root, stdio: 'inherit' });
  failed ||= status !== 0;
}
rmSync(out, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
