import type { Attack, Outcome } from '../campaign/attack.ts';
import { BOB_URI, SERVER_URI, strangersRequest } from '../sockets/requests.ts';
import { SipSocket } from '../sockets/sip-socket.ts';

/** As long as a message may be, but for its other headers. */
const LENGTH = 60_000;
/** Milliseconds in which any of them is answered, on a busy machine. */
const ANSWERED_IN = 500;

/** Texts at which a careless search begins again from every character. */
const WORST: readonly (readonly [what: string, message: string])[] = [
  ['credentials of letters', strangersRequest('REGISTER', SERVER_URI, [`Authorization: Digest ${'a'.repeat(LENGTH)}`])],
  ['credentials of blanks', strangersRequest('REGISTER', SERVER_URI, [`Authorization: Digest a${' '.repeat(LENGTH)}`])],
  [
    'credentials of quotes',
    strangersRequest('REGISTER', SERVER_URI, [`Authorization: Digest ${'a="\\'.repeat(LENGTH / 4)}`]),
  ],
  ['a header of blanks', strangersRequest('INVITE', BOB_URI, [`X-Blanks: ${' '.repeat(LENGTH)}x`])],
  ['a Contact of separators', strangersRequest('INVITE', BOB_URI, [`Contact: ${'<;,'.repeat(LENGTH / 3)}`])],
  ['302 of Contacts', `SIP/2.0 302 Moved\r\nContact: ${'"<'.repeat(LENGTH / 2)}\r\n\r\n`],
  ['302 of quotes and commas', `SIP/2.0 302 Moved\r\nm: ${'",'.repeat(LENGTH / 2)}\r\n\r\n`],
  ['a body of blanks', strangersRequest('NOTIFY', BOB_URI, ['Content-Type: text/plain'], `${' '.repeat(LENGTH)}x`)],
  ['folded lines', strangersRequest('INVITE', BOB_URI, [`X-Folded: ${'\r\n x'.repeat(LENGTH / 4)}`])],
];

/** One message of 60 KB each, of what takes a search longest. */
export const longValues: Attack = {
  name: 'values of 60 KB at which a search takes longest',
  isShort: false,
  isUnauthenticated: true,
  run: async ({ sipPort }): Promise<Outcome> => {
    const faults: string[] = [];
    for (const [what, message] of WORST) {
      const socket = await SipSocket.open(sipPort);
      const began = performance.now();
      await socket.say(message).catch((error: Error) => faults.push(`${what}: ${error.message.slice(0, 100)}`));
      const took = performance.now() - began;
      if (took > ANSWERED_IN) faults.push(`${what}: ${Math.round(took)} ms`);
      socket.close();
    }
    return { tried: WORST.length, faults };
  },
};
