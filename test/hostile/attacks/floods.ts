import { dial, IDLE } from '../../e2e/cluster-stories.ts';
import type { Attack, Form, Outcome } from '../campaign/attack.ts';
import type { Target } from '../campaign/target.ts';
import { BOB_URI, SERVER_URI, strangersRequest } from '../sockets/requests.ts';
import { SipSocket } from '../sockets/sip-socket.ts';

const MILLISECONDS = { short: 3000, whole: 15_000 } as const;
const FLOODERS = 5;
const CALLS = { short: 3, whole: 20 } as const;
/** Milliseconds in which a call by the keys rings, whatever strangers do. */
const RINGS_IN = 1000;

/** As fast as the server takes them, until told; whoever is thrown out comes again. @returns how many were sent */
async function flood(port: number, request: () => string, isOver: () => boolean): Promise<number> {
  let sent = 0;
  while (!isOver()) {
    const socket = await SipSocket.open(port).catch(() => null);
    for (; socket?.isOpen && !isOver(); sent++) await socket.sendAndWait(request());
    socket?.close();
  }
  return sent;
}

const floodOf = (method: string, uri: string): Attack => ({
  name: `flood of ${method} from one connection`,
  isShort: false,
  isUnauthenticated: true,
  run: async ({ sipPort }, form): Promise<Outcome> => {
    const until = performance.now() + MILLISECONDS[form];
    const tried = await flood(
      sipPort,
      () => strangersRequest(method, uri),
      () => performance.now() > until,
    );
    return { tried, faults: [] };
  },
});

async function callsMeanwhile({ cluster, sipPort }: Target, form: Form): Promise<Outcome> {
  const { bob, carol } = cluster;
  const faults: string[] = [];
  let isOver = false;
  const request = (): string => strangersRequest('INVITE', BOB_URI);
  const floods = Array.from({ length: FLOODERS }, () => flood(sipPort, request, () => isOver));
  for (let call = 0; call < CALLS[form]; call++) {
    await dial(carol, '1002');
    const dialled = performance.now();
    await bob.expectDisplay('From Carol', 20_000).catch((error: Error) => faults.push(error.message));
    const took = performance.now() - dialled;
    if (took > RINGS_IN) faults.push(`call ${call + 1} rang after ${Math.round(took)} ms`);
    await carol.press('EndCall');
    await carol.expectDisplay(IDLE, 20_000);
    await bob.expectDisplay(IDLE, 20_000);
  }
  isOver = true;
  await Promise.all(floods);
  return { tried: CALLS[form], faults };
}

export const FLOODS: readonly Attack[] = [
  floodOf('INVITE', BOB_URI),
  floodOf('REGISTER', SERVER_URI),
  {
    name: `calls by the keys while ${FLOODERS} connections flood`,
    isShort: false,
    isUnauthenticated: true,
    run: callsMeanwhile,
  },
];
