import type { ServiceAnswer } from '../../phone/menus/service';
import { parseUrl } from './parse-url';
import { parseRefresh } from './refresh-header';
import type { ServiceCookies } from './service-cookies';

/** Milliseconds that a service has to answer. */
const PATIENCE = 5000;
/** Bytes of the largest object: a text of 4000 characters, or a menu of 100 items. */
const LARGEST = 64 * 1024;

/** Who goes in circles has to stop somewhere. */
const MOST_REDIRECTIONS = 5;

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What a phone says of itself to a service, in the form of a real one. */
const HEADERS = {
  Accept: 'x-CiscoIPPhone/*, text/*, */*',
  'x-CiscoIPPhoneModelName': 'CP-7960',
  'x-CiscoIPPhoneDisplay': '133,65,2,G',
};

/**
 * Reads an object from a server on this machine. Others are not asked, also where this one sends us there: the phone is nobody's
 * way into their network.
 *
 * @param cookies of the phone that asks
 * @param report told why an object is not there
 */
export async function readServicePage(
  url: string,
  cookies: ServiceCookies,
  report: (problem: string) => void,
): Promise<ServiceAnswer> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    let address = addressHere(url);
    for (let hops = 0; hops <= MOST_REDIRECTIONS; hops += 1) {
      const response = await ask(address, cookies, signal);
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (next === null) return await answerOf(response, address);
      address = addressHere(next, address);
    }
    throw new Error(`more than ${MOST_REDIRECTIONS} redirections`);
  } catch (error) {
    report(`${url}: ${error instanceof Error ? error.message : String(error)}`);
    return { ok: false, error: { phrase: 'hostNotFound', value: '' } };
  }
}

/** @throws Error if it is no page of this machine */
function addressHere(url: string, base?: URL): URL {
  const address = parseUrl(url, base);
  if (address?.protocol === 'http:' && HERE.has(address.hostname)) return address;
  throw new Error(`${url}: services are asked on this machine alone, by http`);
}

async function ask(address: URL, cookies: ServiceCookies, signal: AbortSignal): Promise<Response> {
  const cookie = await cookies.headerFor(address);
  const headers = cookie ? { ...HEADERS, Cookie: cookie } : HEADERS;
  const response = await fetch(address, { headers, redirect: 'manual', credentials: 'omit', signal });
  await cookies.take(address, response.headers.getSetCookie());
  return response;
}

async function answerOf(response: Response, address: URL): Promise<ServiceAnswer> {
  if (!response.ok) return { ok: false, error: { phrase: 'httpError', value: String(response.status) } };
  const refresh = parseRefresh(response.headers.get('refresh'), address);
  return { ok: true, value: await bodyOf(response), refresh };
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
