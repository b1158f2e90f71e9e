/**
 * SIP messages as text, read and written without SIP.js, so that a fault of its parser cannot hide in a test.
 * One header a line; folded lines are not read.
 */
export class SipMessage {
  readonly #headers: readonly (readonly [name: string, value: string])[];

  private constructor(
    /** Of a request; empty for a response. */
    readonly method: string,
    readonly uri: string,
    /** Of a response; 0 for a request. */
    readonly status: number,
    headers: readonly (readonly [name: string, value: string])[],
    readonly body: string,
    readonly text: string,
  ) {
    this.#headers = headers;
  }

  /** @returns undefined where the text is no SIP message */
  static parse(text: string): SipMessage | undefined {
    const end = text.indexOf('\r\n\r\n');
    const [start = '', ...lines] = text.slice(0, end === -1 ? undefined : end).split('\r\n');
    const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(start);
    const response = /^SIP\/2\.0 (\d{3})/.exec(start);
    if (request === null && response === null) return undefined;
    const headers = lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon === -1 ? [] : [[longName(line.slice(0, colon).trim()), line.slice(colon + 1).trim()] as const];
    });
    const body = end === -1 ? '' : text.slice(end + 4);
    return new SipMessage(request?.[1] ?? '', request?.[2] ?? '', Number(response?.[1] ?? 0), headers, body, text);
  }

  /** Every value of that header, in their order. */
  all(name: string): readonly string[] {
    return this.#headers.filter(([other]) => other === name.toLowerCase()).map(([, value]) => value);
  }

  /** The first value of that header; empty where there is none. */
  header(name: string): string {
    return this.all(name)[0] ?? '';
  }

  get callId(): string {
    return this.header('call-id');
  }

  get sequence(): number {
    return Number.parseInt(this.header('cseq'), 10);
  }

  /** Of a request, or of the request that this response answers. */
  get sequenceMethod(): string {
    return this.header('cseq').split(/\s+/)[1] ?? '';
  }

  /** Seconds, of the header Expires or, in a REGISTER, of the Contact; undefined where neither tells. */
  get expires(): number | undefined {
    const ofContact = /;\s*expires=(\d+)/.exec(this.header('contact'))?.[1];
    const seconds = Number.parseInt(this.header('expires') || (ofContact ?? ''), 10);
    return Number.isNaN(seconds) ? undefined : seconds;
  }
}

/** The address in a From, To, Contact or Route header, without its name and its parameters. */
export const addressIn = (header: string): string => /<([^>]*)>/.exec(header)?.[1] ?? header.split(';')[0] ?? '';

/** The tag of a From or To header; empty where there is none. */
export const tagIn = (header: string): string => /;\s*tag=([^;\s]+)/.exec(header.replace(/<[^>]*>/, ''))?.[1] ?? '';

/** The user part of a SIP address, or its host where there is no user. */
export const userIn = (address: string): string => /^sips?:([^@;>]*)/.exec(addressIn(address))?.[1] ?? '';

/** A message from its start line, its headers and its body; the body's length is added where no header tells one. */
export function sipText(start: string, headers: readonly string[], body: string): string {
  const told = headers.some((line) => /^(content-length|l)\s*:/i.test(line));
  const length = told ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return [start, ...headers, ...length, '', body].join('\r\n');
}

const LONG_NAMES: Readonly<Record<string, string>> = {
  c: 'content-type',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  t: 'to',
  u: 'allow-events',
  v: 'via',
};

function longName(name: string): string {
  const lower = name.toLowerCase();
  return LONG_NAMES[lower] ?? lower;
}
