import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SipServer } from '../../src-main/contract/sip-transport.ts';
import { answerTo } from '../support/sip-text/sip-text.ts';
import { TransportStage } from '../support/sip-text/transport-stage.ts';
import { waitFor } from '../support/wait-for.ts';
import { type DeskPhone, DOMAIN, Lab } from './lab/index.ts';
import { PlainLine } from './lab/plain-line.ts';

/** Our sockets at Kamailio, with baresip at the other end: what leaves them is SIP that others understand. */
let lab: Lab;
let bob: DeskPhone;

beforeAll(async () => {
  lab = await Lab.start({ media: false });
  bob = await lab.deskPhone('1002', { answer: 'auto' });
});
afterAll(() => lab.stop());

const sdp = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  'c=IN IP4 127.0.0.1',
  't=0 0',
  'm=audio 49170 RTP/AVP 0',
  'a=rtpmap:0 PCMU/8000',
  '',
].join('\r\n');

const ways: readonly (readonly [name: string, server: () => Partial<SipServer>])[] = [
  ['UDP', () => ({ transport: 'udp', port: lab.kamailio.sipPort })],
  ['TCP', () => ({ transport: 'tcp', port: lab.kamailio.sipPort })],
  ['TLS', () => ({ transport: 'tls', port: lab.kamailio.wssPort })],
];

describe.each(ways)('by %s', (name, server) => {
  let line: PlainLine;

  beforeAll(async () => {
    const stage = new TransportStage({ authorities: [lab.certificates.authority] });
    line = new PlainLine(stage, '1001');
    stage.connect({ domain: DOMAIN, ...server() });
    await stage.until('connected');
  });
  // The phone of the next way is another one: nothing may ring at this one any more.
  afterAll(async () => {
    await line.ask('REGISTER', { more: ['Expires: 0'] });
    line.stage.close();
  });

  test('a line registers with its password, under the address of its socket', async () => {
    const answer = await line.ask('REGISTER', { more: ['Expires: 120'] });
    const { local } = await line.stage.until('connected');
    expect([answer.status, answer.header('contact')]).toEqual([
      200,
      expect.stringContaining(`sip:1001-page@127.0.0.1:${local.port}`),
    ]);
    expect(line.stage.all('connected')[0]?.transport).toBe(name);
  });

  test('it calls a desk phone, which takes the call, and hangs up', async () => {
    const callee = `sip:1002@${DOMAIN}`;
    const accepted = await line.ask('INVITE', { uri: callee, to: `<${callee}>`, body: sdp });
    const target = /<([^>]+)>/.exec(accepted.header('contact'))?.[1] ?? '';
    const dialog = {
      uri: target,
      to: accepted.header('to'),
      callId: accepted.callId,
      more: accepted
        .all('record-route')
        .toReversed()
        .map((route) => `Route: ${route}`),
    };
    line.tell('ACK', { ...dialog, sequence: accepted.sequence });
    await bob.until('CALL_ESTABLISHED');
    const ended = await line.ask('BYE', dialog);
    expect([accepted.status, ended.status]).toEqual([200, 200]);
  });

  test('a desk phone calls it, and is told that it is busy', async () => {
    const before = bob.events.length;
    await bob.dial('1001');
    const invite = await waitFor('the INVITE', () =>
      line.messages.find(({ method, text }) => method === 'INVITE' && text.includes('sip:1002@')),
    );
    line.stage.sendText(answerTo(invite.text, 486).replace('486 Any', '486 Busy Here'));
    await waitFor('the refusal at the desk phone', () =>
      bob.events.slice(before).find(({ type, param }) => type === 'CALL_CLOSED' && param?.startsWith('486')),
    );
    await waitFor('one ACK, after which nothing is repeated', () =>
      line.messages.find(({ method, callId }) => method === 'ACK' && callId === invite.callId),
    );
  });
});
