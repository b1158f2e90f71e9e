// usage: npm run bench [-- NAME… SETTING=VALUE…]   runs test/bench/NAME.bench.ts, or all of them. Each says which settings it has.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runBundled } from '../run-bundled.mjs';

const all = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bench.ts'));
const words = process.argv.slice(2);
const isSetting = (word) => word.includes('=');
const wanted = words.filter((word) => !isSetting(word)).map((name) => `${name}.bench.ts`);
const unknown = wanted.filter((file) => !all.includes(file));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(1);
}
// A bench is started with this environment.
for (const [name, value] of words.filter(isSetting).map((word) => word.split('='))) process.env[name] = value;
const files = (wanted.length > 0 ? wanted : all).map((file) => join('test/bench', file));
process.exitCode = (await runBundled(files)) ? 0 : 1;
