import type { Refresh } from '../../phone/menus/page';
import { parseUrl } from './parse-url';

/** A page that wants to be replaced at once and for ever is not: once a second is quick enough. */
const LEAST_SECONDS = 1;
const MAX_SECONDS = 24 * 60 * 60;

/**
 * The header `Refresh: 5; url=http://…`: "no/0 time = manual", "no URL = same URL"; the URL may be an internal URI.
 *
 * @param page where the header was read
 * @returns null if there is none, or none that can be understood
 */
export function parseRefresh(header: string | null, page: URL): Refresh | null {
  const [, seconds = '', rest = ''] = /^(\d*)(?!\d)(.*)$/s.exec(header?.trim() ?? '') ?? [];
  const url = urlIn(rest.trim());
  if (url === null || (seconds === '' && url === '')) return null;
  const after = Number(seconds) > 0 ? Math.min(MAX_SECONDS, Math.max(LEAST_SECONDS, Number(seconds))) * 1000 : null;
  return { after, url: resolved(url, page) };
}

/** `; url=http://…`, in quotes or not; empty = there is none, null = that is something else. */
function urlIn(text: string): string | null {
  if (text === '') return '';
  const [begin] = /^[;,]?\s*url\s*=/i.exec(text) ?? [];
  if (begin === undefined) return null;
  const url = text
    .slice(begin.length)
    .trim()
    .replace(/^["']|["']$/g, '');
  return /["']/.test(url) ? null : url;
}

function resolved(url: string, page: URL): string {
  if (url === '') return page.href;
  // "SoftKey:Exit" is no address: it is kept as it is written.
  if (/^[a-z]+:/i.test(url) && !/^https?:/i.test(url)) return url;
  return (parseUrl(url, page) ?? page).href;
}
