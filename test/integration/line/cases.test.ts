import { expect, test } from 'vitest';
import { silentAnswer } from '../../support/foreign-servers/sdp-answer';
import { askPhone } from '../../support/sip-peer/peer-request';
import { addressIn, sipText, tagIn } from '../../support/sip-peer/sip-message';
import { onPeerStage, type PeerStory } from './peer-story';

let story: PeerStory;
onPeerStage(async (begun) => {
  story = begun;
  await story.register();
});

const registration = () => {
  const [last] = story.peer.of('REGISTER').slice(-1);
  if (!last) throw new Error('The phone is not registered');
  return last;
};

const OFFER = silentAnswer('').replace('a=setup:active', 'a=setup:actpass');

/** The same with a video beside the voice, as browsers offer it. */
const WITH_VIDEO = `${OFFER.replace('BUNDLE 0', 'BUNDLE 0 1')}${[
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'c=IN IP4 127.0.0.1',
  'a=rtpmap:96 VP8/90000',
  'a=mid:1',
  ...(OFFER.match(/^a=(?:ice-|fingerprint|setup|rtcp-mux|sendrecv).*$/gm) ?? []),
  '',
].join('\r\n')}`;

interface Parts {
  readonly from?: string;
  readonly headers?: readonly string[];
  readonly type?: string;
  readonly body?: string;
}

const invite = ({
  from = '<sip:1002@peer.test>',
  headers = [],
  type = 'application/sdp',
  body = OFFER,
}: Parts): string =>
  sipText(
    `INVITE ${addressIn(registration().message.header('contact'))} SIP/2.0`,
    [
      'Via: SIP/2.0/WS peer_1:8088;branch=z9hG4bKk;rport',
      `From: ${from};tag=1`,
      'To: <sip:1001@peer.test>',
      'Call-ID: k@pbx',
      'CSeq: 1 INVITE',
      'Max-Forwards: 70',
      'Contact: <sip:asterisk@019f9ae299f5:5060;transport=ws>',
      'Record-Route: <sip:10.0.0.1;r2=on;lr=on>, <sip:proxy_1:8080;transport=ws;r2=on;lr=on>',
      `Content-Type: ${type}`,
      ...headers,
    ],
    body,
  );

test.each([
  ['a container', { from: '"phone" <sip:101@019f9ae299f5>' }, '101', 'phone'],
  ['a telephone', { from: '"Bob" <tel:+15550100;phone-context=example.com>' }, '+15550100', 'Bob'],
  ['a name without quotes', { from: 'Smith, John <sip:1002@peer.test.>' }, '1002', 'Smith, John'],
  ['another way to write SDP', { from: '<sip:#897@192.0.2.83>', type: 'Application/SDP;charset=utf-8' }, '#897', ''],
  [
    'several parts',
    {
      type: 'multipart/mixed;boundary=b1',
      body: `--b1\r\nContent-Type: application/sdp\r\n\r\n${OFFER}--b1\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b1--`,
    },
    '1002',
    '',
  ],
  ['video beside audio', { body: WITH_VIDEO }, '1002', ''],
] as const)('a call with %s rings, and can be answered', async (_what, parts, number, name) => {
  const answered = askPhone(registration().socket, invite(parts));
  await story.page.until({ kind: 'incoming', line: '1001', number, name });
  const [{ call } = { call: '' }] = story.page.of('incoming');
  await story.page.send({ kind: 'answer', line: '1001', call });
  const { status, body } = await answered;
  expect([status, body.match(/^m=\w+ \d+/gm)?.map((line) => line.replace(/[1-9]\d*$/, '9'))]).toEqual([
    200,
    'body' in parts && parts.body === WITH_VIDEO ? ['m=audio 9', 'm=video 0'] : ['m=audio 9'],
  ]);
});

test.each([
  [420, { headers: ['Require: precondition'] }],
  [415, { type: 'text/plain', body: 'hi' }],
  [488, { body: 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0 8\r\n' }],
] as const)('what could never be answered is refused with %i, and rings nowhere', async (status, parts) => {
  const refused = await askPhone(registration().socket, invite(parts));
  expect([refused.status, story.page.events.filter(({ kind }) => kind === 'incoming')]).toEqual([status, []]);
});

test('who has been answered elsewhere is told so', async () => {
  const { socket } = registration();
  const over = askPhone(socket, invite({}));
  await story.page.until({ kind: 'incoming', line: '1001' });
  const [{ call } = { call: '' }] = story.page.of('incoming');
  const reason = 'Reason: SIP;cause=200;text="Call completed elsewhere"';
  socket.send(
    invite({ headers: [reason], body: '' })
      .replace(/^INVITE/, 'CANCEL')
      .replace('1 INVITE', '1 CANCEL'),
  );
  expect([(await over).status, tagIn((await over).header('to')) !== '']).toEqual([487, true]);
  await story.page.until({ kind: 'ended', line: '1001', call, by: 'far', status: 200 });
});
