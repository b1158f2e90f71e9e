import { expect, test } from 'vitest';
import { dialogs, PbxDesk, presence } from './pbx-desk';

const ACTIVATED = 'Call Back is activated on 1002';
const AVAILABLE = '1002 has become available';
const TWINKLE = 'Play:CallBack.raw';

/** CallBack was pressed on a busy 1002, and the server watches it. */
async function waiting(desk: PbxDesk): Promise<PbxDesk> {
  desk.calling('1002', 486);
  desk.callBack('1002');
  await desk.idle();
  return desk;
}

const live = (...states: readonly string[]): PbxDesk =>
  new PbxDesk().serves({ dialog: dialogs(...states), presence: presence('open') });

test('busy, then free: the server is asked once more, then A is told and dials', async () => {
  const desk = await waiting(live('confirmed'));
  expect(desk.heard()).toEqual(['1002: starting', ACTIVATED, '1002: live']);
  desk.serves({ dialog: dialogs('terminated') });
  desk.notify('dialog', dialogs('terminated'));
  await desk.idle();
  expect(desk.heard()).toEqual([AVAILABLE, TWINKLE, 'no watch']);
  expect(desk.sent()).toEqual([
    'subscribe dialog 1002',
    'subscribe presence 1002',
    'fetch dialog 1002',
    'unsubscribe dialog',
    'unsubscribe presence',
  ]);
  desk.press('Dial');
  await desk.idle();
  expect(desk.heard()).toEqual(['calls 1002']);
});

test('a server that sends no document where there is no call', async () => {
  const desk = await waiting(new PbxDesk().serves({ dialog: '', presence: '' }));
  expect(desk.heard()).toContain(AVAILABLE);
});

test('a busy line that was free before the watch began is told at once', async () => {
  const desk = await waiting(live());
  expect(desk.heard()).toEqual(['1002: starting', ACTIVATED, '1002: live', AVAILABLE, TWINKLE, 'no watch']);
});

test('the server tells of an end that it does not stand by: A is not told, and the watch is renewed', async () => {
  const desk = await waiting(live('confirmed'));
  desk.heard();
  desk.serves({ dialog: dialogs('confirmed other@host') });
  desk.notify('dialog', dialogs('terminated'));
  await desk.idle();
  expect(desk.heard().filter((word) => word === AVAILABLE)).toEqual([]);
  expect(desk.sent().slice(2)).toEqual(['fetch dialog 1002', 'unsubscribe dialog', 'subscribe dialog 1002']);
});

test('a server that answers no such question is believed', async () => {
  const desk = await waiting(live('confirmed'));
  desk.heard();
  desk.serves({ dialog: 489 });
  desk.notify('dialog', dialogs('terminated'));
  await desk.idle();
  expect(desk.heard()).toContain(AVAILABLE);
});

test('a server that is silent to the question is believed after two seconds', async () => {
  const desk = await waiting(live('confirmed'));
  desk.serves({});
  desk.notify('dialog', dialogs('terminated'));
  await desk.seconds(1);
  expect(desk.heard()).not.toContain(AVAILABLE);
  await desk.seconds(2);
  expect(desk.heard()).toContain(AVAILABLE);
});

test('no reply: our own hanging up is no sign of life, B’s own call is', async () => {
  const desk = live('early call-1@phone');
  desk.calling('1002', 0);
  desk.callBack('1002');
  await desk.idle();
  desk.serves({ dialog: dialogs('terminated call-1@phone') });
  desk.notify('dialog', dialogs('terminated call-1@phone'));
  await desk.idle();
  expect(desk.heard()).not.toContain(AVAILABLE);
  desk.notify('dialog', dialogs('confirmed'));
  desk.notify('dialog', dialogs('terminated'));
  await desk.idle();
  expect(desk.heard()).toContain(AVAILABLE);
});

test('idle dialogs of a phone that is not registered say nothing', async () => {
  const desk = new PbxDesk().serves({ dialog: dialogs(), presence: presence('closed') });
  await waiting(desk);
  await desk.seconds(5);
  expect(desk.heard()).not.toContain(AVAILABLE);
  desk.notify('presence', presence('open'));
  await desk.seconds(3);
  expect(desk.heard()).toContain(AVAILABLE);
});

test('presence that has not spoken yet is waited for, but not for ever', async () => {
  const desk = await waiting(new PbxDesk().serves({ dialog: dialogs() }));
  expect(desk.heard()).not.toContain(AVAILABLE);
  await desk.seconds(3);
  expect(desk.heard()).toContain(AVAILABLE);
});

test('no dialogs, but presence: it has to do, where it can tell a call', async () => {
  const desk = await waiting(new PbxDesk().serves({ dialog: 489, presence: presence('open', 'On the phone') }));
  expect(desk.heard()).toEqual(['1002: starting', ACTIVATED, '1002: presence']);
  desk.notify('presence', presence('open', 'Ready'));
  await desk.idle();
  expect(desk.heard()).toEqual([AVAILABLE, TWINKLE, 'no watch']);
});

