#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Stands in the place of fpm, which electron-builder would download: makes a Debian package with dpkg-deb alone. It knows those
 * of fpm's options that electron-builder uses, and stops at any other.
 */

/** Options without a value. */
const flags = new Set(['--force', '--debug']);
/** Options whose value says what dpkg-deb does anyway, or what it has no field for. */
const unused = new Set(['-s', '--log', '--license']);
/** @type {ReadonlyMap<string, string>} fields of the control file by option */
const fields = new Map([
  ['--name', 'Package'],
  ['--version', 'Version'],
  ['--architecture', 'Architecture'],
  ['--maintainer', 'Maintainer'],
  ['--vendor', 'Vendor'],
  ['--url', 'Homepage'],
  ['--category', 'Section'],
  ['--deb-priority', 'Priority'],
  ['--description', 'Description'],
  ['-d', 'Depends'],
  ['--deb-recommends', 'Recommends'],
]);
/** @type {ReadonlyMap<string, string>} scripts by option */
const scripts = new Map([
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
]);

/**
 * @typedef {object} Wish
 * @property {ReadonlyMap<string, readonly string[]>} options
 * @property {readonly {from: string, to: string}[]} contents
 */

/**
 * @param {readonly string[]} commandLine
 * @returns {Wish}
 */
export function readCommandLine(commandLine) {
  /** @type {Map<string, string[]>} */
  const options = new Map();
  const contents = [];
  for (let at = 0; at < commandLine.length; at += 1) {
    const word = commandLine[at] ?? '';
    if (flags.has(word)) continue;
    if (word.startsWith('-')) {
      at += 1;
      options.set(word, [...(options.get(word) ?? []), commandLine[at] ?? '']);
    } else {
      const split = word.lastIndexOf('=');
      contents.push({ from: word.slice(0, split), to: word.slice(split + 1) });
    }
  }
  const known = new Set(['-t', '--package', '--deb-compression', ...unused, ...fields.keys(), ...scripts.keys()]);
  const unknown = [...options.keys()].filter((option) => !known.has(option));
  if (unknown.length > 0) throw new Error(`this stand-in for fpm does not know ${unknown.join(', ')}`);
  if (options.get('-t')?.[0] !== 'deb') throw new Error('this stand-in for fpm makes Debian packages only');
  return { options, contents };
}

/**
 * The control file: one field a line; what is more of a description is indented, a full stop for an empty line.
 * @param {Wish} wish
 * @param {number} installedBytes
 */
export function controlFile({ options }, installedBytes) {
  const lines = [...fields].flatMap(([option, field]) => {
    const values = options.get(option);
    return values ? [`${field}: ${values.join(', ').replace(/\n(?! )/g, '\n ')}`] : [];
  });
  return `${[...lines, `Installed-Size: ${Math.ceil(installedBytes / 1024)}`].join('\n')}\n`;
}

/** @param {Wish} wish */
function makePackage(wish) {
  const file = wish.options.get('--package')?.[0];
  if (!file) throw new Error('--package names no file');
  const tree = mkdtempSync(join(dirname(file), '.deb-'));
  try {
    for (const { from, to } of wish.contents) put(from, join(tree, to));
    const size = Number(execFileSync('du', ['-sb', tree], { encoding: 'utf8' }).split('\t')[0]);
    const control = join(tree, 'DEBIAN');
    mkdirSync(control);
    writeFileSync(join(control, 'control'), controlFile(wish, size));
    for (const [option, name] of scripts) {
      const [script] = wish.options.get(option) ?? [];
      if (!script) continue;
      copyFileSync(script, join(control, name));
      chmodSync(join(control, name), 0o755);
    }
    // mkdtemp makes a folder that only we may enter.
    chmodSync(tree, 0o755);
    const compression = wish.options.get('--deb-compression')?.[0] ?? 'xz';
    execFileSync('dpkg-deb', [
      '--root-owner-group',
      `-Z${compression === 'gz' ? 'gzip' : compression}`,
      '--build',
      tree,
      file,
    ]);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function put(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  if (statSync(from).isDirectory()) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  else {
    if (to.endsWith('.desktop')) writeFileSync(to, startedByName(readFileSync(from, 'utf8')));
    else copyFileSync(from, to);
    chmodSync(to, 0o644);
  }
}

/**
 * Starts the program by the link that the package makes in /usr/bin: xdg-open takes no path in quotation marks, which one with a
 * blank has.
 * @param {string} desktopFile
 */
export const startedByName = (desktopFile) => desktopFile.replace(/^Exec="[^"\n]*\/([^"/\n]+)"/m, 'Exec=$1');

if (process.argv[1] === fileURLToPath(import.meta.url)) makePackage(readCommandLine(process.argv.slice(2)));
