import { afterEach, beforeEach, describe, test } from 'vitest';
import { AdministrationWindow, type Configuration } from './administration.ts';
import { dial, IDLE, talk } from './cluster-stories.ts';
import { sharedCluster } from './shared-cluster.ts';

// For how long a line must be free has its own story (call-back-rules): these do not wait for it.
const cluster = sharedCluster({ parameters: { idleGuard: 0 } });

const ACTIVATED = 'Call Back is activated on 1002. Press Cancel to deactivate. Press Exit to quit this screen.';
const REFUSED = 'Call Back cannot be invoked for extension 1002. Press Exit to quit this screen.';

let administration: AdministrationWindow;
beforeEach(async () => {
  administration = await AdministrationWindow.open(cluster().app);
});
afterEach(() => administration.configure('1002', {}));

test('call forward all, set and taken back at the phone: calls go to the other phone, and nobody can wait for 1002', async () => {
  const { alice, bob, carol } = cluster();
  await bob.press('more');
  await bob.press('CFwdALL');
  await bob.expectDisplay('Enter number');
  for (const digit of '1003') await bob.press(digit);
  await bob.expectDisplay('Forwarded to 1003');
  await administration.page.getByText('forwards all calls to 1003').waitFor();

  await dial(alice, '1002');
  await carol.expectDisplay('From Alice (1001)');
  await bob.expectDisplay('Forwarded to 1003');
  await alice.expectDisplay('Ring Out');
  await alice.press('CallBack');
  await alice.expectDisplay(REFUSED);
  await carol.expectDisplay(IDLE);
  await alice.press('Exit');

  await bob.press('more');
  await bob.press('CFwdALL');
  await bob.expectDisplay(IDLE);
  await dial(alice, '1002');
  await bob.expectDisplay('From Alice (1001)');
});

test('a forward to oneself is refused by CallManager in words', async () => {
  const { bob } = cluster();
  await bob.press('more');
  await bob.press('CFwdALL');
  for (const digit of '1002') await bob.press(digit);
  await bob.expectDisplay('CFwdAll Loop Detected');
  await bob.expectDisplay(IDLE);
});

test('call forward no answer: 1002 rings for its ring time, then 1003 does; 1001 waits for 1002, which it has dialled', async () => {
  const { alice, bob, carol } = cluster();
  await administration.configure('1002', { callForwardNoAnswer: '1003', ringTime: '4' });
  await dial(alice, '1002');
  await bob.expectDisplay('From Alice (1001)');
  await carol.expectDisplay('From Alice (1001)');
  await bob.expectDisplay(IDLE);
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  await carol.expectDisplay(IDLE);
  await bob.press('Speaker');
  await bob.press('Speaker');
  await alice.expectDisplay('1002 has become available');
});

test('call forward busy: 1003 rings and they talk; to a number that nobody has, Unknown Number', async () => {
  const { alice, bob, carol } = cluster();
  await administration.configure('1002', { callForwardBusy: '1003' });
  await bob.press('Speaker');
  await dial(alice, '1002');
  await carol.expectDisplay('From Alice (1001)');
  await carol.press('Answer');
  await alice.expectDisplay('Connected');
  await alice.press('EndCall');
  await administration.configure('1002', { callForwardBusy: '1099' });
  await dial(alice, '1002');
  await alice.expectDisplay('Unknown Number');
});

test('do not disturb at the phone: 1001 hears busy and waits, and is told when 1002 may be disturbed again', async () => {
  const { alice, bob } = cluster();
  await bob.press('more');
  await bob.press('DND');
  await bob.expectDisplay('Do Not Disturb is active');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  // Coming and going does not make a phone available that is not to be disturbed.
  await bob.press('Speaker');
  await bob.expectDisplay('Enter number');
  await bob.press('Speaker');
  await bob.expectDisplay('Do Not Disturb is active');
  await alice.expectDisplay(ACTIVATED);
  await bob.press('more');
  await bob.press('DND');
  await bob.expectDisplay(IDLE);
  await alice.expectDisplay('1002 has become available');
});

test('call waiting: the second call is shown, Answer holds the first, EndCall leads back to it', async () => {
  const { alice, bob, carol } = cluster();
  await administration.configure('1002', { callWaiting: true });
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  await bob.expectDisplay(/From Carol \(1003\).*From Alice \(1001\).*Call Waiting/);
  await bob.press('Answer');
  await alice.expectDisplay('Connected');
  await alice.press('EndCall');
  await bob.expectDisplay('Resume');
  await bob.press('Resume');
  await bob.expectDisplay('Connected');
  await dial(alice, '1002');
  await bob.expectDisplay('Call Waiting');
  await bob.press('EndCall');
  await alice.expectDisplay('Busy');
  await bob.expectDisplay('Connected');
  await carol.press('EndCall');
  await bob.expectDisplay('Call ended');
});

test('a CTI route point: calls to it go to the phone behind it, and 1001 can wait for it', async () => {
  const { alice, bob, carol } = cluster();
  await administration.addRoutePoint('1100', '1002');
  await talk(carol, bob, '1002');
  await dial(alice, '1100');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1100.');
  await carol.press('EndCall');
  await alice.expectDisplay('1100 has become available');
  await alice.press('Dial');
  await bob.expectDisplay('From Alice (1001)');
  await bob.press('Answer');
  await alice.expectDisplay('Connected');
  await alice.press('EndCall');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is not active.');
});

/** "Table 4-1 Call Back Interactions with Call Waiting and Call Forwarding", and what the caller meets. */
const [YES, NO] = [ACTIVATED, REFUSED];
const [all, busy, noAnswer] = [
  { callForwardAll: '1003' },
  { callForwardBusy: '1003' },
  { callForwardNoAnswer: '1003' },
] as const;
const on = { callWaiting: true };

describe('Table 4-1', () => {
  test.each<[string, Configuration, string, string]>([
    ['call waiting ON, no forward', on, 'Ring Out', YES],
    ['call waiting OFF, no forward', {}, 'Busy', YES],
    ['call waiting ON, call forward all', { ...on, ...all }, 'Busy', NO],
    ['call waiting OFF, call forward all', all, 'Busy', NO],
    ['call waiting OFF, every forward', { ...all, ...busy, ...noAnswer }, 'Busy', NO],
    ['call waiting ON, call forward busy', { ...on, ...busy }, 'Ring Out', YES],
    ['call waiting OFF, call forward busy', busy, 'Busy', YES],
    ['call waiting ON, call forward no answer', { ...on, ...noAnswer }, 'Ring Out', YES],
    ['call waiting OFF, call forward no answer', noAnswer, 'Busy', YES],
    ['call waiting ON, call forward busy and no answer', { ...on, ...busy, ...noAnswer }, 'Ring Out', YES],
    ['call waiting OFF, call forward busy and no answer', { ...busy, ...noAnswer }, 'Busy', YES],
  ])('%s', async (_row, configuration, met, screen) => {
    const { alice, bob, carol } = cluster();
    await talk(carol, bob, '1002');
    await administration.configure('1002', configuration);
    await dial(alice, '1002');
    await alice.expectDisplay(met);
    await alice.press('CallBack');
    await alice.expectDisplay(screen);
    if (screen === REFUSED) await alice.press('Exit');
    await carol.press('EndCall');
    if (screen === ACTIVATED) await alice.expectDisplay('1002 has become available');
  });
});
