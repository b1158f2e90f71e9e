import { afterEach, expect, test } from 'vitest';
import { readCrypto } from '../../../src-main/media-gateway/sdp/crypto-attribute.ts';
import { readSdp } from '../../../src-main/media-gateway/sdp/read-sdp.ts';
import type { MediaDescription } from '../../../src-main/media-gateway/sdp/session-description.ts';
import { keyLength, SUITES, suiteNamed } from '../../../src-main/media-gateway/srtp/suites.ts';
import { GatewayStage } from '../../support/media/gateway-stage.ts';
import { networkSdp, rtpPacket } from '../../support/media/media-sdp.ts';
import { PageVoice } from '../../support/media/page-voice.ts';
import { PhoneVoice } from '../../support/media/phone-voice.ts';
import { waitFor } from '../../support/wait-for.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close();
});

function stage(): { readonly gateway: GatewayStage; readonly page: PageVoice } {
  const [gateway, page] = [new GatewayStage(), new PageVoice()];
  closing.push(
    () => gateway.dispose(),
    () => page.close(),
  );
  return { gateway, page };
}

async function phoneAt(host?: string): Promise<PhoneVoice> {
  const phone = await PhoneVoice.open(host);
  closing.push(() => phone.close());
  return phone;
}

function voiceOf(sdp: string): MediaDescription {
  const voice = readSdp(sdp).find(({ port }) => port > 0);
  if (!voice) throw new Error(`no voice in ${sdp}`);
  return voice;
}

const DIGITS = ['a=rtpmap:101 telephone-event/8000', 'a=fmtp:101 0-16'];

/** The page has called, and the phone has answered in clear. */
async function connected(phone: PhoneVoice) {
  const { gateway, page } = stage();
  await gateway.open();
  const offered = voiceOf(await gateway.describe('pageOffer', await page.offer()));
  page.accept(await gateway.describe('networkAnswer', networkSdp(...phone.describe('0 101', 'RTP/AVP', ...DIGITS))));
  await waitFor('the way to the page', () => page.isOpen && gateway.reports.some(({ kind }) => kind === 'ready'));
  return { gateway, page, offered };
}

/** Says the packets until one is heard, as the first may meet a way that is being opened. */
const until = <Kept>(what: string, say: () => void, fact: () => Kept) =>
  waitFor(
    what,
    () => {
      const found = fact();
      if (!found) say();
      return found;
    },
    { everyMs: 20 },
  );

test('a page calls a phone: voice, digits and reports go both ways, each under the numbers of its side', async () => {
  const phone = await phoneAt();
  const { gateway, page, offered } = await connected(phone);
  expect(offered.formats.map(({ payloadType, codec }) => [payloadType, codec])).toEqual([
    [0, 'PCMU/8000'],
    [8, 'PCMA/8000'],
    [126, 'telephone-event/8000'],
  ]);
  page.say(rtpPacket(1));
  page.say(rtpPacket(2, 126));
  // Nobody has agreed to PCMA.
  page.say(rtpPacket(3, 8));
  page.say(rtpPacket(4));
  await waitFor('the voice at the phone', () => phone.heard.length === 3);
  expect(phone.heard).toEqual([rtpPacket(1), rtpPacket(2, 101), rtpPacket(4)]);
  for (const packet of [rtpPacket(1), rtpPacket(2, 101), rtpPacket(3, 126)]) phone.say(packet, offered.port);
  await waitFor('the voice at the page', () => page.heard.length === 3);
  expect(page.heard).toEqual([rtpPacket(1), rtpPacket(2, 126), rtpPacket(3, 126)]);
  const report = Buffer.from('81c90007cafebabecafebabe00000000000000010000000000000000000000000', 'hex').subarray(
    0,
    32,
  );
  phone.report(report, offered.rtcp?.port ?? 0);
  await waitFor('the report at the page', () => page.heard.length === 4);
  expect(await gateway.measure()).toMatchObject({
    codec: 'PCMU',
    encrypted: false,
    near: { packets: 1, lost: 0 },
    far: { packets: 3 },
  });
});

