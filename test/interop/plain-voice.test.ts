import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeMuLawSamples } from '../../src-main/audio/mu-law.ts';
import type { SrtpPolicy } from '../../src-main/contract/media-gateway.ts';
import type { SipServer } from '../../src-main/contract/sip-transport.ts';
import { GatewayStage } from '../support/media/gateway-stage.ts';
import { rtpPacket } from '../support/media/media-sdp.ts';
import { PageVoice } from '../support/media/page-voice.ts';
import { fromMuLaw, type Recording } from '../support/recording.ts';
import type { SipMessage } from '../support/sip-peer/sip-message.ts';
import { TransportStage } from '../support/sip-text/transport-stage.ts';
import { toneLevels } from '../support/tone-levels.ts';
import { waitFor } from '../support/wait-for.ts';
import { type DeskPhone, DOMAIN, Lab } from './lab/index.ts';
import { PlainLine } from './lab/plain-line.ts';

/** Our sockets and our media gateway on a server without WebSocket and a phone without WebRTC; the page is played by hand. */
let lab: Lab;

beforeAll(async () => {
  lab = await Lab.start({ media: false });
});
afterAll(() => lab.stop());

/** What the desk phone says into its calls, and the page into each of its two. Hz. */
const THEIRS = 440;
const [CALLING, CALLED] = [1_000, 700];

/** 20 ms of a tone. */
function tonePacket(sequence: number, frequency: number): Buffer {
  const samples = Int16Array.from({ length: 160 }, (_, at) =>
    Math.round(12_000 * Math.sin((2 * Math.PI * frequency * (160 * sequence + at)) / 8_000)),
  );
  return Buffer.concat([rtpPacket(sequence).subarray(0, 12), encodeMuLawSamples(samples)]);
}

/** Whether a tone, and hardly anything else, is in half a second of it. */
const hasTone = (recording: Recording | undefined, frequency: number): boolean =>
  recording !== undefined && toneLevels(recording, [frequency]).filter(({ share }) => share > 0.8).length >= 20;

const heardBy = (page: PageVoice): Recording =>
  fromMuLaw(Buffer.concat(page.heard.filter((packet) => packet.length === 172).map((packet) => packet.subarray(12))));

const ways: readonly (readonly [name: string, srtp: SrtpPolicy, server: () => Partial<SipServer>])[] = [
  ['UDP and RTP', 'off', () => ({ transport: 'udp', port: lab.kamailio.sipPort })],
  ['TLS and SRTP', 'required', () => ({ transport: 'tls', port: lab.kamailio.wssPort })],
  ['TCP and SRTP where both can', 'optional', () => ({ transport: 'tcp', port: lab.kamailio.sipPort })],
];

describe.each(ways)('by %s', (_name, srtp, server) => {
  let bob: DeskPhone;
  let line: PlainLine;
  let gateway: GatewayStage;
  let page: PageVoice;

  beforeAll(async () => {
    bob = await lab.deskPhone('1002', { answer: 'auto', srtp: srtp === 'required', tone: THEIRS });
    line = new PlainLine(new TransportStage({ authorities: [lab.certificates.authority] }), '1001');
    line.stage.connect({ domain: DOMAIN, ...server() });
    await line.stage.until('connected');
    await line.ask('REGISTER', { more: ['Expires: 120'] });
  });
  afterAll(async () => {
    await line.ask('REGISTER', { more: ['Expires: 0'] });
    line.stage.close();
    await bob.close();
  });

  /** A call of the page's own, at a gateway. */
  async function begin(): Promise<void> {
    [gateway, page] = [new GatewayStage(), new PageVoice()];
    await gateway.open({ srtp });
  }

  /** Both speak; the far end records what it hears, and the page counts. */
  async function talk(frequency: number): Promise<void> {
    await waitFor('the way to the page', () => page.isOpen);
    let sequence = 0;
    const speaking = setInterval(() => page.say(tonePacket(++sequence, frequency)), 20);
    await waitFor('the tone of the desk phone', () => hasTone(heardBy(page), THEIRS));
    await waitFor('a second of ours', () => sequence > 60);
    clearInterval(speaking);
    expect(await gateway.measure()).toMatchObject({ codec: 'PCMU', encrypted: srtp === 'required', near: { lost: 0 } });
  }

  const dialogOf = (accepted: SipMessage) => ({
    uri: /<([^>]+)>/.exec(accepted.header('contact'))?.[1] ?? '',
    to: accepted.header('to'),
    callId: accepted.callId,
    more: accepted
      .all('record-route')
      .toReversed()
      .map((route) => `Route: ${route}`),
  });

  test('the page calls a desk phone, and each hears the other', async () => {
    await begin();
    const callee = `sip:1002@${DOMAIN}`;
    const body = await gateway.describe('pageOffer', await page.offer());
    const accepted = await line.ask('INVITE', { uri: callee, to: `<${callee}>`, body });
    page.accept(await gateway.describe('networkAnswer', accepted.body));
    line.tell('ACK', { ...dialogOf(accepted), sequence: accepted.sequence });
    await talk(CALLING);
    await line.ask('BYE', dialogOf(accepted));
    gateway.dispose();
    page.close();
    await waitFor('our tone at the desk phone', () => bob.heard.some((recording) => hasTone(recording, CALLING)));
  });

  test('a desk phone calls the page, and each hears the other', async () => {
    await begin();
    await bob.dial('1001');
    const invite = await waitFor('the INVITE', () =>
      line.messages.find(({ method, text }) => method === 'INVITE' && text.includes('sip:1002@')),
    );
    const body = await gateway.describe(
      'pageAnswer',
      await page.answer(await gateway.describe('networkOffer', invite.body)),
    );
    page.add(gateway.candidate);
    line.accept(invite, body);
    await bob.until('CALL_ESTABLISHED');
    await talk(CALLED);
    await bob.hangUp();
    const bye = await waitFor('the BYE', () =>
      line.messages.find(({ method, callId }) => method === 'BYE' && callId === invite.callId),
    );
    line.accept(bye);
    gateway.dispose();
    page.close();
    await waitFor('our tone at the desk phone', () => bob.heard.some((recording) => hasTone(recording, CALLED)));
  });
});
