import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PbxPhone } from '../support/company-phone.ts';
import { toneSpans } from '../support/find-sound.ts';
import { accountOn } from '../support/foreign-servers/foreign-stage.ts';
import { type PrivateSoundServer, startPrivateSoundServer } from '../support/private-sound-server.ts';
import { askPhone } from '../support/sip-peer/peer-request.ts';
import { SipPeer } from '../support/sip-peer/sip-peer.ts';
import { waitFor } from '../support/wait-for.ts';
import { WARBLE } from './hear-tone.ts';

/** A company's own server says by Alert-Info who calls; what the phone rings like is recorded. */
let sound: PrivateSoundServer;
let peer: SipPeer;
let alice: PbxPhone;

beforeAll(async () => {
  sound = await startPrivateSoundServer();
  peer = await SipPeer.listen({ password: 'a-secret-of-this-test' });
  alice = await PbxPhone.start(accountOn(peer), { environment: sound.environment });
});
afterAll(async () => {
  await alice?.app.close();
  await peer?.close();
  await sound?.stop();
});

/** 1002 calls, with those headers; what is answered ends the call. */
function call(...headers: readonly string[]) {
  const [registered] = peer.of('REGISTER').toReversed();
  if (!registered) throw new Error('no phone has registered');
  const contact = /<([^>]+)>/.exec(registered.message.header('contact'))?.[1];
  const branch = randomBytes(8).toString('hex');
  const request = (method: string, more: readonly string[]): string =>
    [
      `${method} ${contact} SIP/2.0`,
      `Via: SIP/2.0/WS peer.invalid;branch=z9hG4bK${branch}`,
      'Max-Forwards: 70',
      `From: "Bob" <sip:1002@peer.test>;tag=${branch}`,
      'To: <sip:1001@peer.test>',
      `Call-ID: ${branch}`,
      `CSeq: 1 ${method}`,
      'Contact: <sip:1002@peer.invalid;transport=ws>',
      ...more,
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n');
  const answer = askPhone(registered.socket, request('INVITE', headers));
  return {
    giveUp: async (): Promise<void> => {
      registered.socket.send(request('CANCEL', []));
      expect((await answer).status).toBe(487);
      registered.socket.send(request('ACK', []));
    },
  };
}

/** How long each burst of the ring was, and each pause after one that was followed by another. Seconds. */
async function cadence(bursts: number, ...headers: readonly string[]) {
  const from = sound.mark();
  const { giveUp } = call(...headers);
  await alice.phone.expectDisplay('From Bob (1002)');
  const { frequencies, leastShare = 0.5 } = WARBLE;
  const spans = () =>
    toneSpans(sound.recordingSince(from), frequencies, { leastShare }).filter(
      ({ from: start, to }) => to - start > 0.2,
    );
  await waitFor(`${bursts} bursts`, () => spans().length >= bursts, {
    timeoutMs: 30_000,
    everyMs: 500,
    otherwise: () => JSON.stringify(spans()),
  });
  const heard = spans();
  await giveUp();
  await alice.phone.expectDisplay('New Missed Call');
  // A machine that is short of time drops sound: what is recorded is long or short, and not to be measured finely.
  const isLong = (seconds: number): string => (seconds > 1.3 ? 'long' : 'short');
  return heard.slice(0, bursts - 1).map((span, at) => {
    const next = heard[at + 1];
    return `${isLong(span.to - span.from)} burst, ${isLong((next?.from ?? 0) - span.to)} pause`;
  });
}

// Of eight rings in a row a gap in the recording of any one spoils all.
test('a caller from outside is two short bursts, one of the company is a long one, and so is whom nobody speaks of', {
  retry: 5,
}, async () => {
  const outside = ['short burst, short pause', 'short burst, long pause', 'short burst, short pause'];
  expect(await cadence(4, 'Alert-Info: <http://pbx.test>;info=alert-external')).toEqual(outside);
  expect(await cadence(4, 'Alert-Info: <file://Bellcore-dr2/>')).toEqual(outside);
  expect(await cadence(2, 'Alert-Info: <urn:alert:source:internal>')).toEqual(['long burst, long pause']);
  expect(await cadence(2)).toEqual(['long burst, long pause']);
});
