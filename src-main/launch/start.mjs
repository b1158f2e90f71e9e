import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeFits, otherNodeNeeded } from './node-version.mjs';

/**
 * `npm start [-- arguments of the app]`. This file and node-version.mjs are written so that Node 12 reads them, Ubuntu 22.04's own: a
 * Node that is too old is told so in words, and not by a mistake in the syntax.
 */
const packageJson = fileURLToPath(new URL('../../package.json', import.meta.url));
const range = JSON.parse(readFileSync(packageJson, 'utf8')).engines.node;
const own = process.versions.node;

if (nodeFits(own, range)) void import('./start-app.mjs');
else {
  process.stderr.write(`callback-phone: ${otherNodeNeeded(own, range)}\n`);
  process.exitCode = 1;
}
