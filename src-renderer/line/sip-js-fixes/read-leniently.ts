import { Grammar, NameAddrHeader, URI } from 'sip.js';
import { entriesIn } from '../../../src-main/sip/contacts';
import { chooseChallenge } from '../../../src-main/sip/digest/challenge';
import { readNameAddress } from '../../../src-main/sip/lenient/name-address';
import { type LenientUri, readUri } from '../../../src-main/sip/lenient/uri';

/**
 * SIP.js drops a whole message for one header that its grammar refuses, and nobody is told (upstream keeps to the grammar of the RFC:
 * SIP.js #560; it may go when its parser keeps what it need not understand). What the grammar refuses is read once more, as far as
 * anybody can say what is meant. The text of the message stays as it is, so that an answer to it has what it came with.
 */
export function readLeniently(): void {
  const strict = Grammar.parse;
  if (Reflect.get(strict, 'isLenient')) return;
  const parse = (text: string, rule: string): unknown => {
    const read: unknown = strict(text, rule);
    return read === -1 ? (readAgain(text, rule) ?? -1) : read;
  };
  Object.assign(Grammar, { parse: Object.assign(parse, { isLenient: true }) });
  writeEveryUser();
}

function readAgain(text: string, rule: string): unknown {
  switch (rule) {
    case 'Request_Response':
      return requestLine(text);
    case 'Via':
      return via(text);
    case 'From':
    case 'To':
    case 'Name_Addr_Header':
    case 'Refer_To':
    case 'P_Asserted_Identity':
    case 'Remote_Party_ID':
      return nameAddress(text);
    case 'SIP_URI':
      return sipUri(readUri(text));
    case 'Contact':
      return entries(text);
    case 'Record_Route':
      return everyEntry(text);
    case 'WWW_Authenticate':
    case 'Proxy_Authenticate':
      return challenge(text);
    case 'Content_Type':
      // What is no type of SDP is said so by whoever wants to read the body.
      return text;
    case 'Call_ID':
      return /^\S+$/.test(text) ? text : undefined;
    default:
      return undefined;
  }
}

function requestLine(text: string): unknown {
  const [, method, address] = /^([\w.!%*+`'~-]+) (sips?:\S+) SIP\/2\.0$/i.exec(text) ?? [];
  const uri = address === undefined ? undefined : sipUri(readUri(address));
  return uri && { method, uri, sip_version: 'SIP/2.0' };
}

function via(text: string): unknown {
  const [first = ''] = entriesIn(text);
  const [, transport, host, port, rest = ''] =
    /^SIP\s*\/\s*2\.0\s*\/\s*([\w-]+)\s+([\p{L}\p{N}_.-]+)(?:\s*:\s*(\d{1,5}))?\s*(;.*)?$/isu.exec(first) ?? [];
  const parameter = (name: string): string | undefined =>
    new RegExp(`;\\s*${name}\\s*=\\s*([^\\s;]+)`, 'i').exec(rest)?.[1];
  if (host === undefined) return undefined;
  return {
    protocol: 'SIP',
    transport,
    host_type: 'domain',
    host,
    port: port === undefined ? undefined : Number(port),
    branch: parameter('branch'),
    received: parameter('received'),
    rport: parameter('rport'),
  };
}

function nameAddress(text: string): NameAddrHeader | undefined {
  const read = readNameAddress(text);
  return read === null ? undefined : withParameters(new NameAddrHeader(uriOf(read.uri), read.displayName, {}), read);
}

/** Whoever answers to it has no use for the Contacts of others: those that nobody can read are left out. */
function entries(text: string): readonly unknown[] {
  let searched = 0;
  return entriesIn(text).flatMap((entry) => {
    const start = text.indexOf(entry, searched);
    searched = start + entry.length;
    const strict: unknown = Grammar.parse(entry, 'Name_Addr_Header');
    const parsed = strict instanceof NameAddrHeader && /^sips?$/.test(strict.uri.scheme) ? strict : undefined;
    // SIP.js calls the end of an entry its position, and the start of it its offset.
    return parsed === undefined ? [] : [{ position: searched, offset: start, parsed }];
  });
}

/** A way on which one step is missing leads nowhere. */
function everyEntry(text: string): readonly unknown[] | undefined {
  const read = entries(text);
  return read.length > 0 && read.length === entriesIn(text).length ? read : undefined;
}

/** As the strict grammar gives it; a scheme that nobody here knows is met as a challenge that cannot be. */
function challenge(text: string): unknown {
  const read = chooseChallenge([text]);
  if (read === null) return { realm: '', nonce: '', algorithm: 'unknown' };
  const { realm, nonce, opaque, algorithm, qop, stale } = read;
  return { realm, nonce, opaque: opaque ?? undefined, algorithm, stale, qop: qop === null ? undefined : [qop] };
}

const sipUri = (uri: LenientUri | null): URI | undefined =>
  uri === null || uri.scheme === 'tel' ? undefined : uriOf(uri);

function uriOf({ scheme, user, host, port, parameters, headers }: LenientUri): URI {
  if (scheme === 'tel') return withParameters(new TelephoneUri(user ?? '', host), { parameters });
  const uri = new URI(scheme, user ?? '', host, port ?? undefined, {}, listed(headers));
  return withParameters(uri, { parameters });
}

function withParameters<Holder extends URI | NameAddrHeader>(
  holder: Holder,
  { parameters }: Pick<LenientUri, 'parameters'>,
): Holder {
  for (const [name, value] of Object.entries(parameters)) holder.setParam(name, value);
  return holder;
}

const listed = (headers: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

/** Stands for the host that a telephone number has none of: SIP.js makes no address without. */
const NO_HOST = 'telephone.invalid';

/** RFC 3966, for whom it is enough to be named: From, To, P-Asserted-Identity. Nothing is ever sent there. */
class TelephoneUri extends URI {
  constructor(number: string, context: string) {
    super('tel', number, context || NO_HOST);
  }

  override toString(): string {
    const parameters: readonly [string, unknown][] = Object.entries(this.parameters);
    return [
      `tel:${this.user}`,
      ...parameters.map(([name, value]) => (value === null ? name : `${name}=${value}`)),
    ].join(';');
  }

  override toRaw(): string {
    return this.toString();
  }

  override clone(): URI {
    return withParameters(new TelephoneUri(this.user ?? '', this.host), this);
  }
}

/** SIP.js decodes a user once more when it writes an address, and throws in the middle of a call where a "%" is one of its letters. */
function writeEveryUser(): void {
  const original: unknown = Reflect.get(URI.prototype, 'escapeUser');
  Reflect.set(URI.prototype, 'escapeUser', function escapeUser(this: URI, user: string): string {
    return isDecodable(user) && typeof original === 'function'
      ? String(original.call(this, user))
      : encodeURIComponent(user);
  });
}

function isDecodable(user: string): boolean {
  try {
    decodeURIComponent(user);
    return true;
  } catch {
    return false;
  }
}
