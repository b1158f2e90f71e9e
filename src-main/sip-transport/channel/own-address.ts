import { createSocket } from 'node:dgram';
import type { Target } from '../locate/target';

/** The address from which this machine would now speak to a server; null = it has no way there. Nothing is sent. */
export function ownAddressTowards({ address, port }: Target): Promise<string | null> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  return new Promise((resolve) => {
    const settle = (own: string | null): void => {
      resolve(own);
      socket.close();
    };
    socket.once('error', () => settle(null));
    socket.connect(port, address, () => settle(socket.address().address));
  });
}