test.each(Object.keys(SUITES).flatMap((name) => suiteNamed(name) ?? []))(
  'a phone calls the page with SRTP by %s',
  async (suite) => {
    const phone = await phoneAt();
    const { gateway, page } = stage();
    await gateway.open({ srtp: 'required' });
    const key = Buffer.alloc(keyLength(suite), 3);
    const crypto = `a=crypto:4 ${suite} inline:${key.toString('base64')}`;
    const offer = await gateway.describe('networkOffer', networkSdp(...phone.describe('8', 'RTP/SAVP', crypto)));
    const answer = voiceOf(await gateway.describe('pageAnswer', await page.answer(offer)));
    page.add(gateway.candidate);
    const theirs = answer.cryptos.map(readCrypto)[0];
    expect([answer.protocol, theirs?.tag, theirs?.suite]).toEqual(['RTP/SAVP', 4, suite]);
    if (theirs) phone.secure({ tag: 4, suite, key }, theirs);
    let sequence = 0;
    await until(
      'the voice at the page',
      () => phone.say(rtpPacket(++sequence, 8), answer.port),
      () => page.heard[0],
    );
    await until(
      'the voice at the phone',
      () => page.say(rtpPacket(++sequence, 8)),
      () => phone.heard[0],
    );
    expect([phone.forged, (await gateway.measure()).encrypted]).toEqual([0, true]);
  },
);

test('SRTP where both can: what is offered, what comes of each answer', async () => {
  const { gateway, page } = stage();
  await gateway.open({ srtp: 'optional' });
  const offered = voiceOf(await gateway.describe('pageOffer', await page.offer()));
  expect([offered.protocol, offered.cryptos.length]).toEqual(['RTP/AVP', 6]);
  const phone = await phoneAt();
  await gateway.describe('networkAnswer', networkSdp(...phone.describe('0')));
  expect((await gateway.measure()).encrypted).toBe(false);
  const crypto = `a=crypto:6 AES_CM_128_HMAC_SHA1_32 inline:${Buffer.alloc(30).toString('base64')}`;
  await gateway.describe('networkAnswer', networkSdp(...phone.describe('0', 'RTP/AVP', crypto)));
  expect((await gateway.measure()).encrypted).toBe(true);
});

test.each([
  ['off', ['m=audio 4000 RTP/SAVP 0'], 'srtpNotWanted'],
  ['required', ['m=audio 4000 RTP/AVP 0'], 'srtpRequired'],
  ['required', ['m=audio 4000 RTP/SAVP 0', 'a=crypto:1 OTHER inline:AAAA'], 'noCommonSrtp'],
  ['off', ['m=audio 4000 RTP/AVP 18 101', 'a=rtpmap:101 telephone-event/8000'], 'noCommonCodec'],
  ['off', ['m=audio 0 RTP/AVP 0', 'm=video 4000 RTP/AVP 31'], 'noAudio'],
  ['off', ['m=audio 4000 UDP/TLS/RTP/SAVPF 0'], 'noAudio'],
] as const)('with SRTP %s, %j cannot be had', async (srtp, lines, reason) => {
  const { gateway } = stage();
  await gateway.open({ srtp });
  await expect(gateway.describe('networkOffer', networkSdp(...lines))).rejects.toThrow(reason);
});

test('a video beside the voice is refused in its place', async () => {
  const { gateway, page } = stage();
  await gateway.open();
  const lines = ['m=video 5000 RTP/AVP 97', 'm=audio 4000 RTP/AVP 8 0 18', 'a=ptime:30', 'm=application 0 UDP/BFCP *'];
  const offer = await gateway.describe('networkOffer', networkSdp(...lines));
  const answer = await gateway.describe('pageAnswer', await page.answer(offer));
  expect(readSdp(answer).map(({ kind, port }) => [kind, port > 0])).toEqual([
    ['video', false],
    ['audio', true],
    ['application', false],
  ]);
  expect([voiceOf(offer).packetTime, voiceOf(answer).packetTime]).toEqual([30, 30]);
});

test('one phone rings with a voice, another answers: the first is heard no more', async () => {
  const [ringing, answering] = [await phoneAt(), await phoneAt()];
  const { gateway, page, offered } = await connected(ringing);
  ringing.say(rtpPacket(1), offered.port);
  await waitFor('the ringing', () => page.heard.length === 1);
  await gateway.describe('networkAnswer', networkSdp(...answering.describe('0')));
  ringing.say(rtpPacket(2), offered.port);
  answering.say(rtpPacket(7, 0, 77), offered.port);
  await waitFor('the answer', () => page.heard.length === 2);
  page.say(rtpPacket(3));
  await waitFor('the voice at the one that answered', () => answering.heard[0]);
  expect([page.heard, ringing.heard]).toEqual([[rtpPacket(1), rtpPacket(7, 0, 77)], []]);
});

