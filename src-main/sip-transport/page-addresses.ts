import { type Endpoint, writeEndpoint } from '../sip/endpoint';
import { readMessage, type SipMessage, statusIn, withHeader, writeMessage } from '../sip/message-text';
import { hostIn, seenAt, topVia, withParameter, withTopVia } from '../sip/via';

type TransportWord = 'UDP' | 'TCP' | 'TLS';

export interface OwnAddresses {
  /** The socket by which a message leaves. */
  readonly via: { readonly transport: TransportWord; readonly local: Endpoint };
  /** Where new requests are to come to, as the server sees it. */
  readonly contact: { readonly transport: TransportWord; readonly at: Endpoint };
}

/**
 * The user agent in the page knows no address: its Via and its Contact name a host that is none, and it drops responses whose
 * Via names another. So our socket's address is written into what goes out, and the page's own back into what comes in.
 */
export class PageAddresses {
  /** As the page's Via has it. */
  #sentBy: string | null = null;

  /** @returns null where the text is not SIP */
  toNetwork(text: string, { via, contact }: OwnAddresses): SipMessage | null {
    const read = readMessage(text);
    if (read === null) return null;
    const written = statusIn(read.startLine) === null ? this.#requestToNetwork(read, via) : read;
    const host = this.#sentBy === null ? null : hostIn(this.#sentBy);
    return host === null ? written : withHeader(written, 'contact', (value) => contactAt(value, host, contact));
  }

  /** A response for the page, and where the server has seen us by which transport. Requests come through unchanged. */
  toPage(text: string): { readonly text: string; readonly seen: Endpoint | null; readonly transport: string } {
    const message = readMessage(text);
    const via = message && topVia(message);
    if (!message || !via || statusIn(message.startLine) === null || this.#sentBy === null)
      return { text, seen: null, transport: '' };
    const restored = writeMessage(withTopVia(message, { ...via, sentBy: this.#sentBy }));
    return { text: restored, seen: seenAt(via), transport: via.transport };
  }

  #requestToNetwork(message: SipMessage, { transport, local }: OwnAddresses['via']): SipMessage {
    const via = topVia(message);
    if (via === null) return message;
    this.#sentBy = via.sentBy;
    return withTopVia(message, withParameter({ ...via, transport, sentBy: writeEndpoint(local) }, 'rport', ''));
  }
}

/** Of a Contact's addresses, those at the page's host; any other is somebody else's. */
function contactAt(value: string, host: string, { transport, at }: OwnAddresses['contact']): string {
  const address = /(sips?:(?:[^\s<>@"]*@)?)([^\s<>;?,"]+)([^\s<>,"]*)/gi;
  return value.replace(address, (all, before: string, named: string, after: string) => {
    if (hostIn(named).toLowerCase() !== host.toLowerCase()) return all;
    const parameters = after.replace(/;transport=[\w-]+/gi, '');
    const spoken = transport === 'UDP' ? '' : `;transport=${transport.toLowerCase()}`;
    return `${before}${writeEndpoint(at)}${spoken}${parameters}`;
  });
}
