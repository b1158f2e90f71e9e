import { documentIn } from '../execute/document-in';

/** One request, read whole. */
export interface WebRequest {
  readonly method: string;
  readonly path: string;
  /** What stands behind "?"; null = none does. */
  readonly query: string | null;
  /** By their names in small letters; of several with one name the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Bytes that it takes of what has come. */
  readonly length: number;
  /** The connection goes on after it. */
  readonly keepAlive: boolean;
}

/**
 * - `more`   it is not all there; `expectsContinue`: its sender waits for a word before the body
 * - `short`  all that it says it has is there, and its document is not closed: more may come
 */
export type Reading =
  | { readonly kind: 'more'; readonly expectsContinue: boolean }
  | { readonly kind: 'short' | 'whole'; readonly request: WebRequest }
  | { readonly kind: 'bad'; readonly status: 400 | 411 | 413 | 431 };

const MAX_HEADER = 8192;
/** The guide of today says 40 KB. */
const MAX_BODY = 65_536;
/** Beyond what a request says it has: each piece of it is looked through again. */
const MAX_REST = 1024;

const MORE: Reading = { kind: 'more', expectsContinue: false };
const bad = (status: 400 | 411 | 413 | 431): Reading => ({ kind: 'bad', status });

/**
 * Reads what programs send that were written for a phone: lines that end without a carriage return, HTTP/1.0, and a Content-Length
 * that is one too small. Node's own server refuses them.
 */
export function readRequest(bytes: Buffer): Reading {
  const header = headerOf(bytes);
  if (!header) return bytes.length > MAX_HEADER ? bad(431) : MORE;
  if (header.end > MAX_HEADER) return bad(431);
  const [first = '', ...lines] = header.text.split('\n').map((line) => line.trimEnd());
  const [method = '', target = '', version = 'HTTP/1.0', ...rest] = first.split(' ');
  if (!/^[A-Z]{1,16}$/.test(method) || !target.startsWith('/') || !/^HTTP\/1\.[01]$/.test(version) || rest.length > 0)
    return bad(400);
  const headers = headersIn(lines);
  if ('transfer-encoding' in headers) return bad(411);
  const size = headers['content-length'] ?? '0';
  if (!/^\d{1,10}$/.test(size)) return bad(400);
  if (Number(size) > MAX_BODY) return bad(413);
  const end = header.end + Number(size);
  if (bytes.length < end) return { kind: 'more', expectsContinue: /^100-continue$/i.test(headers.expect ?? '') };
  return withBody(bytes, end, header.end, { method, target, version, headers });
}

interface Head {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly headers: Readonly<Record<string, string>>;
}

function withBody(bytes: Buffer, end: number, start: number, { method, target, version, headers }: Head): Reading {
  const [path = '', ...query] = target.split('?');
  const said = bytes.subarray(start, end);
  const isShort = method === 'POST' && said.length > 0 && !documentIn(said).isWhole;
  // Whoever cannot count has sent the rest behind it.
  if (isShort && bytes.length > end + MAX_REST) return bad(413);
  const body = isShort ? bytes.subarray(start) : said;
  const stays =
    version === 'HTTP/1.1' ? !/close/i.test(headers.connection ?? '') : /keep-alive/i.test(headers.connection ?? '');
  const request: WebRequest = {
    method,
    path,
    query: query.length > 0 ? query.join('?') : null,
    headers,
    body,
    length: start + body.length,
    // What stands behind a document may be a byte of it that was not counted, and no request.
    keepAlive: stays && (method !== 'POST' || bytes.length === end),
  };
  return { kind: isShort && !documentIn(body).isWhole ? 'short' : 'whole', request };
}

/** @returns null as long as its empty line has not come */
function headerOf(bytes: Buffer): { readonly text: string; readonly end: number } | null {
  const ends = ['\n\r\n', '\n\n'].flatMap((end) => {
    const at = bytes.subarray(0, MAX_HEADER + 3).indexOf(end, 0, 'latin1');
    return at < 0 ? [] : [{ at, end: at + end.length }];
  });
  const [first] = ends.sort((one, other) => one.at - other.at);
  return first ? { text: bytes.toString('latin1', 0, first.at), end: first.end } : null;
}

function headersIn(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return Object.fromEntries(headers);
}
