import { Grammar } from 'sip.js';
import { isSameSecret } from '../../base/same-secret';
import type { Request } from './connection';
import { digestResponse, parseCredentials } from './digest';
import type { Nonces } from './nonces';
import type { Credentials, SipUser } from './ports';

/** Who has signed the request. `stale`: the password was right, the nonce was not fresh. */
type Finding = { readonly signer: string } | { readonly signer: undefined; readonly stale: boolean };

/**
 * The door of the server: lets a request in that opens a dialog or registers a phone, if it comes from whom it says.
 *
 * Requests within a dialog are not challenged again: a dialog lives on the one connection that made it.
 */
export class Admission {
  readonly #domain: string;
  readonly #phones: Credentials;
  readonly #nonces: Nonces;

  constructor(domain: string, phones: Credentials, nonces: Nonces) {
    this.#domain = domain;
    this.#phones = phones;
    this.#nonces = nonces;
  }

  /** Who sent the request; undefined where it has been answered already, with a challenge or a refusal. */
  admit(request: Request): SipUser | undefined {
    const { message } = request;
    // RFC 3261 section 8.2.2.3: a server that does not understand an option in Require answers 420 and lists it.
    const required = message.getHeaders('require');
    if (required.length > 0) {
      request.reject({ statusCode: 420, extraHeaders: [`Unsupported: ${required.join(', ')}`] });
      return undefined;
    }
    const finding = this.#authenticate(request);
    if (finding.signer === undefined) {
      this.#challenge(request, finding.stale);
      return undefined;
    }
    // Whoever has a password may still not be who the From header claims.
    const { uri } = message.from;
    const line = uri.host === this.#domain.toLowerCase() && this.#phones.findLine(finding.signer, uri.user ?? '');
    if (!line) {
      request.reject({ statusCode: 403 });
      return undefined;
    }
    return line;
  }

  #authenticate({ message }: Request): Finding {
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

  #challenge(request: Request, stale: boolean): void {
    const parameters = [
      `realm="${this.#domain}"`,
      `nonce="${this.#nonces.issue()}"`,
      'algorithm=MD5',
      'qop="auth"',
      ...(stale ? ['stale=true'] : []),
    ].join(', ');
    const [statusCode, name] =
      request.message.method === 'REGISTER' ? [401, 'WWW-Authenticate'] : [407, 'Proxy-Authenticate'];
    request.reject({ statusCode, extraHeaders: [`${name}: Digest ${parameters}`] });
  }
}
