import { errorWords } from '../../base/error-words';
import type { ServicePage } from '../../phone/menus/page';
import type { ServiceAnswer } from '../../phone/menus/service';
import { hasExpired } from './expires-header';
import { parseUrl } from './parse-url';
import { parseRefresh } from './refresh-header';
import { BadBody, bytesOf, decoded, isPlain } from './service-body';
import type { ServiceCookies } from './service-cookies';

/** Milliseconds that a service has to answer. */
const TIMEOUT_MS = 5000;

/** Who goes in circles has to stop somewhere. */
const MAX_REDIRECTIONS = 5;

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface PageReader {
  /** What the phone says of itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the phone that asks. */
  readonly cookies: ServiceCookies;
  now(): number;
  /** Told why an object is not there. */
  report(problem: string): void;
}

/**
 * Reads a page from a server on this machine. Others are not asked, also where this one sends us there: the phone is nobody's
 * way into their network.
 */
export async function readServicePage(url: string, reader: PageReader): Promise<ServiceAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    let address = addressHere(url);
    for (let hops = 0; hops <= MAX_REDIRECTIONS; hops += 1) {
      const response = await ask(address, reader, signal);
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (next === null) return await answerOf(response, address, reader.now());
      address = addressHere(next, address);
    }
    throw new BadBody(`more than ${MAX_REDIRECTIONS} redirections`);
  } catch (error) {
    reader.report(`${url}: ${errorWords(error)}`);
    return { ok: false, error: { phrase: error instanceof BadBody ? 'fileError' : 'hostNotFound', value: '' } };
  }
}

/** @throws Error if it is no page of this machine */
function addressHere(url: string, base?: URL): URL {
  const address = parseUrl(url, base);
  if (address?.protocol === 'http:' && HERE.has(address.hostname)) return address;
  throw new Error(`${url}: services are asked on this machine alone, by http`);
}

async function ask(address: URL, { cookies, headers }: PageReader, signal: AbortSignal): Promise<Response> {
  const cookie = await cookies.headerFor(address);
  const said = cookie ? { ...headers, Cookie: cookie } : headers;
  const response = await fetch(address, { headers: said, redirect: 'manual', credentials: 'omit', signal });
  await cookies.take(address, response.headers.getSetCookie());
  return response;
}

async function answerOf(response: Response, address: URL, now: number): Promise<ServiceAnswer> {
  if (!response.ok) return { ok: false, error: { phrase: 'httpError', value: String(response.status) } };
  const contentType = response.headers.get('content-type') ?? '';
  const page: ServicePage = {
    url: address.href,
    body: decoded(await bytesOf(response), contentType),
    plain: isPlain(contentType),
    refresh: parseRefresh(response.headers.get('refresh'), address),
    expired: hasExpired(response.headers.get('expires'), now),
  };
  return { ok: true, value: page };
}
