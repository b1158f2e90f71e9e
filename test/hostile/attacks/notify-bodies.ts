import { PbxPhone } from '../../support/company-phone.ts';
import { accountOn } from '../../support/foreign-servers/foreign-stage.ts';
import { SipPeer } from '../../support/sip-peer/sip-peer.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';
import { chance } from '../campaign/chance.ts';
import { mutate } from '../campaign/mutate.ts';

const SEED = 3842;
const BODIES = { short: 100, whole: 1500 } as const;

const SUMMARIES: readonly string[] = [
  'Messages-Waiting: yes\r\nMessage-Account: sip:*97@peer.test\r\nVoice-Message: 2/1 (0/0)\r\n',
  'Messages-Waiting: no\r\nFax-Message: 1/0\r\n\r\nSubject: from Carol\r\nX-Priority: urgent\r\n',
  `Messages-Waiting: yes\r\n${' '.repeat(500)}\r\nVoice-Message: 1/0\r\n`,
];
const NONE = 'Messages-Waiting: no\r\n';

/** What a server says of waiting messages, damaged: every NOTIFY is answered, and the next good one is understood. */
export const notifyBodies: Attack = {
  name: 'mutated bodies of NOTIFY at the line page',
  isShort: false,
  isUnauthenticated: false,
  run: async (_target, form): Promise<Outcome> => {
    const peer = await SipPeer.listen({ password: 'a-secret-of-this-test' });
    peer.on('SUBSCRIBE', (request) => {
      if (request.inDialog || request.message.header('event') !== 'message-summary') peer.usual(request);
      else void peer.accept(request).notify(NONE);
    });
    const alice = await PbxPhone.start(accountOn(peer));
    const random = chance(SEED);
    const faults: string[] = [];
    try {
      const mailbox = await peer.subscribed(({ event }) => event === 'message-summary');
      for (let sent = 0; sent < BODIES[form] && faults.length === 0; sent++)
        await mailbox.notify(mutate(SUMMARIES, random)).catch((error: Error) => faults.push(error.message));
      await mailbox.notify(SUMMARIES[0] ?? '');
      await alice.phone.expectDisplay('You Have Voice Mail (2)').catch((error: Error) => faults.push(error.message));
    } finally {
      await alice.app.close();
      await peer.close();
    }
    return { tried: BODIES[form], faults };
  },
};
