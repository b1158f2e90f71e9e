import { Core, Inviter, type URI, UserAgent } from 'sip.js';
import { expect, test } from 'vitest';
import { type Move, Trail } from '../../../../src-renderer/line/redirect/trail';
import { agentOn, FakeTransport } from '../fake-network';

function refusal(statusCode: number, ...contacts: readonly string[]): Core.IncomingResponseMessage {
  const message = new Core.IncomingResponseMessage();
  message.statusCode = statusCode;
  for (const contact of contacts) message.addHeader('contact', contact);
  return message;
}

const address = (text: string): URI => {
  const uri = UserAgent.makeURI(text);
  if (!uri) throw new Error(`No address: ${text}`);
  return uri;
};

type Refusal = readonly [number, ...(readonly string[])];

/** Calls 1002, and then whoever is named, as each refuses in its turn. */
async function way(...refusals: readonly Refusal[]) {
  const agent = await agentOn(new FakeTransport());
  const trail = new Trail('cluster.test');
  const extraHeaders = ['Referred-By: <sip:1005@cluster.test>', 'Subject: lunch'];
  let call = new Inviter(agent, address('sip:1002@cluster.test'), { extraHeaders });
  const first = call.request;
  const called: string[] = [];
  const shown: string[] = [];
  let last: Move | number = 0;
  for (const [status, ...contacts] of refusals) {
    last = trail.after(call, status, refusal(status, ...contacts));
    if (typeof last === 'number') break;
    call = last.call;
    called.push(call.request.ruri.toString());
    shown.push(last.number);
  }
  return { called, shown, end: typeof last === 'number' ? last : null, first, last: call.request };
}

test.each<[string, readonly Refusal[], readonly string[], number | null]>([
  ['nobody else', [[486]], [], 486],
  ['somebody', [[302, '<sip:1003@cluster.test>']], ['sip:1003@cluster.test'], null],
  ['and he refuses', [[302, '<sip:1003@cluster.test>'], [486]], ['sip:1003@cluster.test'], 486],
  [
    'a choice, one after the other by q',
    [[300, '<sip:1003@cluster.test>;q=0.2', '<sip:1004@cluster.test>;q=0.8'], [480], [404]],
    ['sip:1004@cluster.test', 'sip:1003@cluster.test'],
    404,
  ],
  [
    'a choice, and he declines for all',
    [[300, '<sip:1003@cluster.test>', '<sip:1004@cluster.test>'], [603]],
    ['sip:1003@cluster.test'],
    603,
  ],
  [
    'he sends us on as well, and those who were left are still there',
    [[302, '<sip:1003@cluster.test>', '<sip:1004@cluster.test>'], [302, '<sip:1005@cluster.test>'], [486]],
    ['sip:1003@cluster.test', 'sip:1005@cluster.test', 'sip:1004@cluster.test'],
    null,
  ],
  ['himself', [[302, '<sip:1002@CLUSTER.test;line=2>']], [], 482],
  [
    'back to where we come from',
    [
      [302, '<sip:1003@cluster.test>'],
      [302, '<sip:1002@cluster.test>'],
    ],
    ['sip:1003@cluster.test'],
    482,
  ],
  [
    'another one in the same circle',
    [
      [302, '<sip:1003@cluster.test>'],
      [302, '<sip:1003@cluster.test>', '<sip:1004@cluster.test>'],
    ],
    ['sip:1003@cluster.test', 'sip:1004@cluster.test'],
    null,
  ],
  ['to no address of SIP', [[302, '<tel:+4930>', '<http://x>']], [], 302],
  ['to a proxy', [[305, '<sip:proxy.test>']], [], 305],
  ['to an alternative service', [[380, '<sip:1003@cluster.test>']], [], 380],
  [
    'on and on',
    [1, 2, 3, 4, 5, 6].map((turn) => [302, `<sip:200${turn}@cluster.test>`] as const),
    [1, 2, 3, 4, 5].map((turn) => `sip:200${turn}@cluster.test`),
    482,
  ],
])('1002 names %s', async (_name, refusals, called, end) => {
  const went = await way(...refusals);
  expect([went.called, went.end]).toEqual([called, end]);
});

test('the new INVITE has the Call-ID, From and To of the first, a higher CSeq, and who has sent us; not what else was in the address', async () => {
  const { first, last, shown } = await way([302, '<sip:bob%23@elsewhere.test;transport=udp?Subject=x>']);
  const header = (name: string) => [first.getHeader(name), last.getHeader(name)];
  expect(shown).toEqual(['sip:bob%23@elsewhere.test;transport=udp']);
  expect(last.ruri.toString()).toBe('sip:bob%23@elsewhere.test;transport=udp');
  expect([last.callId, last.to.toString(), last.cseq]).toEqual([first.callId, first.to.toString(), first.cseq + 1]);
  expect([last.from.uri.toString(), last.extraHeaders.filter((line) => /^(Referred-By|Subject)/.test(line))]).toEqual([
    first.from.uri.toString(),
    ['Referred-By: <sip:1005@cluster.test>'],
  ]);
  expect(header('subject')).toEqual(['lunch', undefined]);
});

test('what a number of the account’s own domain is called', async () => {
  expect((await way([302, '<sip:%2A21@Cluster.test>'])).shown).toEqual(['*21']);
});

test.each(['sip:%ff@cluster.test', 'sip:%25ff@cluster.test', 'sip:50%25@cluster.test', 'sip:%2523@cluster.test'])(
  '%s, which SIP.js cannot read or not write, is no address: the next one is called',
  async (contact) => {
    const { called, end } = await way([302, `<${contact}>`, '<sip:1003@cluster.test>']);
    expect([called, end]).toEqual([['sip:1003@cluster.test'], null]);
  },
);
