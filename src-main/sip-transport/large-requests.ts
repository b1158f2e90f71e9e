import type { Clock } from '../base/clock';
import type { Result } from '../base/result';
import type { TransportFailure } from '../contract/sip-transport';
import { methodIn, type SipMessage, writeMessage } from '../sip/message-text';
import { parameterOf, topVia } from '../sip/via';
import type { Channel, ChannelEvents } from './channel/channel';

/** RFC 3261 section 18.1.1: what is longer may not fit into one packet of the network. Bytes. */
const MAX_DATAGRAM_BYTES = 1_300;

/** A server that has not taken TCP is not asked again for a while. Milliseconds. */
const REFUSED_FOR_MS = 300_000;

/** More calls than that at once are none of a phone. */
const MAX_BRANCHES = 500;

type OpenStream = (events: ChannelEvents) => Promise<Result<Channel, TransportFailure>>;

/**
 * Beside the UDP of a flow, a TCP connection to the same server: for requests that are too long for a datagram, what belongs to
 * them (CANCEL, the ACK of a refusal), and the answers to what the server sends by it.
 */
export class LargeRequests {
  readonly #open: OpenStream;
  readonly #clock: Clock;
  readonly #deliver: (text: string) => void;
  #channel: Promise<Result<Channel, TransportFailure>> | null = null;
  #refusedUntil = Number.NEGATIVE_INFINITY;
  #branches = new Set<string>();

  constructor(open: OpenStream, clock: Clock, deliver: (text: string) => void) {
    this.#open = open;
    this.#clock = clock;
    this.#deliver = deliver;
  }

  /** Whether a message should go this way. */
  wants(message: SipMessage): boolean {
    if (this.#branches.has(branchOf(message))) return true;
    const long = methodIn(message.startLine) !== null && Buffer.byteLength(writeMessage(message)) > MAX_DATAGRAM_BYTES;
    return long && this.#clock.now() >= this.#refusedUntil;
  }

  /**
   * @param write the message with the address of this connection in it
   * @returns false where the server takes no TCP: then a datagram is better than nothing (RFC 3261, 18.1.1)
   */
  async send(message: SipMessage, write: (channel: Channel) => string | null): Promise<boolean> {
    this.#channel ??= this.#open({
      onMessage: (text) => this.#deliver(text),
      onSeen: () => undefined,
      onLost: () => this.dispose(),
    });
    const opened = await this.#channel;
    if (!opened.ok) {
      this.#channel = null;
      this.#refusedUntil = this.#clock.now() + REFUSED_FOR_MS;
      return false;
    }
    const text = write(opened.value);
    if (text === null || (await opened.value.send(text)) !== null) return false;
    this.#remember(branchOf(message));
    return true;
  }

  /** A request came by it: its responses go back the same way. */
  heard(message: SipMessage): void {
    if (methodIn(message.startLine) !== null) this.#remember(branchOf(message));
  }

  dispose(): void {
    const channel = this.#channel;
    this.#channel = null;
    this.#branches.clear();
    void channel?.then((opened) => opened.ok && opened.value.dispose());
  }

  #remember(branch: string): void {
    this.#branches.add(branch);
    const [oldest] = this.#branches;
    if (this.#branches.size > MAX_BRANCHES && oldest !== undefined) this.#branches.delete(oldest);
  }
}

function branchOf(message: SipMessage): string {
  const via = topVia(message);
  return (via && parameterOf(via, 'branch')) ?? '';
}
