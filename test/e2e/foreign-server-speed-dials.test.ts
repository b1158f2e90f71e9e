import { afterAll, beforeAll, expect, test } from 'vitest';
import { PbxPhone } from '../support/company-phone.ts';
import { dialogInfo, pidf } from '../support/foreign-servers/documents.ts';
import { accountOn } from '../support/foreign-servers/foreign-stage.ts';
import { LineServer } from '../support/foreign-servers/line-server.ts';
import { SipPeer } from '../support/sip-peer/sip-peer.ts';

let peer: SipPeer;
let server: LineServer;
let alice: PbxPhone;

beforeAll(async () => {
  peer = await SipPeer.listen({ password: 'a-secret-of-this-test' });
  server = new LineServer(peer, { dialog: () => dialogInfo(0, []), presence: () => pidf('open') });
  alice = await PbxPhone.start(accountOn(peer, { speedDials: ['1002'] }));
});
afterAll(async () => {
  await alice?.app.close();
  await peer?.close();
});

test("a speed dial shows how a line of somebody else's server stands, and calls it", async () => {
  const shows = (state: string) =>
    alice.phone.page.getByRole('button', { name: `Speed dial 1002, ${state}` }).waitFor();
  await shows('free');
  await server.tell('dialog', dialogInfo(1, ['early']));
  await shows('ringing');
  await server.tell('dialog', dialogInfo(2, ['confirmed']));
  await shows('in use');
  await alice.phone.press('Speed dial 1002, in use');
  const invite = await peer.waitForRequest(({ method }) => method === 'INVITE');
  expect(invite.message.uri).toMatch(/^sip:1002@peer\.test/);
});
