import { expect, test } from 'vitest';
import type { PhoneWindow } from '../support/phone-window.ts';
import { chooseMenuItem, dial, IDLE, talk } from './cluster-stories.ts';
import { sharedCluster } from './shared-cluster.ts';

// For how long a line must be free has its own story (call-back-rules): these do not wait for it.
const cluster = sharedCluster({ parameters: { idleGuard: 0 } });

const ACTIVATED = 'Call Back is activated on 1002. Press Cancel to deactivate. Press Exit to quit this screen.';
const AVAILABLE =
  /1002 has become available Time \d\d:\d\d \d\d\/\d\d\/\d\d\. Press Dial to Call\. Press Exit to quit this screen\./;

/** 1002 talks with 1003, and the phone that dials it hears busy and presses CallBack. */
async function waitForBob(caller: PhoneWindow): Promise<void> {
  await dial(caller, '1002');
  await caller.expectDisplay('Busy');
  await caller.press('CallBack');
  await caller.expectDisplay(ACTIVATED);
}

const softkeys = (phone: PhoneWindow): Promise<string[]> =>
  phone.page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '')
      .filter((name) => ['Dial', 'Cancel', 'Exit', 'OK', 'CallBack', 'EndCall', 'Redial', 'NewCall'].includes(name)),
  );

test('1: 1003 dials 1002, it rings and shows who calls, both are connected, EndCall ends it for both', async () => {
  const { bob, carol } = cluster();
  await dial(carol, '1002');
  await carol.expectDisplay('Ring Out');
  await bob.expectDisplay('From Carol (1003)');
  await bob.press('Answer');
  await carol.expectDisplay(/To Bob \(1002\) 00:0[1-9].*Connected/);
  await bob.expectDisplay('Connected');
  await carol.press('EndCall');
  await carol.expectDisplay(IDLE);
  await bob.expectDisplay('Call ended');
  await bob.expectDisplay(IDLE);
});

test('2 and 3: busy, CallBack, activated; 1002 hangs up, 1001 is told, Dial calls, they talk', async () => {
  const { alice, bob, carol } = cluster();
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  expect(await softkeys(alice)).toEqual(['EndCall', 'CallBack']);
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  expect(await softkeys(alice)).toEqual(['Cancel', 'Exit']);
  await carol.press('EndCall');
  await alice.expectDisplay(AVAILABLE);
  expect(await softkeys(alice)).toEqual(['Dial', 'Cancel', 'Exit']);
  await alice.press('Dial');
  await bob.expectDisplay('From Alice (1001)');
  await bob.press('Answer');
  await alice.expectDisplay('Connected');
  await alice.press('EndCall');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is not active. Press Exit to quit this screen.');
});

test('4: two wait for 1002; both are told; the first to dial connects, the other meets busy and keeps its request', async () => {
  const { alice, bob, carol, app } = cluster();
  await chooseMenuItem(app, 'Phones', 'Add Phone');
  const dave = await app.phone('1004');
  await dave.expectDisplay(IDLE, 30_000);
  await talk(dave, bob, '1002');
  await waitForBob(alice);
  await waitForBob(carol);
  await dave.press('EndCall');
  await alice.expectDisplay(AVAILABLE);
  await carol.expectDisplay(AVAILABLE);
  await carol.press('Dial');
  await bob.expectDisplay('From Carol (1003)');
  await bob.press('Answer');
  await carol.expectDisplay('Connected');
  await alice.press('Dial');
  await alice.expectDisplay('Busy');
  await alice.press('EndCall');
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  await carol.press('EndCall');
  await alice.expectDisplay(AVAILABLE);
});

test('5: Exit keeps the request, CallBack shows it again, Cancel ends it, OK replaces it', async () => {
  const { alice, bob, carol } = cluster();
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is not active. Press Exit to quit this screen.');
  await alice.press('Exit');
  await talk(carol, bob, '1002');
  await waitForBob(alice);
  await alice.press('Exit');
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  await alice.press('Exit');
  await dial(alice, '1003');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay(
    'CallBack is already active on 1002. Press OK to activate on 1003. Press Exit to quit this screen.',
  );
  await alice.press('OK');
  await alice.expectDisplay('Call Back is activated on 1003.');
  await alice.press('Cancel');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is not active.');
});

test('6: no reply; hanging up by the caller does not trigger, lifting and replacing the handset does', async () => {
  const { alice, bob } = cluster();
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  await bob.expectDisplay('From Alice (1001)');
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  await bob.expectDisplay(/New Missed Call/);
  await bob.press('Handset');
  await bob.expectDisplay('Enter number');
  await alice.expectDisplay(ACTIVATED);
  await bob.press('Handset');
  await alice.expectDisplay(AVAILABLE);
});

test('a number that nobody has: Unknown Number, and Call Back cannot be activated', async () => {
  const { alice } = cluster();
  await dial(alice, '1099');
  await alice.expectDisplay('Unknown Number');
  await alice.press('CallBack');
  await alice.expectDisplay('CallBack cannot be activated for 1099.');
});

test('the keyboard alone: a pasted number, digits, Enter, F keys, Escape', async () => {
  const { app, alice, bob } = cluster();
  await app.application.evaluate(({ clipboard }) => clipboard.writeText('+49 (30) 12-34\n'));
  await alice.strike('Control+KeyV');
  await alice.expectDisplay('+49301234 Enter number');
  await alice.strike('Escape');
  await alice.expectDisplay(IDLE);
  await alice.type('1002');
  await alice.expectDisplay('1002 Enter number');
  await alice.strike('Enter');
  await bob.expectDisplay('From Alice (1001)');
  await bob.strike('F1');
  await alice.expectDisplay('Connected');
  await alice.strike('F1');
  await alice.expectDisplay('Resume');
  await alice.strike('F1');
  await alice.expectDisplay('Connected');
  await bob.strike('Escape');
  await alice.expectDisplay('Call ended');
});
