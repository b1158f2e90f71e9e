import { readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { protocol } from 'electron';
import { isFileOf } from '../../app/page-files';
import { POLICIES } from '../../app/page-policies';
import { PAGES, type Page } from '../../contract/pages';

const SCHEME = 'app';

/** @param view which of the page's views to begin with; empty = its usual one */
export const addressOf = (page: Page, view = ''): string =>
  `${SCHEME}://${page}/${page}/index.html${view && `#${view}`}`;

/** Node knows no origin of a scheme that is none of the web's, so scheme and host are compared. */
export function isPage(page: Page, url: string): boolean {
  try {
    const { protocol: scheme, host } = new URL(url);
    return scheme === `${SCHEME}:` && host === page;
  } catch {
    return false;
  }
}

/** The address is of one of our pages, whichever. */
export const isOurs = (url: string): boolean => url.startsWith(`${SCHEME}://`);

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the built pages from a folder: to each kind of page its own files, and nothing else. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, ({ url }) => {
    const page = PAGES.find((candidate) => isPage(candidate, url));
    const path = pathOf(url);
    const type = CONTENT_TYPES[extname(path)];
    const content = page && type && isFileOf(page, path) ? contentOf(join(folder, path)) : null;
    if (!page || !type || !content) return new Response('not found', { status: 404 });
    return new Response(content, {
      headers: { 'Content-Type': type, 'Content-Security-Policy': POLICIES[page], 'X-Content-Type-Options': 'nosniff' },
    });
  });
}

/** The path that an address names, without dots; empty if it cannot be read. */
function pathOf(url: string): string {
  try {
    return posix.normalize(decodeURIComponent(new URL(url).pathname));
  } catch {
    return '';
  }
}

/** Read at once: four turns of the event loop, as an asynchronous read takes, are four waits behind all that a start has to do. */
function contentOf(file: string): Buffer<ArrayBuffer> | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