test('presence that knows of registration alone does not call a busy line free', async () => {
  const desk = await waiting(new PbxDesk().serves({ dialog: 489, presence: presence('open') }));
  await desk.seconds(10);
  expect(desk.heard()).not.toContain(AVAILABLE);
});

test.each([
  [404, 489, 'CallBack cannot be activated for 1002'],
  [489, 404, 'CallBack cannot be activated for 1002'],
  [403, 403, 'Call Back cannot be invoked for extension 1002'],
  [489, 501, 'Service not available'],
])('dialog %i and presence %i: "%s", and no request is left', async (dialog, presenceStatus, screen) => {
  const desk = await waiting(new PbxDesk().serves({ dialog, presence: presenceStatus }));
  expect(desk.heard()).toEqual(['1002: starting', ACTIVATED, 'no watch', screen]);
  expect(desk.requests.size).toBe(0);
});

test.each([
  ['unknown number', 404, {}, 'CallBack cannot be activated for 1002'],
  ['forbidden', 403, {}, 'Call Back cannot be invoked for extension 1002'],
  ['declined', 603, {}, 'Call Back cannot be invoked for extension 1002'],
  ['moved', 302, {}, 'Call Back cannot be invoked for extension 1002'],
  [
    'all calls forwarded to a busy line',
    486,
    { diversion: ['<sip:1002@pbx.test>;reason=unconditional'] },
    'Call Back cannot be invoked for extension 1002',
  ],
])('%s: the chapter’s screen, and nothing is watched', async (_name, status, headers, screen) => {
  const desk = new PbxDesk();
  desk.calling('1002', status, headers);
  expect(desk.callBack('1002')).toBe(true);
  await desk.idle();
  expect([desk.heard(), desk.sent()]).toEqual([[screen], []]);
});

test('the server has failed: there is no service', () => {
  const desk = new PbxDesk();
  desk.calling('1002', 503);
  expect(desk.callBack('1002')).toBe(false);
});

test('A is on a call when B frees: what is known is old by the time A hangs up, and asked anew', async () => {
  const desk = await waiting(live('confirmed'));
  desk.hook(true);
  desk.serves({ dialog: dialogs('terminated') });
  desk.notify('dialog', dialogs('terminated'));
  await desk.idle();
  await desk.seconds(60);
  expect(desk.heard()).not.toContain(AVAILABLE);
  desk.serves({ dialog: dialogs('confirmed later@host') });
  desk.hook(false);
  await desk.idle();
  expect(desk.heard()).not.toContain(AVAILABLE);
  desk.serves({ dialog: dialogs('terminated later@host') });
  desk.notify('dialog', dialogs('terminated later@host'));
  await desk.seconds(3);
  expect(desk.heard()).toContain(AVAILABLE);
});

test('the connection is lost: the user is told, and nobody is announced before the server has spoken again', async () => {
  const desk = await waiting(live('confirmed'));
  desk.heard();
  const { subscription } = desk.last('subscribe');
  const dialog = subscription.replace('presence/2', 'dialog/1');
  const about = { kind: 'subscription', line: 'a', status: null, reason: null } as const;
  desk.event({ kind: 'registration', line: 'a', state: 'unregistered', status: null });
  for (const id of [dialog, subscription]) desk.event({ ...about, subscription: id, state: 'lost' });
  await desk.seconds(30);
  expect(desk.heard()).toEqual(['1002: lost']);
  desk.registered();
  desk.event({ ...about, subscription: dialog, state: 'active' });
  desk.event({ ...about, subscription, state: 'active' });
  expect(desk.heard()).toEqual(['1002: starting']);
  desk.notify('presence', presence('open'));
  desk.notify('dialog', dialogs());
  await desk.idle();
  expect(desk.heard()).toEqual(['1002: live', AVAILABLE, TWINKLE, 'no watch']);
});

test('the server was started anew and has forgotten everybody: its idle dialogs say nothing before B is registered again', async () => {
  const desk = await waiting(live('confirmed'));
  desk.heard();
  const { subscription } = desk.last('subscribe');
  for (const id of [subscription.replace('presence/2', 'dialog/1'), subscription])
    desk.event({ kind: 'subscription', line: 'a', subscription: id, state: 'active', status: null, reason: null });
  desk.notify('dialog', '');
  desk.notify('presence', '');
  await desk.seconds(5);
  expect(desk.heard()).not.toContain(AVAILABLE);
  desk.serves({ dialog: '' });
  desk.notify('presence', presence('open'));
  await desk.seconds(1);
  expect(desk.heard()).toContain(AVAILABLE);
});

test('the line page crashes and comes back: every watch begins anew, and nobody is announced on old news', async () => {
  const desk = await waiting(live('confirmed'));
  desk.heard();
  desk.link.linePageLost();
  desk.serves({ dialog: dialogs(), presence: presence('open') });
  desk.addLine();
  await desk.idle();
  expect(desk.heard()).toEqual(['1002: starting', '1002: live']);
  desk.registered();
  await desk.idle();
  expect(desk.heard()).toEqual([AVAILABLE, TWINKLE, 'no watch']);
});

