import { PbxPhone } from '../../support/company-phone.ts';
import { accountOn } from '../../support/foreign-servers/foreign-stage.ts';
import { SipPeer } from '../../support/sip-peer/sip-peer.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';
import { PhoneSocket } from '../sockets/phone-socket.ts';
import { APPLICATION } from '../torture/application.ts';
import { INVALID } from '../torture/invalid.ts';
import { IPV6 } from '../torture/ipv6.ts';
import type { Expected, TortureMessage } from '../torture/torture-message.ts';
import { VALID } from '../torture/valid.ts';

/** The messages of RFC 4475 and RFC 5118, from the server of somebody else's to which the app's line is registered. */
export const tortureAtLine: Attack = {
  name: 'RFC 4475 and RFC 5118 at the line page',
  isShort: false,
  isUnauthenticated: false,
  run: async (): Promise<Outcome> => {
    const peer = await SipPeer.listen({ password: 'a-secret-of-this-test' });
    const alice = await PbxPhone.start(accountOn(peer));
    const all = [...VALID, ...INVALID, ...APPLICATION, ...IPV6];
    const faults: string[] = [];
    try {
      const { message, socket } = await peer.waitForRequest(({ method }) => method === 'REGISTER');
      const phone = new PhoneSocket(socket, message.header('contact'));
      for (const one of all) {
        const answered = await phone.say(one.message);
        const expected = WRONG_TODAY.get(one.name) ?? expectedOf(one);
        if (answered !== String(expected))
          faults.push(`${one.name} (${one.section}): ${answered}, expected ${expected}`);
      }
    } finally {
      await alice.app.close();
      await peer.close();
    }
    return { tried: all.length, faults };
  },
};

/**
 * What is wrong by the grammar is that to everybody, and methods are looked at first (RFC 3261 section 8.2.1). None of the others is
 * for this line: section 8.2.2.1, "the UAS SHOULD reject the request with a 404 (Not Found) response".
 */
const expectedOf = ({ name, atServer }: TortureMessage): Expected => {
  if (name === 'intmeth' || name === 'esc02') return 405;
  return atServer === 400 || atServer === 416 || atServer === 505 || atServer === 'no answer' ? atServer : 404;
};

/**
 * What the line page answers today instead: SIP.js drops what its grammar does not read, and looks for the user before it looks
 * whether the request is in order. Whoever mends one of them takes it out of here, or the attack fails.
 */
const WRONG_TODAY: ReadonlyMap<string, Expected> = new Map<string, Expected>([
  ['badinv01', 'no answer'],
  ['ncl', 'no answer'],
  ['scalar02', 404],
  ['quotbal', 'no answer'],
  ['ltgtruri', 'no answer'],
  ['lwsruri', 'no answer'],
  ['lwsstart', 'no answer'],
  ['trws', 'no answer'],
  ['escruri', 404],
  ['regbadct', 'no answer'],
  ['badaspec', 'no answer'],
  ['baddn', 'no answer'],
  ['badvers', 404],
  ['mismatch01', 404],
  ['mismatch02', 405],
  ['insuf', 'no answer'],
  ['unkscm', 'no answer'],
  ['novelsc', 'no answer'],
  ['unksm2', 'no answer'],
  ['multi01', 404],
  ['mcl01', 404],
  ['inv2543', 404],
  ['ipv6-bad', 'no answer'],
  ['ipv6-bug-abnf-3-colons', 'no answer'],
]);
