import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

/**
 * Each kind of page is a site of its own, like app://face and app://line. Chromium gives each site one process: the faces,
 * which only mirror, share one, and nothing that happens there can reach the process that has the calls, or the one that a
 * password is typed into.
 */
const PAGES = ['face', 'line', 'account', 'admin', 'serviceability', 'settings', 'demo'] as const;
export type Page = (typeof PAGES)[number];

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

const POLICY: Readonly<Record<Page, string>> = {
  face: policy("img-src 'self' data:", "font-src 'self'"),
  // ws: and wss: are the user's SIP server, wherever it is.
  line: policy("img-src 'self' data:", "connect-src 'self' ws: wss:"),
  account: policy(),
  admin: policy(),
  serviceability: policy(),
  settings: policy(),
  demo: policy(),
};

function policy(...more: readonly string[]): string {
  const all = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ...more,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return [...all, "frame-ancestors 'none'"].join('; ');
}

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

/** Serves the built pages from a folder, and nothing outside it. */
export function serveApp(folder: string): void {
  protocol.handle(SCHEME, ({ url }) => {
    const page = PAGES.find((candidate) => isPage(candidate, url));
    const file = fileOf(folder, url);
    const type = file && CONTENT_TYPES[extname(file)];
    const content = type ? contentOf(file) : null;
    if (!page || !type || !content) return new Response('not found', { status: 404 });
    return new Response(content, {
      headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY[page], 'X-Content-Type-Options': 'nosniff' },
    });
  });
}

/** The file that an address names, or null if that leads out of the folder. */
function fileOf(folder: string, url: string): string | null {
  try {
    const file = normalize(join(folder, decodeURIComponent(new URL(url).pathname)));
    return file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
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
