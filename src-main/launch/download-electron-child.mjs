import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Puts Electron's own zip into the download folder that the electron package looks in first, and tells its parent how far it is.
 *   node download-electron-child.mjs ROOT
 * It is a process of its own, since a proxy holds for a whole process, and so that it can be ended.
 */
const folder = join(process.argv[2] ?? '.', 'node_modules', 'electron');
const electron = createRequire(join(folder, 'install.js'));
const tell = (/** @type {import('./download-electron.mjs').Progress} */ message) => process.send?.(message);

try {
  const { downloadArtifact, initializeProxy } = await import(pathToFileURL(electron.resolve('@electron/get')).href);
  if (process.env.ELECTRON_GET_USE_PROXY) initializeProxy();
  const remote = process.env.electron_use_remote_checksums || process.env.npm_config_electron_use_remote_checksums;
  await downloadArtifact({
    version: electron('./package.json').version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    checksums: remote ? undefined : electron('./checksums.json'),
    downloadOptions: {
      quiet: true,
      getProgressCallback: async (
        /** @type {{transferred: number, total: number | null}} */ { transferred, total },
      ) => {
        tell({ kind: 'bytes', transferred, total });
      },
    },
  });
  tell({ kind: 'done' });
} catch (error) {
  tell({ kind: 'failed', words: innermost(error) });
  process.exitCode = 1;
}
process.disconnect?.();

/** @param {unknown} error fetch says "fetch failed", and why in its cause */
function innermost(error) {
  let inner = error;
  while (inner instanceof Error && (inner.cause instanceof Error || inner instanceof AggregateError)) {
    inner = inner.cause ?? (inner instanceof AggregateError ? inner.errors[0] : undefined);
  }
  if (!(inner instanceof Error)) return String(inner);
  const code = 'code' in inner ? String(inner.code) : '';
  return code && !inner.message.includes(code) ? `${code} ${inner.message}`.trim() : inner.message;
}
