import type { ServiceAnswer } from '../../phone/menus/service';
import { parseUrl } from './parse-url';
import { parseRefresh } from './refresh-header';
import type { ServiceCookies } from './service-cookies';

/** Milliseconds that a service has to answer. */
const PATIENCE = 5000;
/** Bytes of the largest object: a text of 4000 characters, or a menu of 100 items. */
const LARGEST = 64 * 1024;

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What a phone says of itself to a service, in the form of a real one. */
const HEADERS = {
  Accept: 'x-CiscoIPPhone/*, text/*, */*',
  'x-CiscoIPPhoneModelName': 'CP-7960',
  'x-CiscoIPPhoneDisplay': '133,65,2,G',
};

/**
 * Reads an object from a server on this machine. Others are not asked: the phone is nobody's way into their network.
 *
 * @param cookies of the phone that asks
 * @param report told why an object is not there
 */
export async function readServicePage(
  url: string,
  cookies: ServiceCookies,
  report: (problem: string) => void,
): Promise<ServiceAnswer> {
  const address = parseUrl(url);
  if (address?.protocol !== 'http:' || !HERE.has(address.hostname)) {
    report(`${url}: services are asked on this machine alone, by http`);
    return { ok: false, error: { phrase: 'hostNotFound', value: '' } };
  }
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const cookie = await cookies.headerFor(address);
    const headers = cookie ? { ...HEADERS, Cookie: cookie } : HEADERS;
    const response = await fetch(address, { headers, redirect: 'error', credentials: 'omit', signal });
    await cookies.take(address, response.headers.getSetCookie());
    if (!response.ok) return { ok: false, error: { phrase: 'httpError', value: String(response.status) } };
    return { ok: true, value: await bodyOf(response), refresh: parseRefresh(response.headers.get('refresh'), address) };
  } catch (error) {
    report(`${url}: ${error instanceof Error ? error.message : String(error)}`);
    return { ok: false, error: { phrase: 'hostNotFound', value: '' } };
  }
}

/** @throws Error if it is larger than any object */
async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST) throw new Error(`more than ${LARGEST} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
