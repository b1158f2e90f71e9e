import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadProxy } from './download-proxy.mjs';
import { endOwnChild } from './own-child.mjs';
import { runCommand } from './run-command.mjs';
import { sayProgress } from './say.mjs';

/**
 * What the downloading process tells: how many bytes have come, of how many (null where the server does not say), or how it ended.
 * @typedef {{kind: 'bytes', transferred: number, total: number | null} | {kind: 'done'} | {kind: 'failed', words: string}} Progress
 */

/** Milliseconds without a byte, after which nothing more is expected of a line: a slow one is not cut while it delivers. */
const SILENCE_TIMEOUT_MS = 60_000;
const MEBIBYTE = 1024 * 1024;
const child = fileURLToPath(new URL('./download-electron-child.mjs', import.meta.url));

/**
 * Downloads the Electron that package.json names, as the electron package itself would: with its mirrors and its checksums.
 * @param {string} root the project folder
 * @param {number} firstByteLimitMs how long to wait for the first byte
 * @returns {Promise<string | null>} why it failed, in words that name the proxy, if one was asked; null = it is there
 */
export async function downloadElectron(root, firstByteLimitMs) {
  const proxy = await downloadProxy(root);
  const env = { ...process.env, ...proxy.environment };
  const words = await fetchZip(root, env, firstByteLimitMs);
  if (words !== null) return `${words}${proxy.shown ? `, by the proxy ${proxy.shown}` : ''}`;
  const install = await runCommand(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], { env });
  if (install.ok && existsSync(join(root, 'node_modules', 'electron', 'path.txt'))) return null;
  return install.output.trim().split('\n').at(0) ?? 'it could not be unpacked';
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {number} firstByteLimitMs
 * @returns {Promise<string | null>}
 */
function fetchZip(root, env, firstByteLimitMs) {
  return new Promise((resolve) => {
    const download = fork(child, [root], { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const progress = sayProgress();
    let seconds = firstByteLimitMs / 1000;
    /** @type {string | null} */
    let failed = 'the download ended without a word';
    const giveUp = () => {
      failed = `nothing has come for ${seconds} s`;
      void endOwnChild(download);
    };
    let timer = setTimeout(giveUp, firstByteLimitMs);
    download.on('message', (/** @type {Progress} */ message) => {
      if (message.kind === 'failed') failed = message.words;
      else if (message.kind === 'done') failed = null;
      else {
        clearTimeout(timer);
        seconds = SILENCE_TIMEOUT_MS / 1000;
        timer = setTimeout(giveUp, SILENCE_TIMEOUT_MS);
        progress.show(inMebibytes(message));
      }
    });
    download.once('error', (error) => {
      failed = error.message;
    });
    download.once('close', () => {
      clearTimeout(timer);
      progress.end();
      resolve(failed);
    });
  });
}

/** @param {{transferred: number, total: number | null}} bytes */
function inMebibytes({ transferred, total }) {
  const [done, all] = [transferred, total ?? 0].map((bytes) => Math.floor(bytes / MEBIBYTE));
  return total === null ? `${done} MiB` : `${done} of ${all} MiB`;
}
