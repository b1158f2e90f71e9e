import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSdp } from '../../../src-main/media-gateway/sdp/read-sdp.ts';
import { openChromium } from '../../support/chromium.ts';
import { BrowserVoice } from '../../support/media/browser-voice.ts';
import { GatewayStage } from '../../support/media/gateway-stage.ts';
import { networkSdp, rtpPacket } from '../../support/media/media-sdp.ts';
import { PhoneVoice } from '../../support/media/phone-voice.ts';
import { waitFor } from '../../support/wait-for.ts';

/** What a real browser makes of our descriptions, over a whole call: it is stricter than any phone. */
let browser: Browser;
let page: BrowserVoice;
let gateway: GatewayStage;
let phone: PhoneVoice;

beforeAll(async () => {
  browser = await openChromium('--autoplay-policy=no-user-gesture-required');
});
afterAll(() => browser.close());

beforeEach(async () => {
  [page, gateway, phone] = [await BrowserVoice.open(browser), new GatewayStage(), await PhoneVoice.open()];
  await gateway.open();
});
afterEach(async () => {
  gateway.dispose();
  phone.close();
  await page.close();
});

let sequence = 0;
const portOf = (sdp: string): number => readSdp(sdp)[0]?.port ?? 0;
const numbersOf = (packets: readonly Buffer[]): readonly number[] => [
  ...new Set(packets.map((packet) => (packet[1] ?? 0) & 127)),
];

/** Both hear the other, from now on. */
async function talk(port: number, payloadType = 0): Promise<void> {
  const [before, heard] = [await page.heard(), phone.heard.length];
  await waitFor(
    'voice both ways',
    async () => {
      phone.say(rtpPacket(++sequence, payloadType), port);
      return phone.heard.length > heard + 5 && (await page.heard()) > before + 5;
    },
    {
      everyMs: 20,
      otherwise: async () => `the phone ${phone.heard.length - heard}, the page ${(await page.heard()) - before}`,
    },
  );
}

const answers = (formats: string, ...more: readonly string[]): string =>
  networkSdp(...phone.describe(formats, 'RTP/AVP', 'a=rtpmap:101 telephone-event/8000', 'a=fmtp:101 0-16', ...more));

async function networkOffers(sdp: string): Promise<string> {
  const answer = await gateway.describe('pageAnswer', await page.answer(await gateway.describe('networkOffer', sdp)));
  await page.add(gateway.candidate);
  return answer;
}

async function pageOffers(answer: string, direction?: RTCRtpTransceiverDirection): Promise<string> {
  const offered = await gateway.describe('pageOffer', await page.offer(direction));
  await page.accept(await gateway.describe('networkAnswer', answer));
  return offered;
}

test('the page calls: voice, digits and reports; hold from both sides, each with the other one offering', async () => {
  const port = portOf(await pageOffers(answers('0 101')));
  await talk(port);
  await page.press('5');
  await waitFor('the digit', () => numbersOf(phone.heard).includes(101));
  expect(numbersOf(phone.heard)).toEqual([0, 101]);
  await waitFor('a report of the page', () => phone.reports[0], { timeoutMs: 15_000 });

  const held = readSdp(await pageOffers(answers('0 101', 'a=recvonly'), 'sendonly'))[0];
  expect([held?.direction, held?.port]).toEqual(['sendonly', port]);
  await pageOffers(answers('0 101'), 'sendrecv');
  await talk(port);

  expect(readSdp(await networkOffers(answers('0 101', 'a=inactive')))[0]?.direction).toBe('inactive');
  await networkOffers(answers('0 101'));
  await talk(port);
});

test('the network calls, by numbers of its own; then the page offers, and the network again', async () => {
  const opus = ['a=rtpmap:101 opus/48000/2', 'a=rtpmap:96 telephone-event/8000'];
  const answer = await networkOffers(networkSdp(...phone.describe('8 101 96', 'RTP/AVP', ...opus)));
  expect(readSdp(answer)[0]?.formats.map(({ payloadType, codec }) => [payloadType, codec])).toEqual([
    [8, 'PCMA/8000'],
    [101, 'opus/48000/2'],
    [96, 'telephone-event/8000'],
  ]);
  await talk(portOf(answer), 8);
  await pageOffers(answers('8 101'), 'sendonly');
  await pageOffers(answers('8 101'), 'sendrecv');
  await talk(portOf(answer), 8);
  await networkOffers(answers('0 101'));
  await talk(portOf(answer), 0);
});
