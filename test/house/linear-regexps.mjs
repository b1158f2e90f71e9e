import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from 'scslre';
import { parseAst } from 'vite';

/**
 * A part of `npm run lint`: names every regular expression whose time may grow faster than its input. Outside text meets most of
 * them, and one message of 60 KB must not stop the app for seconds.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const languages = new Map([
  ['ts', 'ts'],
  ['tsx', 'tsx'],
  ['mts', 'ts'],
  ['mjs', 'js'],
  ['cjs', 'js'],
]);

const complaints = ['src-main', 'src-renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .sort()
  .flatMap((file) => {
    const lang = languages.get(file.split('.').at(-1) ?? '');
    if (lang === undefined) return [];
    const source = readFileSync(join(root, file), 'utf8');
    return [...regexpsIn(parseAst(source, { lang, astType: 'ts' }))].flatMap(({ pattern, flags, start }) =>
      faultsOf(pattern, flags).map((fault) => `${file}:${source.slice(0, start).split('\n').length} ${fault}`),
    );
  });
for (const complaint of new Set(complaints)) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;

/**
 * @param {unknown} node
 * @returns {Generator<{pattern: string, flags: string, start: number}>}
 */
function* regexpsIn(node) {
  if (typeof node !== 'object' || node === null) return;
  if ('regex' in node && 'start' in node) yield { ...node.regex, start: node.start };
  for (const child of Object.values(node)) yield* regexpsIn(child);
}

/**
 * @param {string} source
 * @param {string} flags
 * @returns {readonly string[]}
 */
function faultsOf(source, flags) {
  const { reports } = analyse({ source, flags });
  return reports.map(({ type, exponential, character }) => {
    const how = type === 'Move' ? 'searches again from each position' : 'can be matched in many ways';
    const time = exponential ? 'exponential' : 'quadratic';
    return `/${source}/${flags} ${how}: ${time} time for a long run of ${character.literal.source}`;
  });
}
