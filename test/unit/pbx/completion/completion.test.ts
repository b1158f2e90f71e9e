import { expect, test } from 'vitest';
import { parseCompletion, suspensionDocument } from '../../../../src-main/pbx/completion/call-completion';
import { parsePresence } from '../../../../src-main/sip/presence';
import { dialogs, PbxDesk, presence } from '../pbx-desk';

const AVAILABLE = '1002 has become available';
const offer = { callInfo: ['<sip:monitor@pbx.test>;purpose=call-completion;m=BS'] };
const QUEUED = 'cc-state: queued\r\ncc-service-retention: true\r\n';
const READY = 'cc-state: ready\r\ncc-URI: <sip:1002-now@pbx.test>\r\ncc-service-retention: true\r\n';

async function queued(): Promise<PbxDesk> {
  const desk = new PbxDesk().serves({ 'call-completion': QUEUED });
  desk.calling('1002', 486, offer);
  desk.callBack('1002');
  await desk.idle();
  return desk;
}

test('the far server keeps a queue: we wait in it, and call whom it names when it is our turn', async () => {
  const desk = await queued();
  expect(desk.heard()).toEqual(['1002: starting', 'Call Back is activated on 1002', '1002: queued']);
  desk.notify('call-completion', READY);
  await desk.idle();
  expect(desk.heard()).toContain(AVAILABLE);
  desk.press('Dial');
  await desk.idle();
  expect(desk.link.route({ kind: 'invite', line: 'a', call: 'recall', target: '1002' })).toMatchObject({
    target: 'sip:1002-now@pbx.test;m=BS',
  });
  expect(desk.sent()).toEqual(['subscribe call-completion sip:monitor@pbx.test;m=BS']);
});

test('the recall is answered: the request ends, and the queue is left', async () => {
  const desk = await queued();
  desk.notify('call-completion', READY);
  await desk.idle();
  desk.press('Dial');
  await desk.idle();
  desk.link.route({ kind: 'invite', line: 'a', call: 'recall', target: '1002' });
  desk.event({ kind: 'placed', line: 'a', call: 'recall', target: 'sip:1002-now@pbx.test', sipCallId: 'r' });
  desk.event({ kind: 'connected', line: 'a', call: 'recall' });
  await desk.idle();
  expect([desk.requests.size, desk.sent().at(-1)]).toEqual([0, 'unsubscribe call-completion']);
});

test('the recall meets busy: with retention the place is kept, and the next turn is told', async () => {
  const desk = await queued();
  desk.notify('call-completion', READY);
  await desk.idle();
  desk.press('Dial');
  await desk.idle();
  desk.calling('1002', 486);
  desk.hook(false);
  await desk.idle();
  expect(desk.heard().slice(-2)).toEqual(['1002: queued', 'Init:Services']);
  desk.notify('call-completion', QUEUED);
  desk.notify('call-completion', READY);
  await desk.idle();
  expect([desk.heard(), desk.sent().length]).toEqual([[AVAILABLE, 'Play:CallBack.raw', 'no watch'], 3]);
});

test('the call in turn itself lets nobody go before; who meets busy on it does, until the handset is down', async () => {
  const desk = await queued();
  desk.notify('call-completion', READY);
  await desk.idle();
  desk.press('Dial');
  await desk.idle();
  desk.hook(true);
  expect(desk.sent().slice(1)).toEqual([]);
  desk.calling('1002', 486);
  await desk.idle();
  desk.hook(false);
  expect(desk.sent().slice(1).map(basicOf)).toEqual(['closed', 'open']);
});

test('A lifts the handset before the monitor has answered: it is told to let others go before as soon as it has', async () => {
  const desk = new PbxDesk().serves({ 'call-completion': QUEUED });
  desk.calling('1002', 486, offer);
  desk.callBack('1002');
  desk.hook(true);
  await desk.idle();
  expect(desk.sent().slice(1).map(basicOf)).toEqual(['closed']);
});

test('what was published of A is withdrawn with the request', async () => {
  const desk = await queued();
  desk.hook(true);
  desk.hook(false);
  desk.press('Cancel');
  await desk.idle();
  expect([desk.last('publish').expires, desk.sent().at(-1)]).toEqual([0, 'unsubscribe call-completion']);
});

test('A takes another call meanwhile: the monitor is told to let others go before, and then no longer', async () => {
  const desk = await queued();
  desk.hook(true);
  desk.hook(false);
  expect(desk.sent().slice(1)).toEqual([
    'publish closed sip:monitor@pbx.test;m=BS',
    'publish open sip:monitor@pbx.test;m=BS',
  ]);
});

test('the monitor will not have us: the next method', async () => {
  const desk = new PbxDesk().serves({
    'call-completion': 404,
    dialog: dialogs('confirmed'),
    presence: presence('open'),
  });
  desk.calling('1002', 486, offer);
  desk.callBack('1002');
  await desk.idle();
  expect(desk.heard().at(-1)).toBe('1002: live');
});

const basicOf = (word: string): string | undefined => /^publish (\w+)/.exec(word)?.[1];

test.each([
  ['cc-state: queued', { state: 'queued', address: null, retention: false }],
  ['cc-state: ready\ncc-URI: sip:b@host;m=NR', { state: 'ready', address: 'sip:b@host;m=NR', retention: false }],
  [
    'CC-State:READY\r\ncc-uri: "B" <sip:b@host>\r\ncc-service-retention',
    { state: 'ready', address: 'sip:b@host', retention: true },
  ],
])('%j', (body, notice) => {
  expect(parseCompletion(body)).toEqual({ ok: true, value: notice });
});

test.each(['', 'cc-state: gone', 'hello'])('%j is no such document', (body) => {
  expect(parseCompletion(body).ok).toBe(false);
});

test('a suspension is a presence document of the waiter', () => {
  expect(parsePresence(suspensionDocument('sip:1001@pbx.test;x="&"', true))).toMatchObject({
    ok: true,
    value: { entity: 'sip:1001@pbx.test;x="&"', basic: 'closed' },
  });
});
