import { afterAll, beforeAll, expect, test } from 'vitest';
import { IDLE, PbxPhone } from '../support/company-phone.ts';
import { accountOn } from '../support/foreign-servers/foreign-stage.ts';
import { SipPeer } from '../support/sip-peer/sip-peer.ts';

const NONE = 'Messages-Waiting: no\r\n';
const WAITING = 'Messages-Waiting: yes\r\nMessage-Account: sip:*97@peer.test\r\nVoice-Message: 2/1 (0/0)\r\n';

let peer: SipPeer;
let alice: PbxPhone;

beforeAll(async () => {
  peer = await SipPeer.listen({ password: 'a-secret-of-this-test' });
  peer.on('SUBSCRIBE', (request) => {
    const isMailbox = request.message.header('event') === 'message-summary';
    if (request.inDialog || !isMailbox) peer.usual(request);
    else void peer.accept(request).notify(NONE);
  });
  alice = await PbxPhone.start(accountOn(peer));
});
afterAll(async () => {
  await alice?.app.close();
  await peer?.close();
});

test("messages that wait on somebody else's server are shown, and the messages key calls whom it names", async () => {
  const mailbox = await peer.subscribed((one) => one.event === 'message-summary');
  expect(mailbox.target).toBe('1001');
  await mailbox.notify(WAITING);
  await alice.phone.expectDisplay('You Have Voice Mail (2)');
  await alice.phone.press('Messages');
  const invite = await peer.waitForRequest(({ method }) => method === 'INVITE');
  expect(invite.message.uri).toMatch(/^sip:\*97@peer\.test/);
  await alice.phone.strike('Escape');
  await mailbox.notify(NONE);
  await alice.phone.expectDisplay(IDLE);
});
