import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { IDLE, labAccount, PbxPhone } from './company-phone.ts';
import { type DeskPhone, Lab } from './lab/index.ts';

const ACTIVATED = 'Call Back is activated on 1002';
const AVAILABLE = '1002 has become available';

let lab: Lab;
let bob: DeskPhone;
let carol: DeskPhone;
let alice: PbxPhone;

beforeAll(async () => {
  lab = await Lab.start();
  [bob, carol] = await Promise.all([lab.deskPhone('1002'), lab.deskPhone('1003', { answer: 'auto' })]);
  alice = await PbxPhone.start(labAccount('1001', lab.kamailio.ws));
}, 120_000);

afterEach(async () => {
  await Promise.all([bob.hangUp(), carol.hangUp()]);
  await alice.tidy();
});

afterAll(async () => {
  await alice?.app.close();
  await lab?.stop();
});

/** Bob talks to Carol, and takes no second call. */
async function bobTalks(): Promise<void> {
  const since = bob.events.length;
  await bob.dial('1003');
  await bob.until('CALL_ESTABLISHED', since);
}

test('busy: CallBack, live; Bob hangs up, Alice is told and dials, and they are connected', async () => {
  await bobTalks();
  await alice.dial('1002');
  await alice.phone.expectDisplay('Busy');
  await alice.callBack();
  await alice.phone.expectDisplay(ACTIVATED);
  await alice.phone.expectDisplay('Call Back 1002: live');
  await bob.hangUp();
  await alice.phone.expectDisplay(AVAILABLE);
  const since = bob.events.length;
  await alice.phone.press('Dial');
  await bob.until('CALL_INCOMING', since);
  await bob.answer();
  await alice.phone.expectDisplay('Connected');
  await alice.phone.press('EndCall');
  await alice.phone.expectDisplay(IDLE);
  await alice.phone.press('CallBack');
  await alice.phone.expectDisplay('Call Back is not active');
  expect(bob.events.slice(since).map(({ type }) => type)).toContain('CALL_ESTABLISHED');
});

test('Bob talks on when CallBack is pressed, and holds his call: he is still busy', async () => {
  await bobTalks();
  await alice.dial('1002');
  await alice.phone.expectDisplay('Busy');
  await alice.callBack();
  await alice.phone.expectDisplay('Call Back 1002: live');
  await bob.hold();
  await bob.resume();
  await alice.phone.expectDisplay(ACTIVATED);
  await bob.hangUp();
  await alice.phone.expectDisplay(AVAILABLE);
});

test('no reply: Alice’s own hanging up says nothing, Bob’s next call and its end do', async () => {
  const since = bob.events.length;
  await alice.dial('1002');
  await alice.phone.expectDisplay('Ring Out');
  await alice.callBack();
  await bob.until('CALL_CLOSED', since);
  await alice.phone.expectDisplay('Call Back 1002: live');
  await bobTalks();
  await alice.phone.expectDisplay(ACTIVATED);
  await bob.hangUp();
  await alice.phone.expectDisplay(AVAILABLE);
});

test('two wait: both are told, and who dials second meets busy and goes on waiting', async () => {
  const dave = await PbxPhone.start(labAccount('1004', lab.kamailio.ws));
  try {
    await bobTalks();
    for (const waiter of [alice, dave]) {
      await waiter.dial('1002');
      await waiter.phone.expectDisplay('Busy');
      await waiter.callBack();
      await waiter.phone.expectDisplay('Call Back 1002: live');
    }
    await bob.hangUp();
    await alice.phone.expectDisplay(AVAILABLE);
    await dave.phone.expectDisplay(AVAILABLE);
    const since = bob.events.length;
    await alice.phone.press('Dial');
    await bob.until('CALL_INCOMING', since);
    await bob.answer();
    await alice.phone.expectDisplay('Connected');
    await dave.phone.press('Dial');
    await dave.phone.expectDisplay('Busy');
    await dave.phone.press('EndCall');
    await alice.phone.press('EndCall');
    await dave.phone.expectDisplay(AVAILABLE);
  } finally {
    await dave.app.close();
  }
});

test('Bob’s phone is unplugged: he is waited for, and told of when he is there again', async () => {
  await bobTalks();
  await alice.dial('1002');
  await alice.phone.expectDisplay('Busy');
  await alice.callBack();
  await alice.phone.expectDisplay('Call Back 1002: live');
  await bob.stop();
  await alice.phone.press('Exit');
  await alice.dial('1002');
  await alice.phone.expectDisplay('Not registered');
  await alice.phone.press('EndCall');
  expect(await alice.phone.displayText()).not.toContain(AVAILABLE);
  await bob.start();
  await alice.phone.expectDisplay(AVAILABLE);
});

test('do not disturb: a phone that refuses every call while it is idle is told once, and no loop begins', async () => {
  const quiet = await lab.scriptedPhone('1004', 'busy');
  try {
    await alice.dial('1004');
    await alice.phone.expectDisplay('Busy');
    await alice.callBack();
    await alice.phone.expectDisplay('1004 has become available');
    await alice.phone.press('Dial');
    await alice.phone.expectDisplay('Busy');
    await alice.phone.press('EndCall');
    await alice.phone.expectDisplay('Call Back 1004: live');
    await alice.phone.press('CallBack');
    await alice.phone.expectDisplay('Call Back is activated on 1004');
  } finally {
    await quiet.close();
  }
});

test('a number that nobody has: Call Back cannot be activated', async () => {
  await alice.dial('1999');
  await alice.phone.expectDisplay('Unknown Number');
  await alice.callBack();
  await alice.phone.expectDisplay('CallBack cannot be activated for 1999.');
  await alice.phone.press('Exit');
});