test('an account that is saved as it was disturbs no watch; one that has changed has it begin anew', async () => {
  const desk = new PbxDesk();
  desk.addLine();
  await waiting(desk.serves({ dialog: dialogs('confirmed'), presence: presence('open') }));
  const before = desk.sent().length;
  desk.addLine();
  expect(desk.sent().slice(before)).toEqual([]);
  desk.addLine({ password: 'another' });
  expect(desk.sent().slice(before)).toEqual([
    'unsubscribe dialog',
    'unsubscribe presence',
    'subscribe dialog 1002',
    'subscribe presence 1002',
  ]);
});

test('a line that is taken away and added again begins anew, though its account is the same', async () => {
  const desk = new PbxDesk();
  desk.addLine();
  await waiting(desk.serves({ dialog: dialogs('confirmed'), presence: presence('open') }));
  const before = desk.sent().length;
  desk.removeLine();
  desk.addLine();
  expect(desk.sent().slice(before)).toEqual([
    'unsubscribe dialog',
    'unsubscribe presence',
    'subscribe dialog 1002',
    'subscribe presence 1002',
  ]);
});

test('the last resort, where the user has agreed to it: the line is asked, and not more often than agreed', async () => {
  const desk = new PbxDesk({ lastResort: 'options', askEvery: 30 }).serves({ dialog: 489, presence: 489 });
  await waiting(desk);
  await desk.seconds(1);
  const answer = (status: number): void =>
    desk.event({ kind: 'asked', line: 'a', question: desk.last('ask').question, status, retryAfter: null });
  answer(486);
  await desk.seconds(29);
  expect(desk.sent().filter((word) => word === 'ask options')).toHaveLength(1);
  await desk.seconds(2);
  answer(200);
  await desk.idle();
  expect(desk.sent().filter((word) => word === 'ask options')).toHaveLength(2);
  expect(desk.heard()).toEqual(['1002: starting', ACTIVATED, '1002: asking', AVAILABLE, TWINKLE, 'no watch']);
});

test('a document that cannot be read is no news of the line, and the state is asked for again', async () => {
  const desk = await waiting(live('confirmed'));
  desk.heard();
  await desk.seconds(6);
  desk.serves({ dialog: dialogs('confirmed') });
  desk.notify('dialog', '<dialog-info version="x"');
  await desk.idle();
  expect([desk.heard(), desk.sent().slice(2)]).toEqual([
    ['1002: starting', '1002: live'],
    ['unsubscribe dialog', 'subscribe dialog 1002'],
  ]);
});

test('Services lists the request, and why it is still waiting', async () => {
  const desk = await waiting(live('confirmed'));
  const listed = (): readonly string[] => {
    desk.heard();
    desk.link.servicesPressed('SEP000000000001');
    return desk.heard()[0]?.split('\n') ?? [];
  };
  await desk.seconds(120);
  expect(listed().slice(0, 2)).toEqual(['1 of 1: 1002.', 'On a call for 2 min']);
  desk.notify('dialog', dialogs('confirmed theirs@host held'));
  expect(listed()[1]).toBe('On hold for 0 min');
  desk.serves({ dialog: dialogs() });
  desk.notify('dialog', dialogs('terminated'));
  desk.notify('presence', presence('open', 'Do not disturb'));
  await desk.seconds(1);
  expect(listed()[1]).toBe('Do not disturb');
});

test('Cancel ends the watch', async () => {
  const desk = await waiting(live('confirmed'));
  desk.press('Cancel');
  await desk.idle();
  expect([desk.requests.size, desk.sent().slice(2)]).toEqual([0, ['unsubscribe dialog', 'unsubscribe presence']]);
});

test('the disk is full: what could not be kept is not said to be activated, and nothing is watched', async () => {
  const desk = live('confirmed');
  desk.diskFull = true;
  await waiting(desk);
  expect([desk.heard(), desk.requests.size, desk.sent()]).toEqual([['Service not available'], 0, []]);
  desk.diskFull = false;
  await waiting(desk);
  expect(desk.heard()).toContain(ACTIVATED);
  expect(desk.requests.size).toBe(1);
});

test('the disk fills up while a request waits: it goes on, and is written once there is room', async () => {
  const desk = await waiting(live('confirmed'));
  desk.heard();
  desk.diskFull = true;
  desk.serves({ dialog: dialogs('terminated') });
  desk.notify('dialog', dialogs('terminated'));
  await desk.idle();
  expect(desk.heard()).toContain(AVAILABLE);
  expect([...desk.requests.values()][0]?.phase.kind).toBe('watching');
  desk.diskFull = false;
  await desk.seconds(2);
  expect([...desk.requests.values()][0]?.phase.kind).toBe('available');
});
