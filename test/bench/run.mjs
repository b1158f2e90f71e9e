// usage: npm run bench [-- NAME…]   runs test/bench/NAME.bench.ts, or all of them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runBundled } from '../run-bundled.mjs';

const all = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts'));
const wanted = process.argv.slice(2).map((name) => `${name}.bench.ts`);
const unknown = wanted.filter((file) => !all.includes(file));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(1);
}
const files = (wanted.length > 0 ? wanted : all).map((file) => join('test/bench', file));
process.exitCode = (await runBundled(files)) ? 0 : 1;
