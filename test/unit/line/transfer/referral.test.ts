import { Inviter, type Referral, URI } from 'sip.js';
import { describe, expect, test } from 'vitest';
import { hearEveryReferral, withReadableReferTo } from '../../../../src-renderer/line/sip-js-fixes/hear-every-referral';
import { followReferral } from '../../../../src-renderer/line/transfer/follow-referral';
import { settled } from '../fake-clock';
import { agentOn, FakeTransport, header } from '../fake-network';

/** 1001 has called 1002, who answered and now sends one REFER after the other. */
async function sentOn(...referTos: readonly string[]) {
  const transport = new FakeTransport();
  const agent = await agentOn(transport);
  hearEveryReferral(agent);
  const session = new Inviter(agent, new URI('sip', '1002', 'cluster.test'));
  const referrals: Referral[] = [];
  session.delegate = { onRefer: (referral) => referrals.push(referral) };
  await session.invite();
  transport.answer('INVITE', 200);
  await settled();
  const invite = transport.last('INVITE');
  for (const [at, referTo] of referTos.entries())
    transport.arrive([
      'REFER sip:1001@near.invalid SIP/2.0',
      `Via: SIP/2.0/WS far.invalid;branch=z9hG4bKrefer${at}`,
      'From: <sip:1002@cluster.test>;tag=far',
      `To: ${header(invite, 'From')}`,
      `Call-ID: ${header(invite, 'Call-ID')}`,
      `CSeq: ${at + 7} REFER`,
      'Max-Forwards: 70',
      'Contact: <sip:far@far.invalid;transport=ws>',
      ...(referTo === '' ? [] : [referTo]),
      'Referred-By: <sip:1002@cluster.test>',
      '',
      '',
    ]);
  const referred = referrals.map((referral) => followReferral(session, referral, 'cluster.test'));
  await settled();
  return { transport, agent, referred };
}

/** Whom we call, with which headers of the transferor's wish; or what we answer to the REFER. */
async function following(referTo: string): Promise<readonly string[] | number> {
  const { transport, referred } = await sentOn(referTo);
  const [one] = referred;
  if (!one) return Number(transport.sent.at(-1)?.split(' ')[1]);
  const { ruri, extraHeaders } = one.call.request;
  return [one.target, ruri.toString(), ...extraHeaders.filter((line) => /^(?:Replaces|Require):/.test(line))];
}

const REPLACES = 'Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2';
const REPLACED = 'Replaces: a@b;to-tag=1;from-tag=2';

test.each<[string, string, readonly string[] | number]>([
  ['a number', 'Refer-To: <sip:1003@cluster.test>', ['1003', 'sip:1003@cluster.test']],
  ['by its short name', 'r: <sip:1003@Cluster.test>', ['1003', 'sip:1003@cluster.test']],
  ['without brackets', 'Refer-To: sip:1003@cluster.test', ['1003', 'sip:1003@cluster.test']],
  ['over two lines', 'Refer-To:\r\n <sip:1003@cluster.test>', ['1003', 'sip:1003@cluster.test']],
  ['elsewhere', 'Refer-To: <sip:bob@else.test>', ['sip:bob@else.test', 'sip:bob@else.test']],
  ['a call', `Refer-To: <sip:1003@cluster.test?${REPLACES}>`, ['1003', 'sip:1003@cluster.test', REPLACED]],
  [
    'a call, and nothing else',
    `Refer-To: <sip:1003@cluster.test?${REPLACES}&Require=replaces&Subject=x>`,
    ['1003', 'sip:1003@cluster.test', REPLACED, 'Require: replaces'],
  ],
  [
    'as Twinkle writes it',
    `Refer-To: <sip:1003@cluster.test?${REPLACES};Require=replaces>`,
    ['1003', 'sip:1003@cluster.test', REPLACED, 'Require: replaces'],
  ],
  ['a request that is ours', 'Refer-To: <sip:1003@cluster.test;method=INVITE>', ['1003', 'sip:1003@cluster.test']],
  ['another request', 'Refer-To: <sip:1003@cluster.test;method=SUBSCRIBE>', 603],
  // SIP.js refuses by itself where there is no Refer-To.
  ['a telephone', 'Refer-To: <tel:+4930>', 480],
  ['a web page', 'Refer-To: <http://else.test/x>', 416],
  ['nobody', '', 480],
  ['a user in no writing', 'Refer-To: <sip:%ff@cluster.test>', 480],
  ['a user that we cannot write', 'Refer-To: <sip:50%25@cluster.test>', 400],
  ['a call that cannot be read', 'Refer-To: <sip:1003@cluster.test?Replaces=%ff>', 400],
  ['half a call', 'Refer-To: <sip:1003@cluster.test?Replaces=a%40b%3Bto-tag%3D1>', 400],
  ['a call and a line more', `Refer-To: <sip:1003@cluster.test?${REPLACES}%0D%0AAlert-Info%3A%20x>`, 400],
])('a REFER names %s', async (_whom, referTo, expected) => {
  expect(await following(referTo)).toEqual(expected);
});

describe('who sends us on is told how it goes', () => {
  const told = ({ sent }: FakeTransport): readonly string[] =>
    sent
      .filter((message) => message.startsWith('NOTIFY'))
      .map((message) => [message.trimEnd().split('\r\n').at(-1), header(message, 'Subscription-State')].join(', '));

  test('until there is nothing more to tell, each time once', async () => {
    const { transport, referred } = await sentOn('Refer-To: <sip:1003@cluster.test>');
    for (const status of [180, 180, 200, 487]) referred[0]?.report(status);
    expect(told(transport)).toEqual([
      'SIP/2.0 100 Trying, active;expires=300',
      'SIP/2.0 180 Ringing, active;expires=300',
      'SIP/2.0 200 OK, terminated;reason=noresource',
    ]);
  });

  test('with the headers that a NOTIFY must have; of two in one call the second by its CSeq', async () => {
    const { transport, agent } = await sentOn('Refer-To: <sip:1003@cluster.test>', 'Refer-To: <sip:1004@cluster.test>');
    const notifies = transport.sent.filter((message) => message.startsWith('NOTIFY'));
    expect(notifies.map((message) => [header(message, 'Event'), header(message, 'Contact')])).toEqual([
      ['refer', agent.contact.toString()],
      ['refer;id=8', agent.contact.toString()],
    ]);
  });
});

test('nothing but the Refer-To of a REFER is touched', () => {
  const invite = 'INVITE sip:a@b SIP/2.0\r\nr: <sip:1003@b?A=b;C=d>\r\n\r\n';
  const refer = 'REFER sip:a@b SIP/2.0\r\nRefer-To: <sip:1003@b;x=y?A=b;C=d>;z=1\r\nTo: <sip:a@b>\r\n\r\nr: x\r\n';
  expect([invite, refer].map(withReadableReferTo)).toEqual([invite, refer.replace('A=b;C=d', 'A=b&C=d')]);
});
