import type { CookieJar } from 'tough-cookie';
import type { Clock } from '../../base/clock';
import { errorWords } from '../../base/error-words';

/** "4 cookies per host per session, 8 sessions, 255 bytes each, 30 min idle" */
const MAX_COOKIES = 4;
const MAX_HOSTS = 8;
const LARGEST = 255;
const IDLE_MILLISECONDS = 30 * 60_000;

interface Session {
  readonly jar: CookieJar;
  usedAt: number;
}

/**
 * The cookies that services have given to one phone (RFC 6265), in memory alone. Hosts share none, whatever they say of a domain.
 */
export class ServiceCookies {
  /** By host, the one that was used last at the end. */
  readonly #sessions = new Map<string, Session>();

  readonly #clock: Pick<Clock, 'now'>;
  readonly #report: (problem: string) => void;

  constructor(clock: Pick<Clock, 'now'>, report: (problem: string) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  /** The header Cookie of a request; empty = the phone has none for it. */
  async headerFor(address: URL): Promise<string> {
    const session = this.#sessionOf(address.hostname);
    if (!session) return '';
    this.#use(address.hostname, session);
    return session.jar.getCookieString(address.href);
  }

  /** @param headers every Set-Cookie of an answer */
  async take(address: URL, headers: readonly string[]): Promise<void> {
    if (headers.length === 0) return;
    const session = this.#sessionOf(address.hostname) ?? (await this.#begin());
    this.#use(address.hostname, session);
    for (const header of headers) {
      if (Buffer.byteLength(header) > LARGEST) this.#report(`${address.href}: a cookie of more than ${LARGEST} bytes`);
      else await this.#set(session.jar, header, address);
    }
  }

  async #set(jar: CookieJar, header: string, address: URL): Promise<void> {
    try {
      await jar.setCookie(header, address.href);
    } catch (error) {
      this.#report(`${address.href}: a cookie: ${errorWords(error)}`);
      return;
    }
    // The oldest comes first.
    const cookies = await jar.store.getAllCookies();
    for (const { domain, path, key } of cookies.slice(0, -MAX_COOKIES)) await jar.store.removeCookie(domain, path, key);
  }

  #sessionOf(host: string): Session | undefined {
    const session = this.#sessions.get(host);
    if (!session || this.#clock.now() - session.usedAt < IDLE_MILLISECONDS) return session;
    this.#sessions.delete(host);
    return undefined;
  }

  /** The library is read when the first service gives a cookie: most never do. */
  async #begin(): Promise<Session> {
    const { CookieJar } = await import('tough-cookie');
    return { jar: new CookieJar(), usedAt: this.#clock.now() };
  }

  #use(host: string, session: Session): void {
    session.usedAt = this.#clock.now();
    this.#sessions.delete(host);
    this.#sessions.set(host, session);
    for (const oldest of [...this.#sessions.keys()].slice(0, -MAX_HOSTS)) this.#sessions.delete(oldest);
  }
}
