// usage: npm run replay FILE [-- --expect FILE]   see replay.ts; paths are those of where it was called.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from '../bundle.mjs';

const root = resolve(import.meta.dirname, '../..');
const out = mkdtempSync(join(root, 'node_modules', '.bundled-'));
const from = process.env.INIT_CWD ?? process.cwd();
const words = process.argv.slice(2).map((word) => (word.startsWith('--') ? word : resolve(from, word)));
try {
  const script = await bundle(root, 'test/replay/replay.ts', out);
  const { status } = spawnSync(process.execPath, [script, ...words], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
