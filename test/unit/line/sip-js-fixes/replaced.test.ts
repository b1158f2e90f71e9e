import { type Invitation, Inviter, type Session, SessionState, URI } from 'sip.js';
import { expect, test } from 'vitest';
import { leaveReplacedToUs, mayBeReplaced } from '../../../../src-renderer/line/sip-js-fixes/replaced';
import { settled } from '../fake-clock';
import { agentOn, FakeTransport, header, incomingInvite } from '../fake-network';

async function phone() {
  const transport = new FakeTransport();
  const invitations: Invitation[] = [];
  const agent = await agentOn(transport, { onInvite: (invitation) => invitations.push(invitation) });
  /** Somebody calls, to take the place of that dialog; a tag of ours, then the far end's. */
  const replace = async (callId: string, ours: string, theirs: string): Promise<Session | undefined> => {
    transport.arrive(incomingInvite(agent, 'next', [`Replaces: ${callId};to-tag=${ours};from-tag=${theirs}`]));
    await settled();
    return invitations.at(-1)?.replacee;
  };
  return { transport, agent, invitations, replace };
}

const tagIn = (value: string): string => /;tag=(.*)$/.exec(value)?.[1] ?? '';

/** 1001 calls 1002, where it rings. */
async function dialling() {
  const story = await phone();
  const call = new Inviter(story.agent, new URI('sip', '1002', 'cluster.test'));
  await call.invite();
  story.transport.answer('INVITE', 180);
  await settled();
  const invite = story.transport.last('INVITE');
  const replacee = () => story.replace(header(invite, 'Call-ID'), tagIn(header(invite, 'From')), 'far');
  return { ...story, call, replacee };
}

/** 1002 calls 1001, where it rings. */
async function ringing() {
  const story = await phone();
  story.transport.arrive(incomingInvite(story.agent));
  await settled();
  const ours = tagIn(header(story.transport.last('SIP/2.0 180'), 'To'));
  return { ...story, replacee: () => story.replace('theirs', ours, 'far') };
}

test('a call that rings here may not be replaced: nobody has answered it', async () => {
  const { replacee, invitations } = await ringing();
  const found = await replacee();
  expect([found === invitations[0], found && mayBeReplaced(found)]).toEqual([true, false]);
});

test('a call that was answered here may', async () => {
  const { replacee, invitations } = await ringing();
  await invitations[0]?.accept();
  const found = await replacee();
  expect([found?.state, found && mayBeReplaced(found)]).toEqual([SessionState.Established, true]);
});

test('a call of ours that still rings there may, and SIP.js leaves it alone', async () => {
  const { call, replacee, invitations, transport } = await dialling();
  const found = await replacee();
  expect([found === call, found && mayBeReplaced(found)]).toEqual([true, true]);
  const next = invitations.at(-1);
  if (next) leaveReplacedToUs(next);
  await next?.accept();
  await settled();
  expect([next?.state, call.state, transport.said]).toEqual([
    SessionState.Established,
    SessionState.Establishing,
    ['INVITE', '100', '180', '200'],
  ]);
});
