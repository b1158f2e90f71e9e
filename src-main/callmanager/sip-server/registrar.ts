import { type Core, NameAddrHeader } from 'sip.js';
import type { Binding, Bindings } from './bindings';
import type { Clock } from './clock';
import type { Connection, Request } from './connection';
import { grantLifetime, type Lifetimes, parseCount } from './lifetimes';
import { EVERY_CONTACT } from './message-reader';
import { MAX_CONTACTS_OF_LINE } from './phone-limits';
import type { SipUser } from './ports';

/** What a REGISTER asks for, once it is understood. */
type Change =
  | { readonly kind: 'refused'; readonly statusCode: number; readonly extraHeaders?: string[] }
  | { readonly kind: 'change'; readonly removed: readonly string[]; readonly added: readonly Binding[] };

/** RFC 3261 section 10.3: keeps where the phone of each number is. */
export class Registrar {
  readonly #bindings: Bindings;
  readonly #lifetimes: Lifetimes;
  readonly #clock: Clock;

  constructor(bindings: Bindings, lifetimes: Lifetimes, clock: Clock) {
    this.#bindings = bindings;
    this.#lifetimes = lifetimes;
    this.#clock = clock;
  }

  register(connection: Connection, request: Request, user: SipUser): void {
    // RFC 3261 section 10.3 step 3: nobody registers a phone for somebody else's number here.
    if (request.message.to.uri.user !== user.number) {
      request.reject({ statusCode: 403 });
      return;
    }
    const change = this.#read(connection, request.message, user);
    if (change.kind === 'refused') {
      request.reject(change);
      return;
    }
    if (this.#contactsAfter(change, user) > MAX_CONTACTS_OF_LINE) {
      request.reject({ statusCode: 403, reasonPhrase: 'Too Many Contacts' });
      return;
    }
    this.#bindings.change(user.number, change.removed, change.added);
    // Step 8: the answer "MUST contain Contact header field values enumerating all current bindings".
    request.accept({ statusCode: 200, extraHeaders: this.#bindings.of(user.number).map((each) => this.#header(each)) });
  }

  /** A call to the number goes to all of them at once. */
  #contactsAfter({ removed, added }: Extract<Change, { kind: 'change' }>, { number, device }: SipUser): number {
    const before = this.#bindings.of(number).filter((binding) => binding.device === device);
    const contacts = new Set([...before, ...added].map(({ contact }) => contact.toString()));
    for (const contact of removed) contacts.delete(contact);
    return added.length === 0 ? 0 : contacts.size;
  }

  #read(connection: Connection, message: Core.IncomingRequestMessage, user: SipUser): Change {
    const { number, device } = user;
    const contacts = message.getHeaders('contact').map((_, index) => message.parseHeader('contact', index));
    if (message.hasHeader(EVERY_CONTACT)) {
      // Step 6: "If the request has additional Contact fields or an expiration time other than zero, the request is invalid".
      if (contacts.length > 0 || parseCount(message.getHeader('expires')) !== 0) {
        return { kind: 'refused', statusCode: 400 };
      }
      const all = this.#bindings
        .of(number)
        .filter((binding) => binding.device === device)
        .map(({ contact }) => contact.toString());
      return { kind: 'change', removed: all, added: [] };
    }
    const removed: string[] = [];
    const added: Binding[] = [];
    for (const header of contacts) {
      if (!(header instanceof NameAddrHeader)) return { kind: 'refused', statusCode: 400 };
      const contact = header.uri.toString();
      const known = this.#bindings.find(number, contact);
      // Step 7: a REGISTER that was overtaken by a later one of the same phone changes nothing.
      if (known?.callId === message.callId && message.cseq <= known.sequence)
        return { kind: 'refused', statusCode: 400 };
      const asked = parseCount(header.getParam('expires')) ?? parseCount(message.getHeader('expires'));
      const grant = grantLifetime(asked, this.#lifetimes);
      if (grant.kind === 'tooBrief') {
        return { kind: 'refused', statusCode: 423, extraHeaders: [`Min-Expires: ${this.#lifetimes.shortest}`] };
      }
      if (grant.seconds === 0) removed.push(contact);
      else {
        added.push({
          number,
          device,
          contact: header.uri,
          connection,
          callId: message.callId,
          sequence: message.cseq,
          expiresAt: this.#clock.now() + grant.seconds * 1000,
        });
      }
    }
    return { kind: 'change', removed, added };
  }

  #header({ contact, expiresAt }: Binding): string {
    return `Contact: <${contact}>;expires=${Math.ceil((expiresAt - this.#clock.now()) / 1000)}`;
  }
}
