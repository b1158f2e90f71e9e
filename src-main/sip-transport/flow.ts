import type { Clock } from '../base/clock';
import { failure, type Result, success } from '../base/result';
import type { TransportFailure } from '../contract/sip-transport';
import { type Endpoint, isSameEndpoint } from '../sip/endpoint';
import { headerOf, readMessage, statusIn, writeMessage } from '../sip/message-text';
import { TransactionLayer } from '../sip/transactions/transaction-layer';
import type { Channel, OpenChannel } from './channel/channel';
import { LargeRequests } from './large-requests';
import { placeOf, type Target } from './locate/target';
import type { PageAddresses } from './page-addresses';

export interface FlowParts {
  readonly openChannel: OpenChannel;
  readonly clock: Clock;
  /** Outlives a flow: the page's own name stays the same. */
  readonly addresses: PageAddresses;
}

export interface FlowEvents {
  onMessage(text: string): void;
  /** The server sees us elsewhere than our Contact has said until now. */
  onSeen(address: Endpoint): void;
  /** Once, and the last event. */
  onLost(failure: TransportFailure): void;
}

/** One connection to one server, and all that RFC 3261 wants of a transport on it. What is lost is thrown away whole. */
export class Flow {
  readonly target: Target;
  readonly #channel: Channel;
  readonly #parts: FlowParts;
  readonly #events: FlowEvents;
  /** null = a stream loses nothing, and takes messages of every length. */
  readonly #datagrams: { readonly layer: TransactionLayer; readonly large: LargeRequests } | null;
  #contact: Endpoint;
  #over = false;

  static async open(target: Target, parts: FlowParts, events: FlowEvents): Promise<Result<Flow, TransportFailure>> {
    // A server may speak before we know that the connection stands.
    let flow: Flow | null = null;
    let early: TransportFailure | null = null;
    const opened = await parts.openChannel(target, {
      onMessage: (text) => flow?.received(text),
      onSeen: (address) => flow?.seen(address),
      onLost: (cause) => {
        early = cause;
        flow?.lose(cause);
      },
    });
    if (!opened.ok) return opened;
    if (early !== null) return failure(early);
    flow = new Flow(target, opened.value, parts, events);
    return success(flow);
  }

  private constructor(target: Target, channel: Channel, parts: FlowParts, events: FlowEvents) {
    this.target = target;
    this.#channel = channel;
    this.#parts = parts;
    this.#events = events;
    this.#contact = channel.local;
    this.#datagrams = channel.transport === 'UDP' ? this.#forDatagrams() : null;
  }

  get transport(): Channel['transport'] {
    return this.#channel.transport;
  }

  get local(): Endpoint {
    return this.#channel.local;
  }

  /** From the page. @returns why it cannot have left; null = it has, or will be repeated until it has */
  async send(text: string): Promise<TransportFailure | null> {
    if (this.#over) return { kind: 'closed', at: placeOf(this.target) };
    const message = this.#written(text, this.#channel);
    if (message === null) return { kind: 'unreadable', at: placeOf(this.target), fault: 'not SIP' };
    if (this.#datagrams === null) return this.#channel.send(writeMessage(message));
    const { layer, large } = this.#datagrams;
    if (large.wants(message) && (await large.send(message, (channel) => this.#rewritten(text, channel)))) return null;
    layer.send(writeMessage(message));
    return null;
  }

  check(): void {
    this.#channel.check();
  }

  dispose(): void {
    this.#over = true;
    this.#datagrams?.layer.dispose();
    this.#datagrams?.large.dispose();
    this.#channel.dispose();
  }

  received(text: string): void {
    if (this.#datagrams === null) this.#deliver(text);
    else this.#datagrams.layer.receive(text);
  }

  seen(address: Endpoint): void {
    if (this.#over || isSameEndpoint(address, this.#contact)) return;
    this.#contact = address;
    this.#events.onSeen(address);
  }

  lose(cause: TransportFailure): void {
    if (this.#over) return;
    this.dispose();
    this.#events.onLost(cause);
  }

  #forDatagrams(): { readonly layer: TransactionLayer; readonly large: LargeRequests } {
    const { clock, openChannel } = this.#parts;
    const layer = new TransactionLayer(clock, {
      // What the channel cannot send now is sent again, and where it is lost it says so itself.
      transmit: (text) => void this.#channel.send(text),
      deliver: (text) => this.#deliver(text),
      unanswered: () => this.lose({ kind: 'unanswered', at: placeOf(this.target) }),
    });
    const large: LargeRequests = new LargeRequests(
      (events) => openChannel({ ...this.target, transport: 'tcp' }, events),
      clock,
      (text) => {
        const message = readMessage(text);
        if (message) large.heard(message);
        this.#deliver(text);
      },
    );
    return { layer, large };
  }

  #written(text: string, { transport, local }: Channel) {
    // A Contact says where new requests are to come to, and that is the flow's own socket.
    return this.#parts.addresses.toNetwork(text, {
      via: { transport, local },
      contact: { transport: this.#channel.transport, at: this.#contact },
    });
  }

  #rewritten(text: string, channel: Channel): string | null {
    const message = this.#written(text, channel);
    return message && writeMessage(message);
  }

  #deliver(text: string): void {
    if (this.#over) return;
    const read = this.#parts.addresses.toPage(text);
    // Before the page answers a challenge: its next request shall have the address already.
    if (read.seen !== null && read.transport === this.#channel.transport) this.seen(read.seen);
    this.#events.onMessage(read.text);
    if (isUnavailable(text)) this.lose({ kind: 'unavailable', at: placeOf(this.target) });
  }
}

/** RFC 3263 section 4.3: 503 to a REGISTER, which nobody but the server itself answers, sends us to the next one. */
function isUnavailable(text: string): boolean {
  const message = readMessage(text);
  return (
    message !== null && statusIn(message.startLine) === 503 && /\bREGISTER\s*$/i.test(headerOf(message, 'cseq') ?? '')
  );
}
