import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { IDLE, labAccount, PbxPhone } from './company-phone.ts';
import { Lab, type VoiceMail } from './lab/index.ts';

let lab: Lab;
let voiceMail: VoiceMail;
let alice: PbxPhone;

beforeAll(async () => {
  lab = await Lab.start({ media: false });
  voiceMail = await lab.voiceMail();
  alice = await PbxPhone.start(labAccount('1001', lab.kamailio.ws));
}, 120_000);

afterAll(async () => {
  await alice?.app.close();
  await lab?.stop();
});

/** The lamp in the messages key, which is red while messages wait. */
const untilLamp = (state: 'on' | 'off'): Promise<unknown> => {
  const lamp = alice.phone.page.getByRole('button', { name: 'Messages', exact: true }).locator('[data-lamp]');
  return waitFor(`the lamp to be ${state}`, async () => (await lamp.getAttribute('data-lamp')) === state);
};

test('a message in the mailbox lights the lamp, is counted, and is gone when it has been heard', async () => {
  await untilLamp('off');
  expect(await voiceMail.tell('1001', 2)).toBe(200);
  await alice.phone.expectDisplay('You Have Voice Mail (2)');
  await untilLamp('on');
  expect(await voiceMail.tell('1001', 5)).toBe(200);
  await alice.phone.expectDisplay('You Have Voice Mail (5)');
  expect(await voiceMail.tell('1001', 0)).toBe(200);
  await alice.phone.expectDisplay(IDLE);
  await untilLamp('off');
});

test('messages of somebody else are nothing to Alice', async () => {
  expect(await voiceMail.tell('1002', 4)).toBe(200);
  expect(await voiceMail.tell('1001', 1)).toBe(200);
  await alice.phone.expectDisplay('You Have Voice Mail (1)');
});

test('a window that is loaded anew shows what waits', async () => {
  expect(await voiceMail.tell('1001', 6)).toBe(200);
  await alice.phone.expectDisplay('You Have Voice Mail (6)');
  await alice.phone.page.reload();
  await alice.phone.expectDisplay('You Have Voice Mail (6)');
  await untilLamp('on');
});

test('the server restarts and has forgotten all: the phone asks it again, and hears what the voicemail tells it then', async () => {
  expect(await voiceMail.tell('1001', 2)).toBe(200);
  await alice.phone.expectDisplay('You Have Voice Mail (2)');
  await lab.kamailio.restart();
  expect(await voiceMail.tell('1001', 3)).toBe(200);
  await alice.phone.expectDisplay('You Have Voice Mail (3)', 60_000);
  expect(await voiceMail.tell('1001', 0)).toBe(200);
  await alice.phone.expectDisplay(IDLE);
  await untilLamp('off');
});
