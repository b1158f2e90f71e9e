import type { Attack, Outcome } from '../campaign/attack.ts';
import { chance } from '../campaign/chance.ts';
import { mutate } from '../campaign/mutate.ts';
import { Stranger } from '../sockets/stranger.ts';

const SEED = 2748;
const MESSAGES = { short: 300, whole: 4000 } as const;

const framed = (id: number, method: string, parameters: object): string => {
  const body = JSON.stringify({ jsonrpc: '2.0', id, method, params: parameters });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** What an application says to CTIManager, and the database's monitor to an application. */
const TRAFFIC: readonly string[] = [
  framed(0, 'provider/open', { instance: 'cef', node: 'a', port: 2552, password: 'wrong', heartBeatInterval: 30 }),
  framed(1, 'provider/heartBeat', {}),
  framed(2, 'redundancy/takeOver', {}),
  framed(3, 'line/open', { number: '1002' }),
  framed(4, 'device/sendData', {
    device: 'SEP001122334455',
    xml: '<CiscoIPPhoneText><Text>x</Text></CiscoIPPhoneText>',
  }),
  framed(5, 'change/open', { password: 'wrong' }),
  framed(6, 'change/notify', { change: { kind: 'trace', level: 'detailed' } }),
];

/** Each by a connection of its own, which is ended by whoever wants to. */
export const mutatedLinks: Attack = {
  name: 'mutated messages at CTI and change notification',
  isShort: true,
  isUnauthenticated: true,
  run: async ({ ctiPort, changePort }, form): Promise<Outcome> => {
    const random = chance(SEED);
    for (let sent = 0; sent < MESSAGES[form]; sent++) {
      const stranger = await Stranger.connect(sent % 2 === 0 ? ctiPort : changePort);
      await stranger.send(mutate(TRAFFIC, random));
      stranger.close();
    }
    return { tried: MESSAGES[form], faults: [] };
  },
};
