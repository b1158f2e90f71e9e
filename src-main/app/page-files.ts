import { PAGES, type Page } from '../contract/pages';

const ASSET = /^\/assets\/([\w-][\w.-]*)$/;

/**
 * A site has the files of its own page and no others: what stands in the page of another kind is none of its business. What the
 * build names after no page, fonts and the drawn letters of far scripts, is the face's.
 *
 * @param path of a built file, decoded and without dots, like /face/index.html or /assets/line-Cwm2Klze.js
 */
export function isFileOf(page: Page, path: string): boolean {
  if (path === `/${page}/index.html`) return true;
  const name = ASSET.exec(path)?.[1];
  if (name === undefined) return false;
  return page === (PAGES.find((candidate) => name.startsWith(`${candidate}-`)) ?? 'face');
}
