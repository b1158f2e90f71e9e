import type { Page } from '../contract/pages';

/** The Content Security Policy of each kind of page: what it does not need is not there. */
export const POLICIES: Readonly<Record<Page, string>> = {
  face: policy("connect-src 'none'", "img-src 'self' data:", "font-src 'self'"),
  // The user's SIP server, wherever it is. It is not known here: an account may be added while the page has a call.
  line: policy('connect-src ws: wss:'),
  account: policy("connect-src 'none'"),
  admin: policy("connect-src 'none'"),
  serviceability: policy("connect-src 'none'"),
  settings: policy("connect-src 'none'"),
  demo: policy("connect-src 'none'"),
};

function policy(...own: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ...own,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
