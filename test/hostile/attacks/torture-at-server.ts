import type { Attack, Outcome } from '../campaign/attack.ts';
import { SipSocket } from '../sockets/sip-socket.ts';
import { APPLICATION } from '../torture/application.ts';
import { INVALID } from '../torture/invalid.ts';
import { IPV6 } from '../torture/ipv6.ts';
import type { TortureMessage } from '../torture/torture-message.ts';
import { VALID } from '../torture/valid.ts';

/** The messages of RFC 4475 and RFC 5118, each by a connection of its own: whatever one does to it is seen at once. */
export const tortureAtServer: Attack = {
  name: 'RFC 4475 and RFC 5118 at the SIP server',
  isShort: true,
  isUnauthenticated: true,
  run: async (target): Promise<Outcome> => {
    const all = [...VALID, ...INVALID, ...APPLICATION, ...IPV6];
    const faults: string[] = [];
    for (const one of all) {
      const fault = await say(target.sipPort, one);
      if (fault !== null) faults.push(fault);
    }
    return { tried: all.length, faults };
  },
};

async function say(port: number, { name, section, message, atServer }: TortureMessage): Promise<string | null> {
  const socket = await SipSocket.open(port);
  const lines = await socket.say(message);
  socket.close();
  const answered = lines.map((line) => /^SIP\/2\.0 (\d+)/.exec(line)?.[1] ?? line).join(' ') || 'no answer';
  return answered === String(atServer) ? null : `${name} (${section}): ${answered}, expected ${atServer}`;
}
