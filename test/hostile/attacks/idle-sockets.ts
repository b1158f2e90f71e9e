import { dial, IDLE } from '../../e2e/cluster-stories.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';
import { Stranger } from '../sockets/stranger.ts';

const EACH = { short: 100, whole: 400 } as const;

/** They sit there, hundreds at each listener, and a call is made as ever. */
export const idleSockets: Attack = {
  name: 'idle sockets by the hundred',
  isShort: true,
  isUnauthenticated: true,
  run: async ({ cluster: { bob, carol }, sipPort, ctiPort, changePort }, form): Promise<Outcome> => {
    const strangers: Stranger[] = [];
    for (let at = 0; at < EACH[form]; at++)
      strangers.push(...(await Promise.all([sipPort, ctiPort, changePort].map((port) => Stranger.connect(port)))));
    const faults: string[] = [];
    await dial(carol, '1002');
    await bob.expectDisplay('From Carol').catch((error: Error) => faults.push(error.message));
    await carol.press('EndCall');
    await bob.expectDisplay(IDLE);
    for (const stranger of strangers) stranger.close();
    return { tried: strangers.length, faults };
  },
};
