import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
interface NodeVersion {
  nodeFits(version: string, range: string): boolean;
  otherNodeNeeded(version: string, range: string): string;
}
// Plain JavaScript: by a path that the compiler does not follow.
const { nodeFits, otherNodeNeeded }: NodeVersion = await import(resolve(root, 'src-main/launch/node-version.mjs'));
const { engines, devDependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

// Electron's installer requires an ES module, which Node can from 20.19 and 22.12 on, and never could in 21.
test.each([
  ['18.19.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.0.0', true],
  ['24.1.0', true],
  ['100.0.0', true],
])('Node %s: %s', (version, fits) => {
  expect(nodeFits(version, engines.node)).toBe(fits);
});

test('who has an older one reads what is needed, what there is, and what to do', () => {
  expect(otherNodeNeeded('18.19.0', engines.node)).toBe(
    [
      'Node ^20.19.0 or >=22.12.0 is needed, and this is 18.19.0.',
      'Install Node 22 or 24 from https://nodejs.org or with the Node manager you use (nvm install 22), and try again.',
      'Or let npm fetch one for this start alone:',
      '  npx --yes --package=node@22 -- npm start',
    ].join('\n'),
  );
});

test('Vite, which builds the app, asks for the same', () => {
  const { engines: ofVite, version } = JSON.parse(
    readFileSync(resolve(root, 'node_modules/vite/package.json'), 'utf8'),
  );
  expect([version, ofVite.node]).toEqual([devDependencies.vite, engines.node]);
});
