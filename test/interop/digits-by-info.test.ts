import { afterAll, beforeAll, expect, test } from 'vitest';
import { labAccount, PbxPhone } from './company-phone.ts';
import { type DeskPhone, Lab } from './lab/index.ts';

let lab: Lab;
let bob: DeskPhone;
let alice: PbxPhone;

beforeAll(async () => {
  lab = await Lab.start();
  bob = await lab.deskPhone('1002', { answer: 'auto' });
  alice = await PbxPhone.start({ ...labAccount('1001', lab.kamailio.ws), digits: 'info' });
}, 120_000);

afterAll(async () => {
  await alice?.app.close();
  await lab?.stop();
});

test('a digit that Alice presses in a call arrives in a message of its own, as her account has it', async () => {
  const since = bob.events.length;
  await alice.dial('1002');
  await bob.until('CALL_ESTABLISHED', since);
  await alice.phone.expectDisplay('Connected');
  await alice.phone.press('7');
  expect((await bob.until('CALL_DTMF_START', since)).param).toBe('7');
  await alice.phone.press('EndCall');
});
