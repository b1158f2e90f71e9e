import { Inviter, URI } from 'sip.js';
import { expect, test } from 'vitest';
import { followAnswers } from '../../../../src-renderer/line/sip-js-fixes/answered-target';
import { supplyContacts } from '../../../../src-renderer/line/sip-js-fixes/supply-contacts';
import { settled } from '../fake-clock';
import { agentOn, FakeTransport } from '../fake-network';

test.each([
  ['says nothing of where it is', null],
  ['is somewhere else', 'sip:old@far.invalid'],
  ['is there already', 'sip:1002@far.invalid;gr=urn-1'],
])('a phone that %s while it rings gets ACK and BYE where its answer says that it is', async (_phone, ringsAt) => {
  const transport = new FakeTransport();
  const agent = await agentOn(transport);
  supplyContacts(agent.userAgentCore);
  followAnswers(agent.userAgentCore);
  const call = new Inviter(agent, new URI('sip', '1002', 'cluster.test'));
  await call.invite();
  transport.answer('INVITE', 180, [], ringsAt);
  transport.answer('INVITE', 200, [], 'sip:1002@far.invalid;gr=urn-1');
  await settled();
  await call.bye();
  expect(transport.sent.slice(1).map((message) => message.split(' ', 2).join(' '))).toEqual([
    'ACK sip:1002@far.invalid;gr=urn-1',
    'BYE sip:1002@far.invalid;gr=urn-1',
  ]);
});
