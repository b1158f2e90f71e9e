import { expect, test } from 'vitest';
import { silentAnswer } from '../../support/foreign-servers/sdp-answer';
import { askPhone } from '../../support/sip-peer/peer-request';
import { addressIn, SipMessage, sipText, tagIn } from '../../support/sip-peer/sip-message';
import { onPeerStage, type PeerStory } from './peer-story';

let story: PeerStory;
onPeerStage(async (begun) => {
  story = begun;
  await story.register();
});

/** The phone's registration that has stood the challenge. */
const registration = () => {
  const [last] = story.peer.of('REGISTER').slice(-1);
  if (!last) throw new Error('The phone is not registered');
  return last;
};

/** An INVITE to the phone, from somebody on the company's server. */
const invite = (from: string, headers: readonly string[] = []): string =>
  sipText(
    `INVITE ${addressIn(registration().message.header('contact'))} SIP/2.0`,
    [
      `Via: SIP/2.0/WS peer.invalid;branch=z9hG4bK${from}`,
      `From: <sip:${from}@peer.test>;tag=of-${from}`,
      'To: <sip:1001@peer.test>',
      `Call-ID: call-of-${from}`,
      'CSeq: 1 INVITE',
      'Max-Forwards: 70',
      `Contact: <sip:${from}@peer.invalid;transport=ws>`,
      'Content-Type: application/sdp',
      ...headers,
    ],
    silentAnswer('').replace('a=setup:active', 'a=setup:actpass'),
  );

/** What the page told of calls, without the voices. */
const told = (): readonly string[] =>
  story.page.events.flatMap((event) => ('call' in event && event.kind !== 'voice' ? [event.kind] : []));

test('who names a call that rings here is refused, and nobody’s call is answered', async () => {
  const { socket } = registration();
  const ringing = new Promise<string>((resolve) => {
    socket.on('message', (data) => {
      const answer = SipMessage.parse(String(data));
      if (answer?.status === 180) resolve(tagIn(answer.header('to')));
    });
  });
  socket.send(invite('1002'));
  const tag = await ringing;
  await story.page.until({ kind: 'incoming', line: '1001' });
  const refused = await askPhone(socket, invite('1003', [`Replaces: call-of-1002;to-tag=${tag};from-tag=of-1002`]));
  expect([refused.status, told()]).toEqual([481, ['incoming']]);
});

test('who names a call that we dial takes it: he is answered, and where it rang it is cancelled', async () => {
  story.peer.on('INVITE', (request) =>
    request.reply(180, 'Ringing', { headers: ['Contact: <sip:rings@peer.invalid;transport=ws>'] }),
  );
  await story.page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
  await story.page.until({ kind: 'progress', call: 'out', phase: 'ringing' });
  const [dialled] = story.peer.of('INVITE').slice(-1);
  if (!dialled) throw new Error('The phone has not dialled');
  const { message, socket, tag } = dialled;
  const dialog = `${message.callId};to-tag=${tagIn(message.header('from'))};from-tag=${tag}`;
  const answered = await askPhone(socket, invite('1003', [`Replaces: ${dialog}`, 'Require: replaces']));
  expect(answered.status).toBe(200);
  await story.page.until({ kind: 'replaced', line: '1001', call: 'out', number: '1003' });
  await story.peer.waitForRequest(
    ({ method, message: cancel }) => method === 'CANCEL' && cancel.callId === message.callId,
  );
  await story.page.until({ kind: 'ended', line: '1001', call: 'out', by: 'near' });
});
