import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOwnChild, spawnOwnChild } from './own-child.mjs';
import { CannotContinue } from './say.mjs';

/**
 * @typedef {object} VirtualDisplay
 * @property {string} name such as ":99"
 * @property {Readonly<Record<string, string>>} environment what a program needs to use it
 * @property {() => Promise<void>} stop
 */

/** Does this session lack a screen that windows could be shown on? */
export function lacksDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * Electron before 38 asks for X11, wherever it is: where there is Wayland alone it is told so.
 * @param {readonly string[]} appArguments
 * @returns {readonly string[]} switches
 */
export function displaySwitches(appArguments, env = process.env) {
  const isWaylandAlone = process.platform === 'linux' && !env.DISPLAY && env.WAYLAND_DISPLAY;
  const isChosen = appArguments.some((word) => word.startsWith('--ozone-platform'));
  return isWaylandAlone && !isChosen ? ['--ozone-platform=wayland'] : [];
}

/**
 * Starts an X server without a screen, on a display number that is free.
 * @returns {Promise<VirtualDisplay>}
 */
export async function startVirtualDisplay() {
  // Only who reads this folder may connect: what is typed on a phone may be a password.
  const folder = mkdtempSync(join(tmpdir(), 'callback-phone-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityFor(randomBytes(16)), { mode: 0o600 });
  const options = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-auth', authority];
  const server = spawnOwnChild('Xvfb', options, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const stop = async () => {
    await endOwnChild(server);
    process.off('exit', removeFolder);
    removeFolder();
  };
  const display = await displayNumber(server);
  if (display === undefined) {
    await stop();
    throw new CannotContinue('The virtual display Xvfb did not start. Is the package xvfb installed?');
  }
  const name = `:${display}`;
  return { name, environment: { DISPLAY: name, XAUTHORITY: authority }, stop };
}

/**
 * @param {import('node:child_process').ChildProcess} server writes its number to its third descriptor when it is ready
 * @returns {Promise<string | undefined>} undefined if it ended instead
 */
function displayNumber(server) {
  return new Promise((resolve) => {
    let written = '';
    server.stdio[3]?.on('data', (chunk) => {
      written += chunk;
      if (written.endsWith('\n')) resolve(written.trim());
    });
    server.stderr?.resume();
    server.once('error', () => resolve(undefined));
    server.once('exit', () => resolve(undefined));
  });
}

/**
 * An Xauthority file with one secret for every display of every host: the number is not known yet when it is written.
 * @param {Buffer} secret
 */
function authorityFor(secret) {
  const anyHost = Buffer.from([0xff, 0xff]);
  return Buffer.concat([anyHost, field(''), field(''), field('MIT-MAGIC-COOKIE-1'), field(secret)]);
}

/** @param {string | Buffer} value */
function field(value) {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}
