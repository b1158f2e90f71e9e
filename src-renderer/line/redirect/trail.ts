import { type Core, Inviter, type InviterOptions, type Session, type URI } from 'sip.js';
import { numberAt } from '../../../src-main/sip/number-at';
import { MAX_MOVES, redirectTargets } from '../../../src-main/sip/redirect';
import { targetAddress } from '../address';

/** RFC 3261, 21.4.20: 482 Loop Detected. */
const LOOP = 482;

/** The call to somebody else, in the place of the one that was refused. */
export interface Move {
  readonly call: Inviter;
  /** A number of the account's domain, or a whole address. */
  readonly number: string;
}

/**
 * The way of one call from address to address (RFC 3261, 8.1.3.4), as those who are called send it on.
 *
 *     first ──3xx──> the Contact wished for most ──4xx, 5xx──> the next Contact ──3xx──> ...
 *
 * Nobody is called twice, and the way is not endless. All of it goes by our own server, whatever the address.
 */
export class Trail {
  readonly #tried: URI[] = [];
  #waiting: readonly URI[] = [];
  #moves = 0;

  readonly #domain: string;

  constructor(domain: string) {
    this.#domain = domain;
  }

  get moved(): boolean {
    return this.#moves > 0;
  }

  /** @returns who is to be called now, or, where nobody is left, the status that the call ends with */
  after(session: Session, status: number, message: Core.IncomingResponseMessage): Move | number {
    if (!(session instanceof Inviter)) return status;
    const { request } = session;
    this.#tried.push(request.ruri);
    const named = redirectTargets(status, message.getHeaders('contact')).flatMap((target) => this.#read(target));
    // RFC 3261, 21.6: a 6xx speaks for all of the called party's addresses.
    this.#waiting = status >= 600 ? [] : [...named, ...this.#waiting].filter((uri) => !this.#knows(uri));
    const [next, ...others] = this.#waiting;
    if (!next) return named.length > 0 ? LOOP : status;
    if (this.#moves === MAX_MOVES) return LOOP;
    this.#moves += 1;
    this.#waiting = others;
    // RFC 3261, 8.1.3.4: "It is RECOMMENDED that the UAC reuse the same To, From, and Call-ID used in the original redirected
    // request"; with a higher CSeq, for it is another request. A From tag SIP.js chooses by itself.
    const params: Core.OutgoingRequestMessageOptions & InviterOptions['params'] = {
      callId: request.callId,
      cseq: request.cseq + 1,
      toUri: request.to.uri,
    };
    return {
      number: numberAt(next, this.#domain) ?? next.toString(),
      call: new Inviter(session.userAgent, next, {
        extraHeaders: request.extraHeaders.filter((header) => /^(?:Referred-By|Replaces):/i.test(header)),
        params,
      }),
    };
  }

  #read(target: string): readonly URI[] {
    try {
      return [targetAddress(target, this.#domain)];
    } catch {
      return [];
    }
  }

  /** RFC 3261, 8.1.3.4: "a given URI is not to be added more than once", here whatever its parameters. */
  #knows(uri: URI): boolean {
    return this.#tried.some((tried) => placeOf(tried) === placeOf(uri));
  }
}

const placeOf = ({ user = '', host, port }: URI): string => `${user}@${host.toLowerCase()}:${port ?? ''}`;
