import type { Result } from '../../base/result';
import type { TransportFailure } from '../../contract/sip-transport';
import type { Endpoint } from '../../sip/endpoint';
import type { Target } from '../locate/target';

/** A socket to one server, which carries whole messages. */
export interface Channel {
  readonly transport: 'UDP' | 'TCP' | 'TLS';
  /** Ours, as this machine knows it. */
  readonly local: Endpoint;
  /** @returns why it cannot have left; null = it has, as far as this machine knows */
  send(text: string): Promise<TransportFailure | null>;
  /** Asks, soon, whether somebody is at the other end. */
  check(): void;
  /** Without a word, and without an event. */
  dispose(): void;
}

export interface ChannelEvents {
  onMessage(text: string): void;
  /** Where a STUN server at the far end sees us. */
  onSeen(address: Endpoint): void;
  /** Once, and the last event. */
  onLost(failure: TransportFailure): void;
}

export type OpenChannel = (target: Target, events: ChannelEvents) => Promise<Result<Channel, TransportFailure>>;
