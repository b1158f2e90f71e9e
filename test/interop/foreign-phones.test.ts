import { afterAll, beforeAll, expect, test } from 'vitest';
import { labAccount, PbxPhone } from './company-phone.ts';
import { Lab, type TwoLinePhone } from './lab/index.ts';

/** Desk phones of somebody else's make around Alice's phone: they send her on (RFC 5589), reach her, and name themselves in their own ways. */
let lab: Lab;
let alice: PbxPhone;
let bob: TwoLinePhone;

beforeAll(async () => {
  lab = await Lab.start({ moreNumbers: ['1005'] });
  [bob, alice] = await Promise.all([
    lab.twoLinePhone('1002'),
    PbxPhone.start(labAccount('1001', lab.kamailio.ws)),
    lab.scriptedPhone('1003', 'busy'),
  ]);
}, 120_000);

afterAll(async () => {
  await alice?.app.close();
  await lab?.stop();
});

test('Bob sends Alice to a phone that is busy: he is told, and has her back. He asks Dave, and passes her on: his call is hers', async () => {
  const dave = await lab.scriptedPhone('1004', 'patient');
  await alice.dial('1002');
  await bob.until('incoming call');
  await bob.says('answer', 'call established');
  await alice.phone.expectDisplay('Connected');

  await bob.says('transfer 1003', 'call refer failed');
  await alice.phone.expectDisplay(/1002/);

  const since = bob.heard;
  await bob.consult('1004');
  await bob.until('far end answered call', since);
  await bob.says('transfer -c', 'call successfully referred');
  await alice.phone.expectDisplay(/To 1004/);
  const [consulted = '', replacing = ''] = dave.invites;
  const of = (message: string, pattern: RegExp) => pattern.exec(message)?.[1];
  const [, callId, , fromTag] = /^Replaces: ([^;]+);to-tag=([^;]+);from-tag=([^;\n]+)$/m.exec(replacing) ?? [];
  expect({
    callId,
    fromTag,
    from: of(replacing, /^From:.*sip:(\d+)@/m),
    require: of(replacing, /^Require: (.*)$/m),
  }).toEqual({
    callId: of(consulted, /^Call-ID: (.*)$/m),
    fromTag: of(consulted, /^From:.*;tag=(\S+)$/m),
    from: '1001',
    require: 'replaces',
  });
  await alice.phone.press('EndCall');
  await expect.poll(() => dave.requests('BYE').length, { timeout: 10_000 }).toBe(1);
  // The scripted phone leaves the call that was replaced to him.
  await bob.says('bye', 'call ended');
});

test('Bob asks Alice, and passes Eve on to her: Eve takes his place, and Alice need not answer twice', async () => {
  const eve = await lab.twoLinePhone('1005');
  bob.say('call 1005');
  await eve.until('incoming call');
  await eve.says('answer', 'call established');
  await bob.until('far end answered call');
  await bob.consult('1001');
  await alice.phone.expectDisplay('Answer');
  const since = bob.heard;
  await alice.phone.press('Answer');
  await bob.until('far end answered call', since);
  const before = eve.heard;
  await bob.says('transfer -c', 'call successfully referred');
  await alice.phone.expectDisplay(/1005[\s\S]*Connected|Connected[\s\S]*1005/);
  await eve.until('far end answered call', before);
  await alice.phone.press('EndCall');
  await eve.until('far end ended call', before);
});

test('a phone calls by its GRUU, as Linphone does: it hears that Alice hangs up', async () => {
  const call = await lab.scriptedCall('1003', '1001');
  await alice.phone.expectDisplay('Answer');
  await alice.phone.press('Answer');
  await alice.phone.expectDisplay('Connected');
  await alice.phone.press('EndCall');
  await call.done();
});
