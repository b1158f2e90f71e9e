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
        const expected = expectedOf(one);
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
  if (READ_ALL_THE_SAME.includes(name)) return 404;
  return atServer === 400 || atServer === 416 || atServer === 505 || atServer === 'no answer' ? atServer : 404;
};

/**
 * What the line page reads although the grammar refuses it, for servers send it and everybody understands it: it is as little for this
 * line as the others.
 */
const READ_ALL_THE_SAME: readonly string[] = ['baddn'];
