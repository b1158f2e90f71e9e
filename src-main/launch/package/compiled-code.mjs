import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lacksDisplay, startVirtualDisplay } from '../display.mjs';
import { endOwnChild } from '../own-child.mjs';
import { startElectron } from '../run-electron.mjs';
import { say } from '../say.mjs';

/** Milliseconds: a hundred times what it takes. */
const patience = 120_000;

/**
 * Has the app run once, so that what V8 compiles of it is shipped with it: an installed app starts without compiling itself. One
 * that is packaged for another machine, or without this, takes a moment longer.
 * @param {string} root the project folder, with the app built
 * @param {import('../electron-binary.mjs').ElectronBinary} electron the one that the app is packaged with
 */
export async function compileCode(root, electron) {
  const compiled = join(root, 'out', 'main', 'app.js.cache');
  // It may be another Electron's.
  rmSync(compiled, { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'callback-phone-compiled-'));
  const display = lacksDisplay() ? await startVirtualDisplay() : undefined;
  try {
    const words = [
      '--demo',
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'user')}`,
      '--screenshot',
      join(folder, 'pictures'),
    ];
    const environment = { ...process.env, ...display?.environment };
    const app = startElectron(electron, root, words, environment, 'ignore');
    const tooLong = setTimeout(() => void endOwnChild(app), patience);
    await Promise.race([once(app, 'exit'), once(app, 'error')]).catch(() => {});
    clearTimeout(tooLong);
  } finally {
    await display?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  if (!existsSync(compiled))
    say('the app did not run here: it is packaged without its compiled code, and compiles itself at each start');
}
