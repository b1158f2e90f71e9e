import type { SipTransportName } from '../../contract/sip-transport';
import { writeEndpoint } from '../../sip/endpoint';

/** One way to a server: where, how, and whom its certificate is to name. */
export interface Target {
  readonly transport: SipTransportName;
  /** Of IP. */
  readonly address: string;
  readonly port: number;
  /** RFC 5922 section 4: what the user has named, not what the DNS has put in its place. One of them is enough. */
  readonly names: readonly string[];
}

/** `10.0.0.1:5060`, as the user is told. */
export const placeOf = ({ address, port }: Target): string => writeEndpoint({ host: address, port });

/** Unlike any other. */
export const keyOf = (target: Target): string => `${target.transport} ${placeOf(target)}`;
