import { expect, test } from 'vitest';
import { isFileOf } from '../../../src-main/app/page-files.ts';
import { PAGES } from '../../../src-main/contract/pages.ts';

const ownersOf = (path: string) => PAGES.filter((page) => isFileOf(page, path));

test('a site has the files of its own page, the face what is named after none, and nobody what lies elsewhere', () => {
  const paths = [
    ...PAGES.flatMap((page) => [`/${page}/index.html`, `/assets/${page}-Ck0n-_U.js`, `/assets/${page}-D3.css`]),
    '/assets/source-sans-3-latin-400-normal-DQi5PRDE.woff2',
    '/assets/han-BYEpjZGM.js',
    '/shipped-packages.json',
    '/assets/',
    '/assets/..\\..\\main\\main.js',
    '/assets/../assets/line-Cwm2Klze.js',
    '/assets/deeper/line-Cwm2Klze.js',
    '/face/other.html',
    '',
  ];
  expect(paths.map(ownersOf)).toEqual([
    ...PAGES.flatMap((page) => [[page], [page], [page]]),
    ['face'],
    ['face'],
    ...Array(7).fill([]),
  ]);
});
