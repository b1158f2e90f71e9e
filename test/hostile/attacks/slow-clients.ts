import { waitFor } from '../../support/wait-for.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';
import type { Target } from '../campaign/target.ts';
import { Stranger } from '../sockets/stranger.ts';

/** Milliseconds in which a handshake, or a password, must have come; and what a busy machine may add. */
const LIMIT_MS = 5000;
const GRACE_MS = 3000;

const HANDSHAKE =
  'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n';

interface Slow {
  readonly what: string;
  readonly port: (target: Target) => number;
  /** Sent byte by byte, and again from its start, for as long as it is listened to. */
  readonly bytes: string;
}

const ALL: readonly Slow[] = [
  { what: 'says nothing to the SIP server', port: ({ sipPort }) => sipPort, bytes: '' },
  { what: 'shakes hands byte by byte', port: ({ sipPort }) => sipPort, bytes: `${HANDSHAKE}X-More: ` },
  { what: 'says nothing to CTIManager', port: ({ ctiPort }) => ctiPort, bytes: '' },
  { what: 'has a header for CTIManager that never ends', port: ({ ctiPort }) => ctiPort, bytes: 'X-Header: x' },
  { what: 'says nothing to the change notification', port: ({ changePort }) => changePort, bytes: '' },
  {
    what: 'has a header for the change notification that never ends',
    port: ({ changePort }) => changePort,
    bytes: 'X: y',
  },
];

/** Each of them is sent away in its time. */
export const slowClients: Attack = {
  name: 'slow and half-open clients',
  isShort: false,
  isUnauthenticated: true,
  run: async (target): Promise<Outcome> => {
    const found = await Promise.all(ALL.map((slow) => linger(target, slow)));
    return { tried: ALL.length, faults: found.filter((fault) => fault !== null) };
  },
};

async function linger(target: Target, { what, port, bytes }: Slow): Promise<string | null> {
  const stranger = await Stranger.connect(port(target));
  let at = 0;
  const isSentAway = async (): Promise<boolean> => {
    if (bytes !== '') await stranger.send(bytes.charAt(at++ % bytes.length));
    return stranger.isClosed;
  };
  const fault = await waitFor('it to be sent away', isSentAway, { timeoutMs: LIMIT_MS + GRACE_MS, everyMs: 20 }).then(
    () => null,
    () => `who ${what} is still there`,
  );
  stranger.close();
  return fault;
}
