import { type Core, Grammar } from 'sip.js';
import { isSameSecret } from '../../base/same-secret';
import { digestResponse, parseCredentials } from './digest';
import type { Nonces } from './nonces';
import type { Credentials, SipUser } from './ports';

/** Who has signed the request. `stale`: the password was right, the nonce was not fresh. */
type Finding = { readonly signer: string } | { readonly signer: undefined; readonly stale: boolean };

/** The requests that the door is for. */
const CHECKED = ['INVITE', 'REGISTER', 'SUBSCRIBE'];

type Message = Core.IncomingRequestMessage;

/**
 * The door of the server: lets a request in that opens a dialog or registers a phone, if it comes from whom it says. Whom it does not
 * let in it answers without a transaction, so that a stranger costs no memory (RFC 3261 section 26.3.2.4: "proxies SHOULD challenge
 * questionable requests with only a single 401 … forgoing the normal response retransmission algorithm, and thus behaving statelessly").
 *
 * Requests within a dialog are not challenged again: a dialog lives on the one connection that made it.
 */
export class Admission {
  readonly #domain: string;
  readonly #phones: Credentials;
  readonly #nonces: Nonces;
  readonly #admitted = new WeakMap<Message, SipUser>();

  constructor(domain: string, phones: Credentials, nonces: Nonces) {
    this.#domain = domain;
    this.#phones = phones;
    this.#nonces = nonces;
  }

  /** Why a request is not let in; null = it is, or it is none that the door is for. Asked once for each. */
  refusalOf(message: Message): Core.ResponseOptions | null {
    if (!CHECKED.includes(message.method) || message.toTag) return null;
    // RFC 3261 section 8.2.2.3: a server that does not understand an option in Require answers 420 and lists it.
    const required = message.getHeaders('require');
    if (required.length > 0) return { statusCode: 420, extraHeaders: [`Unsupported: ${required.join(', ')}`] };
    const finding = this.#authenticate(message);
    if (finding.signer === undefined) return this.#challenge(message, finding.stale);
    // Whoever has a password may still not be who the From header claims.
    const { uri } = message.from;
    const line = uri.host === this.#domain.toLowerCase() && this.#phones.findLine(finding.signer, uri.user ?? '');
    if (!line) return { statusCode: 403 };
    this.#admitted.set(message, line);
    return null;
  }

  /** Who has sent a request that was let in. */
  senderOf(message: Message): SipUser | undefined {
    return this.#admitted.get(message);
  }

  #authenticate(message: Message): Finding {
    const header = message.getHeader(message.method === 'REGISTER' ? 'authorization' : 'proxy-authorization');
    const credentials = header === undefined ? undefined : parseCredentials(header);
    if (!credentials || credentials.realm !== this.#domain) return { signer: undefined, stale: false };
    // RFC 2617 section 3.2.2.5: "The authenticating server must assure that the resource designated by the "uri"
    // directive is the same as the resource specified in the Request-Line".
    const uri = Grammar.URIParse(credentials.uri);
    if (!uri || uri.toString() !== message.ruri?.toString()) return { signer: undefined, stale: false };
    const password = this.#phones.passwordOf(credentials.username);
    // The same work for an unknown user, so that the time does not tell who exists.
    const right = isSameSecret(
      digestResponse(credentials, message.method, password ?? ''),
      credentials.response.toLowerCase(),
    );
    if (password === undefined || !right) return { signer: undefined, stale: false };
    const fresh = this.#nonces.use(credentials.nonce, Number.parseInt(credentials.nonceCount, 16));
    return fresh ? { signer: credentials.username } : { signer: undefined, stale: true };
  }

  #challenge(message: Message, stale: boolean): Core.ResponseOptions {
    const parameters = [
      `realm="${this.#domain}"`,
      `nonce="${this.#nonces.issue()}"`,
      'algorithm=MD5',
      'qop="auth"',
      ...(stale ? ['stale=true'] : []),
    ].join(', ');
    const [statusCode, name] = message.method === 'REGISTER' ? [401, 'WWW-Authenticate'] : [407, 'Proxy-Authenticate'];
    return { statusCode, extraHeaders: [`${name}: Digest ${parameters}`] };
  }
}