test('hold in its three forms, a re-INVITE without offer, and the voice again', async () => {
  const phone = await phoneAt();
  const { gateway, page, offered } = await connected(phone);
  const pageAnswer = await new PageVoice().offer();
  const directions: string[] = [];
  for (const form of ['a=sendonly', 'a=inactive', 'c=IN IP4 0.0.0.0', 'a=sendrecv']) {
    const lines = phone.describe('0').filter((line) => form[0] !== 'c' || !line.startsWith('c='));
    directions.push(voiceOf(await gateway.describe('networkOffer', networkSdp(...lines, form))).direction);
    const answered = pageAnswer.replace('a=sendrecv', 'a=recvonly');
    directions.push(voiceOf(await gateway.describe('pageAnswer', answered)).direction);
  }
  expect(directions).toEqual([
    'sendonly',
    'recvonly',
    'inactive',
    'recvonly',
    'sendonly',
    'recvonly',
    'sendrecv',
    'recvonly',
  ]);
  const again = voiceOf(await gateway.describe('pageOffer', pageAnswer));
  expect(again.port).toBe(offered.port);
  await gateway.describe('networkAnswer', networkSdp(...phone.describe('0')));
  let sequence = 0;
  await until(
    'the voice at the phone',
    () => page.say(rtpPacket(++sequence)),
    () => phone.heard[0],
  );
});

test('IPv6 on the network, and an address that others see', async () => {
  const phone = await phoneAt('::1');
  const { gateway, page } = stage();
  await gateway.open({ address: '::1', publicAddress: '2001:db8::7' });
  const offered = voiceOf(await gateway.describe('pageOffer', await page.offer()));
  expect(offered.address).toBe('2001:db8::7');
  page.accept(await gateway.describe('networkAnswer', networkSdp(...phone.describe('0'))));
  let sequence = 0;
  await until(
    'the voice at the page',
    () => phone.say(rtpPacket(++sequence), offered.port),
    () => page.heard[0],
  );
  await until(
    'the voice at the phone',
    () => page.say(rtpPacket(++sequence)),
    () => phone.heard[0],
  );
});

test('a range of ports that are all taken is told, and a call that ends gives its own back', async () => {
  const { gateway } = stage();
  const ports = { from: 31_001, to: 31_003 };
  expect(await gateway.open({ ports })).toMatchObject({ kind: 'answer' });
  expect(await gateway.open({ ports, call: 'second' })).toMatchObject({ kind: 'refused', reason: 'noPort' });
  await gateway.close();
  expect(await gateway.open({ ports })).toMatchObject({ kind: 'answer' });
});

test('a page that describes no way to itself is refused, and the next call is none the worse', async () => {
  const { gateway } = stage();
  await gateway.open();
  const nowhere = networkSdp('m=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=mid:0');
  await expect(gateway.describe('pageOffer', nowhere)).rejects.toThrow('badDescription');
  await connected(await phoneAt());
});

test('a page that is called hears where we are once its answer is here, and no sooner', async () => {
  const { gateway, page } = stage();
  await gateway.open();
  const offer = await gateway.describe('networkOffer', networkSdp('m=audio 4000 RTP/AVP 0'));
  expect([offer.includes('a=candidate'), gateway.candidate]).toEqual([false, null]);
  await gateway.describe('pageAnswer', await page.answer(offer));
  expect(gateway.candidate).toBe(`candidate:1 1 udp 2130706431 127.0.0.1 ${voiceOf(offer).port} typ host`);
  const again = await gateway.describe('networkOffer', networkSdp('m=audio 4000 RTP/AVP 0'));
  await gateway.describe('pageAnswer', again);
  expect(gateway.candidate).toBeNull();
});

test('questions in an order that no call has are refused, and nothing breaks', async () => {
  const { gateway } = stage();
  for (const kind of ['pageOffer', 'networkAnswer', 'networkOffer', 'pageAnswer'] as const)
    await expect(gateway.describe(kind, networkSdp('m=audio 4000 RTP/AVP 0'))).rejects.toThrow('noSuchCall');
  await gateway.open();
  for (const kind of ['networkAnswer', 'pageAnswer'] as const)
    await expect(gateway.describe(kind, networkSdp('m=audio 4000 RTP/AVP 0'))).rejects.toThrow('noSuchCall');
});
