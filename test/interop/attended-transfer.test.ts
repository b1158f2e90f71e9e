import { afterAll, beforeAll, expect, test } from 'vitest';
import { IDLE, labAccount, PbxPhone } from './company-phone.ts';
import { Lab } from './lab/index.ts';

/** Alice passes Bob on to Carol: three phones of ours, each with a part of RFC 5589 of its own, on somebody else's server. */
let lab: Lab;
let alice: PbxPhone;
let bob: PbxPhone;
let carol: PbxPhone;

beforeAll(async () => {
  lab = await Lab.start();
  const phoneOf = (number: string): Promise<PbxPhone> => PbxPhone.start(labAccount(number, lab.kamailio.ws));
  alice = await phoneOf('1001');
  bob = await phoneOf('1002');
  carol = await phoneOf('1003');
}, 180_000);

afterAll(async () => {
  await Promise.all([alice, bob, carol].map((one) => one?.app.close()));
  await lab?.stop();
});

test('Alice talks to Bob, asks Carol, and passes him on: they talk to each other, and she is free', async () => {
  await alice.dial('1002');
  await bob.phone.expectDisplay('Answer');
  await bob.phone.press('Answer');
  await alice.phone.expectDisplay('Connected');
  await alice.phone.press('Trnsfer');
  await alice.dial('1003');
  await carol.phone.expectDisplay('Answer');
  await carol.phone.press('Answer');
  await alice.phone.expectDisplay(/To 1003[\s\S]*Connected|Connected[\s\S]*To 1003/);
  await alice.phone.press('Trnsfer');
  await alice.phone.expectDisplay(IDLE);
  await bob.phone.expectDisplay(/1003[\s\S]*Connected|Connected[\s\S]*1003/);
  await carol.phone.expectDisplay(/1002[\s\S]*Connected|Connected[\s\S]*1002/);
  await bob.phone.press('EndCall');
  await bob.phone.expectDisplay(IDLE);
  await carol.phone.expectDisplay(IDLE);
});

test('a desk phone that is not ours is told by Bob which call he replaces: that of Alice', async () => {
  const desk = await lab.scriptedPhone('1004', 'patient');
  await alice.dial('1002');
  await bob.phone.expectDisplay('Answer');
  await bob.phone.press('Answer');
  await alice.phone.expectDisplay('Connected');
  await alice.phone.press('Trnsfer');
  await alice.dial('1004');
  await alice.phone.expectDisplay(/To 1004[\s\S]*Connected|Connected[\s\S]*To 1004/);
  await alice.phone.press('Trnsfer');
  await bob.phone.expectDisplay(/1004[\s\S]*Connected|Connected[\s\S]*1004/);
  const [consulted = '', replacing = ''] = desk.invites;
  const [, callId, toTag, fromTag] = /^Replaces: ([^;]+);to-tag=([^;]+);from-tag=([^;\n]+)$/m.exec(replacing) ?? [];
  expect({ callId, fromTag, from: /^From:.*sip:(\d+)@/m.exec(replacing)?.[1] }).toEqual({
    callId: /^Call-ID: (.*)$/m.exec(consulted)?.[1],
    fromTag: /^From:.*;tag=(\S+)$/m.exec(consulted)?.[1],
    from: '1002',
  });
  // The phone's own tag of its first call.
  expect(toTag).toMatch(/^\d+u1$/);
  await alice.phone.expectDisplay(IDLE);
  await bob.phone.press('EndCall');
  await bob.phone.expectDisplay(IDLE);
  await desk.stop();
});
