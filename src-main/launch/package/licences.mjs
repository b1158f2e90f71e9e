import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotContinue } from '../say.mjs';

/** Where the build writes down whose code it has put into a bundle: see electron.vite.config.ts. */
const lists = ['main', 'preload', 'renderer'].map((part) => join('out', part, 'shipped-packages.json'));

/**
 * Writes the licences of all that is shipped and is not ours; Electron and Chromium come with their own.
 * @param {string} root the project folder, built
 * @param {string} file
 */
export function writeLicences(root, file) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bundled = lists.flatMap((list) => JSON.parse(readFileSync(join(root, list), 'utf8')));
  const names = [...new Set([...bundled, ...withTheirs(root, Object.keys(dependencies))])].sort();
  writeFileSync(join(root, file), names.map((name) => licenceOf(root, name)).join(`\n${'-'.repeat(80)}\n\n`));
}

/**
 * What is shipped as packages, and what they need in their turn.
 * @param {string} root
 * @param {readonly string[]} names
 * @returns {readonly string[]}
 */
function withTheirs(root, names) {
  return names.flatMap((name) => [name, ...withTheirs(root, Object.keys(manifestOf(root, name).dependencies ?? {}))]);
}

/**
 * @param {string} root
 * @param {string} name
 */
function licenceOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, homepage } = manifestOf(root, name);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  // Nothing goes out whose licence nobody has seen.
  if (!license) throw new CannotContinue(`${name} names no licence in its package.json: look before it is shipped`);
  return [`${name} ${version}`, `${license}${homepage ? `  ${homepage}` : ''}`, ...texts, ''].join('\n\n');
}

/**
 * @param {string} root
 * @param {string} name
 */
function manifestOf(root, name) {
  const file = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(file))
    throw new CannotContinue(`${name} is shipped, and is not in node_modules: npm ci puts it there`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
