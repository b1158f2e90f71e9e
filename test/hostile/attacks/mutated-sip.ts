import type { Attack, Outcome } from '../campaign/attack.ts';
import { chance } from '../campaign/chance.ts';
import { mutate } from '../campaign/mutate.ts';
import { SipSocket } from '../sockets/sip-socket.ts';

const SEED = 4475;
const MESSAGES = { short: 2000, whole: 40_000 } as const;
/** So many are sent before something is asked that is always answered. */
const AT_ONCE = 25;
/** By one connection, which is within what a stranger may say: so all of them are read. */
const BY_ONE = 200;

/** What the app's own phones say to its server and are answered, damaged, and said by a stranger. */
export const mutatedSip: Attack = {
  name: 'mutated SIP at the SIP server',
  isShort: true,
  isUnauthenticated: true,
  run: async ({ sipPort, traffic }, form): Promise<Outcome> => {
    const random = chance(SEED);
    const faults: string[] = [];
    let socket = await SipSocket.open(sipPort);
    for (let sent = 0; sent < MESSAGES[form]; sent += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, () => mutate(traffic, random));
      for (const text of batch.slice(1)) socket.send(text);
      await socket.say(batch[0] ?? '').catch((error: Error) => faults.push(error.message));
      // It may have had enough of this one; but never of the next.
      if (socket.isOpen && (sent + AT_ONCE) % BY_ONE !== 0) continue;
      socket.close();
      socket = await SipSocket.open(sipPort);
    }
    socket.close();
    return { tried: MESSAGES[form], faults };
  },
};
