/** An address as it stands in a header: of SIP, or of a telephone (RFC 3966). Nothing in it is written anew. */
export interface LenientUri {
  /** In small letters. */
  readonly scheme: 'sip' | 'sips' | 'tel';
  /** Decoded; of a telephone its number, as it is written. null = an address without a user. */
  readonly user: string | null;
  /** Of a telephone its context (RFC 3966 section 5.1.5), where that is a host; else empty. */
  readonly host: string;
  readonly port: number | null;
  /** Names in small letters; null where there is no value. */
  readonly parameters: Readonly<Record<string, string | null>>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What servers have for a host, and the grammar of RFC 3261 has not: "_" (Docker, Kubernetes, Windows), a label of digits last
 * (a container's id), and a dot behind it (which RFC 3261 has, and SIP.js has not).
 */
const HOST = /(?:\[[\da-f:.]+\]|[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_.])?)(?=[:;?]|$)/iuy;

/** No blank, no bracket, no quote: these end an address wherever it stands. */
const WHOLE = /^(sips?|tel):([^\s<>"]+)$/i;

/** @returns null where nobody could say what it names */
export function readUri(text: string): LenientUri | null {
  const [, scheme = '', rest = ''] = WHOLE.exec(text.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'sip':
      return readSip('sip', rest);
    case 'sips':
      return readSip('sips', rest);
    case 'tel':
      return readTelephone(rest);
    default:
      return null;
  }
}

function readSip(scheme: 'sip' | 'sips', text: string): LenientUri | null {
  const found = hostIn(text);
  if (found === null) return null;
  const { user, host, after } = found;
  const [, port, parameters = '', headers = ''] = /^(?::(\d{1,5}))?((?:;[^?]*)?)(?:\?(.*))?$/.exec(after) ?? [];
  if (after !== '' && port === undefined && parameters === '' && headers === '') return null;
  return {
    scheme,
    user: user === null ? null : decoded(user),
    host,
    port: port === undefined ? null : Number(port),
    parameters: parametersIn(parameters),
    headers: Object.fromEntries(
      headers.split('&').flatMap((header) => {
        const [name = '', value = ''] = halves(header);
        return name === '' ? [] : [[name, value]];
      }),
    ),
  };
}

/** The first host that follows an "@"; without any "@" the address begins with it. */
function hostIn(text: string): { readonly user: string | null; readonly host: string; readonly after: string } | null {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const host = hostAt(text, at + 1);
    // A user without a name is none: "sip:@host".
    if (host !== null) return { user: text.slice(0, at) || null, host, after: text.slice(at + 1 + host.length) };
  }
  const host = hostAt(text, 0);
  return host === null || text.includes('@') ? null : { user: null, host, after: text.slice(host.length) };
}

function hostAt(text: string, at: number): string | null {
  HOST.lastIndex = at;
  const host = HOST.exec(text)?.[0] ?? null;
  return host?.startsWith('[') && !isIpv6(host) ? null : host;
}

function isIpv6(bracketed: string): boolean {
  try {
    return new URL(`http://${bracketed}/`) !== null;
  } catch {
    return false;
  }
}

function readTelephone(text: string): LenientUri | null {
  const [number = '', ...parameters] = text.split(';');
  if (!/^\+?[\d*#().\-a-f]+$/i.test(number)) return null;
  const read = parametersIn(parameters.map((one) => `;${one}`).join(''));
  const context = read['phone-context'] ?? '';
  const host = hostAt(context, 0);
  return {
    scheme: 'tel',
    user: number,
    host: host?.length === context.length ? context : '',
    port: null,
    parameters: read,
    headers: {},
  };
}

/** Of `;name=value;name`, in an address as behind it: quotes stay, for they belong to the value. */
export function parametersIn(text: string): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    unquotedParts(text).flatMap((part) => {
      const [name = '', value = null] = halves(part.trim());
      return name === '' || name.includes('"') ? [] : [[name.toLowerCase(), value]];
    }),
  );
}

function unquotedParts(text: string): readonly string[] {
  const parts: string[] = [];
  let begin = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...parts, text.slice(begin)];
}

function halves(part: string): readonly [string, (string | undefined)?] {
  const equals = part.indexOf('=');
  return equals < 0 ? [part.trim()] : [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
}

/** A "%" that escapes nothing stands for itself. */
function decoded(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
