import type { Attack, Outcome } from '../campaign/attack.ts';
import type { Target } from '../campaign/target.ts';
import { SipSocket } from '../sockets/sip-socket.ts';
import { Stranger } from '../sockets/stranger.ts';

const MIB = { short: 32, whole: 512 } as const;
const PIECE = Buffer.alloc(1024 * 1024, 'x');
/** More than a stranger is ever listened to, and what may be on the way in the sockets. */
const TAKEN_MIB = 8;
/** Milliseconds for which each of them goes on, where nobody stops it. */
const POURS_FOR = 15_000;

/** They are sent away long before they have said it all. */
export const giants: Attack = {
  name: 'giants: Content-Length 4000000000, and headers and frames of no end',
  isShort: false,
  isUnauthenticated: true,
  run: async (target, form): Promise<Outcome> => {
    const faults: string[] = [];
    for (const [what, port] of [
      ['CTI', target.ctiPort],
      ['change notification', target.changePort],
    ] as const) {
      for (const start of ['Content-Length: 4000000000\r\n\r\n', 'X-Header: ']) {
        const taken = await pour(port, start, MIB[form]);
        if (taken > TAKEN_MIB) faults.push(`${what} took ${taken} MiB after ${JSON.stringify(start)}`);
      }
    }
    if (!(await isRefused(target))) faults.push('the SIP server took a frame of 1 MiB');
    return { tried: 5, faults };
  },
};

/** @returns MiB that were taken */
async function pour(port: number, start: string, mebibytes: number): Promise<number> {
  const stranger = await Stranger.connect(port);
  const until = performance.now() + POURS_FOR;
  let taken = 0;
  await stranger.send(start);
  while (taken < mebibytes && performance.now() < until && (await stranger.send(PIECE))) taken += 1;
  stranger.close();
  return taken;
}

async function isRefused({ sipPort }: Target): Promise<boolean> {
  const socket = await SipSocket.open(sipPort);
  const heard = await socket.say(PIECE);
  socket.close();
  return heard.at(-1) === 'closed';
}
