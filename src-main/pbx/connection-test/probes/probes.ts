import type { Result } from '../../../base/result';
import type { ShownCertificate } from '../words/certificate-words';
import type { WebSocketTrouble } from '../words/web-socket-words';

/** A connection on its way from step to step; whoever holds it last destroys it. */
export interface Wire {
  destroy(): void;
}

/**
 * The steps that need the network. Failures of the network are codes, as Node and the operating system name them. Where
 * the signal is aborted, a probe leaves nothing open and may answer anything: nobody listens any more.
 */
export interface Probes<AnyWire extends Wire> {
  /** @param host a name, or an address, with which nothing has to be asked; without brackets */
  resolve(host: string): Promise<Result<readonly string[], string>>;
  /** Tries all addresses at once; the first one wins. */
  connect(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Result<AnyWire, string>>;
  /** Secures the wire whatever the certificate is: the judgement on it is not the probe's. */
  secure(
    wire: AnyWire,
    host: string,
    signal: AbortSignal,
  ): Promise<Result<{ readonly wire: AnyWire; readonly certificate: ShownCertificate }, string>>;
  /** Asks for a WebSocket for SIP on the wire, as the line page does, and closes it again. */
  openWebSocket(wire: AnyWire, address: URL, signal: AbortSignal): Promise<Result<null, WebSocketTrouble>>;
}
