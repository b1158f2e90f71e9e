import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { IDLE, labAccount, PbxPhone } from './company-phone.ts';
import { type DeskPhone, Lab } from './lab/index.ts';
import { DOMAIN } from './lab/users.ts';

let lab: Lab;
let bob: DeskPhone;
let carol: DeskPhone;
let alice: PbxPhone;

beforeAll(async () => {
  lab = await Lab.start();
  [bob, carol] = await Promise.all([lab.deskPhone('1002'), lab.deskPhone('1003')]);
  alice = await PbxPhone.start(labAccount('1001', lab.kamailio.ws));
}, 120_000);

afterAll(async () => {
  await alice?.app.close();
  await lab?.stop();
});

afterEach(async () => {
  await Promise.all([bob, carol].map((phone) => phone.hangUp().catch(() => undefined)));
  await alice.phone.expectDisplay(IDLE);
});

/** Alice calls Bob, who answers. */
async function talkToBob(): Promise<void> {
  const since = bob.events.length;
  await alice.dial('1002');
  await bob.until('CALL_INCOMING', since);
  await bob.answer();
  await bob.until('CALL_ESTABLISHED', since);
  await alice.phone.expectDisplay('Connected');
}

/** Alice, who talks to Bob, has dialled Carol and sends him there while she rings. @returns the events of Carol's before */
async function sendToCarol(): Promise<number> {
  const atCarol = carol.events.length;
  await alice.phone.press('Trnsfer');
  await alice.dial('1003');
  await carol.until('CALL_INCOMING', atCarol);
  await alice.phone.expectDisplay('Ring Out');
  const again = carol.events.length;
  await alice.phone.press('Trnsfer');
  return again;
}

test('Alice passes a desk phone on to another one: it calls there, and she is free', async () => {
  await talkToBob();
  const atBob = bob.events.length;
  const again = await sendToCarol();
  const offered = await carol.until('CALL_INCOMING', again);
  expect(offered.peeruri).toContain('1002');
  await carol.answer();
  await carol.until('CALL_ESTABLISHED', again);
  await bob.until('CALL_ESTABLISHED', atBob);
  await alice.phone.expectDisplay(IDLE);
});

test('Alice passes a desk phone on to one that refuses: her phone rings, says why, and she has him back', async () => {
  await talkToBob();
  const again = await sendToCarol();
  await carol.until('CALL_INCOMING', again);
  await carol.hangUp();
  await alice.phone.expectDisplay(/1002.*Transfer Destination is Busy/);
  await alice.phone.press('Handset');
  await alice.phone.expectDisplay(/1002.*Connected/);
  const since = bob.events.length;
  await alice.phone.press('7');
  expect((await bob.until('CALL_DTMF_START', since)).param).toBe('7');
  await bob.hangUp();
  await alice.phone.expectDisplay('Call ended');
  await alice.phone.press('Handset');
});

test('a desk phone passes Alice on: her phone calls there and goes on with that call', async () => {
  await talkToBob();
  const since = carol.events.length;
  await bob.command('transfer', `sip:1003@${DOMAIN}`);
  const offered = await carol.until('CALL_INCOMING', since);
  expect(offered.peeruri).toContain('1001');
  await carol.answer();
  await carol.until('CALL_ESTABLISHED', since);
  await alice.phone.expectDisplay(/1003[\s\S]*Connected|Connected[\s\S]*1003/);
  await carol.hangUp();
});

test('a desk phone deflects (302): the one that it names rings, Alice sees whom, and they talk', async () => {
  const deflecting = await lab.scriptedPhone('1004', 'deflecting');
  const since = carol.events.length;
  await alice.dial('1004');
  const offered = await carol.until('CALL_INCOMING', since);
  expect(offered.peeruri).toContain('1001');
  await alice.phone.expectDisplay(/To 1003/);
  await carol.answer();
  await carol.until('CALL_ESTABLISHED', since);
  await alice.phone.expectDisplay(/To 1003[\s\S]*Connected|Connected[\s\S]*To 1003/);
  await alice.phone.press('EndCall');
  await deflecting.stop();
});

test('a desk phone puts Alice on hold, and takes her back: her digits arrive again', async () => {
  await talkToBob();
  // A digit that is pressed before would meet Bob's phone while it is on hold.
  const answered = (): number =>
    readFileSync(`${alice.app.userDataDirectory}/logs/callback-phone.log`, 'utf8')
      .split('\n')
      .filter((line) => /Pbx 1001 -> SIP\/2\.0 200 .*CSeq: \d+ INVITE/.test(line)).length;
  const before = answered();
  await bob.hold();
  await waitFor('Alice to be on hold', () => answered() === before + 1);
  await bob.resume();
  await waitFor('Alice to be taken back', () => answered() === before + 2);
  const since = bob.events.length;
  await alice.phone.press('3');
  expect((await bob.until('CALL_DTMF_START', since)).param).toBe('3');
  await bob.hangUp();
});

test('a digit that Alice presses in a call arrives with the voice', async () => {
  await talkToBob();
  const since = bob.events.length;
  await alice.phone.press('5');
  expect((await bob.until('CALL_DTMF_START', since)).param).toBe('5');
  await alice.phone.press('EndCall');
});
