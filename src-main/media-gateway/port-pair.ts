import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';

export interface PortPair {
  readonly rtp: Socket;
  readonly rtcp: Socket;
  /** Of RTP; RTCP has the next one. */
  readonly port: number;
}

/**
 * An even port for RTP and the next one for RTCP (RFC 3550 section 11): there are phones that look nowhere else.
 *
 * @param random 0 to 1: where in the range the search begins, so that a port is not used again at once
 * @returns null where all are taken
 */
export async function openPortPair(
  address: string,
  ports: { readonly from: number; readonly to: number },
  random: () => number,
): Promise<PortPair | null> {
  const first = ports.from + (ports.from % 2);
  const count = Math.floor((ports.to - first + 1) / 2);
  const start = Math.floor(random() * count);
  for (let tried = 0; tried < count; tried++) {
    const port = first + 2 * ((start + tried) % count);
    const rtp = await bound(address, port);
    const rtcp = rtp && (await bound(address, port + 1));
    if (rtp && rtcp) return { rtp, rtcp, port };
    rtp?.close();
  }
  return null;
}

/** Addresses need no look-up, and must not wait for one: a packet would take its turn in a queue of the machine's DNS. */
const literal = (
  address: string,
  _options: unknown,
  found: (error: null, address: string, family: number) => void,
): void => found(null, address, isIPv6(address) ? 6 : 4);

function bound(address: string, port: number): Promise<Socket | null> {
  const socket = createSocket({ type: isIPv6(address) ? 'udp6' : 'udp4', lookup: literal });
  return new Promise((resolve) => {
    socket.once('error', () => {
      socket.close();
      resolve(null);
    });
    socket.bind(port, address, () => {
      socket.removeAllListeners('error');
      // The far end is not there yet, or no more: what it says of that is nobody's failure.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}
