import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CuttableProxy } from '../support/cuttable-proxy.ts';
import { waitFor } from '../support/wait-for.ts';
import { IDLE, labAccount, PbxPhone } from './company-phone.ts';
import { type DeskPhone, Lab } from './lab/index.ts';

const ACTIVATED = 'Call Back is activated on 1002';
const AVAILABLE = '1002 has become available';
const LIVE = 'Call Back 1002: live';
const OUTAGE = 40_000;

let lab: Lab;
let bob: DeskPhone;
let proxy: CuttableProxy;
let alice: PbxPhone;

beforeAll(async () => {
  lab = await Lab.start();
  proxy = await lab.proxy();
  [bob] = await Promise.all([lab.deskPhone('1002'), lab.deskPhone('1003', { answer: 'auto' })]);
  alice = await PbxPhone.start(labAccount('1001', proxy.address));
}, 120_000);

afterEach(async () => {
  await proxy.restore();
  await bob.hangUp();
  await alice.phone.expectDisplay(/NewCall|Exit/, 60_000);
  await alice.tidy();
});

afterAll(async () => {
  await alice?.app.close();
  await lab?.stop();
});

async function waiting(): Promise<void> {
  const since = bob.events.length;
  await bob.dial('1003');
  await bob.until('CALL_ESTABLISHED', since);
  await alice.dial('1002');
  await alice.phone.expectDisplay('Busy');
  await alice.callBack();
  await alice.phone.expectDisplay(ACTIVATED);
  await alice.phone.expectDisplay(LIVE);
  // The server has told of both: his call, and that he has a phone.
  await waitFor('presence', () => alice.app.output.includes('presence of 1002: active'));
}

test('the WebSocket is cut for 40 s while Bob hangs up: the user is told, nothing is announced meanwhile, then it is', async () => {
  await waiting();
  await proxy.cut();
  await alice.phone.expectDisplay('Call Back 1002: server lost', 30_000);
  await bob.hangUp();
  const began = performance.now();
  await waitFor(
    'the outage to be over, with nothing announced',
    async () => {
      expect(await alice.phone.displayText()).not.toContain(AVAILABLE);
      return performance.now() - began > OUTAGE;
    },
    { timeoutMs: OUTAGE * 2, everyMs: 500 },
  );
  await proxy.restore();
  await alice.phone.expectDisplay(AVAILABLE, 40_000);
});

test('a socket that only looks open: noticed within 30 s, and Bob’s end is told all the same', async () => {
  await waiting();
  proxy.freeze();
  await bob.hangUp();
  await alice.phone.expectDisplay(AVAILABLE, 40_000);
});

test('the server restarts while Bob talks: the watch is there again, and Bob is announced when he has a phone and no call', async () => {
  await waiting();
  const before = alice.app.output.length;
  await lab.kamailio.restart();
  await waitFor('the watch to begin anew', () => alice.app.output.slice(before).includes('dialog of 1002: active'), {
    timeoutMs: 60_000,
  });
  await alice.phone.expectDisplay(LIVE, 60_000);
  expect(await alice.phone.displayText()).not.toContain(AVAILABLE);
  // The server has forgotten Bob's call and his phone: it comes back as a phone does that was started again.
  await bob.restart();
  await alice.phone.expectDisplay(AVAILABLE, 30_000);
  await alice.phone.press('Exit');
  await alice.phone.expectDisplay(IDLE);
});
