import { afterEach, beforeEach, expect, test } from 'vitest';
import { AdministrationWindow } from './administration.ts';
import { dial, pressSoftkey, talk } from './cluster-stories.ts';
import { sharedCluster } from './shared-cluster.ts';

const cluster = sharedCluster();

let administration: AdministrationWindow;
beforeEach(async () => {
  administration = await AdministrationWindow.open(cluster().app);
});
afterEach(() => administration.configure('1002', {}));

/** Alice talks with Bob, whom she has called, and dials Carol, or another number, by that key. */
async function consult(key: string, number = '1003'): Promise<void> {
  const { alice, bob } = cluster();
  await talk(alice, bob, '1002');
  await pressSoftkey(alice, key);
  await alice.expectDisplay(key === 'Trnsfer' ? 'Call Transfer' : 'Conference');
  for (const digit of number) await alice.press(digit);
}

async function answersCarol(): Promise<void> {
  const { alice, carol } = cluster();
  await carol.press('Answer');
  await alice.expectDisplay(/hold.*1002.*connected.*1003|1002.*1003.*Connected/i);
}

test('transfer while it rings: Bob and Carol talk, and Alice is free', async () => {
  const { alice, bob, carol } = cluster();
  await consult('Trnsfer');
  await alice.expectDisplay('Ring Out');
  await carol.expectDisplay('From Alice (1001)');
  await pressSoftkey(alice, 'Trnsfer');
  await carol.expectDisplay('From Bob (1002)');
  await carol.press('Answer');
  await carol.expectDisplay('Connected');
  await bob.expectDisplay(/1003.*Connected/);
  await alice.expectDisplay('NewCall');
  expect(await alice.displayText()).not.toContain('1002 0');
  await carol.press('EndCall');
  await bob.expectDisplay('Call ended');
});

test('transfer after talking: Bob and Carol talk, each sees the other, and Alice is free', async () => {
  const { alice, bob, carol } = cluster();
  await consult('Trnsfer');
  await answersCarol();
  await pressSoftkey(alice, 'Trnsfer');
  await alice.expectDisplay('Transferred');
  await bob.expectDisplay(/1003.*Connected/);
  await carol.expectDisplay(/1002.*Connected/);
  await bob.press('EndCall');
  await carol.expectDisplay('Call ended');
});

test.each([
  ['busy', '1003', 'Transfer Destination is Busy'],
  ['nobody', '1099', 'Unknown Number'],
])('transfer to a number that is %s: Alice is told, and is back with Bob', async (_name, number, why) => {
  const { alice, bob, carol } = cluster();
  await carol.press('Speaker');
  await consult('Trnsfer', number);
  await alice.expectDisplay(why);
  await alice.expectDisplay(/1002.*Connected/);
  await bob.expectDisplay('Connected');
  await bob.press('EndCall');
  await alice.expectDisplay('Call ended');
  await carol.press('Speaker');
});

test('transfer while it rings, and Carol refuses: the phone rings Alice back and says why; Resume, and she talks with Bob', async () => {
  const { alice, bob, carol } = cluster();
  await consult('Trnsfer');
  await alice.expectDisplay('Ring Out');
  await pressSoftkey(alice, 'Trnsfer');
  await carol.expectDisplay('From Bob (1002)');
  await carol.press('EndCall');
  await alice.expectDisplay(/1002.*Transfer Destination is Busy/);
  await alice.press('Resume');
  await alice.expectDisplay(/1002.*Connected/);
  await bob.expectDisplay('Connected');
  await bob.press('EndCall');
  await alice.expectDisplay('Call ended');
});

test('transfer in vain while Alice dials anew: after that call her phone rings, and the handset takes Bob back', async () => {
  const { alice, bob, carol } = cluster();
  await consult('Trnsfer');
  await alice.expectDisplay('Ring Out');
  await pressSoftkey(alice, 'Trnsfer');
  await carol.expectDisplay('From Bob (1002)');
  await alice.press('Speaker');
  await alice.expectDisplay('Enter number');
  await carol.press('EndCall');
  await alice.expectDisplay('Transfer Destination is Busy');
  await alice.press('Speaker');
  await alice.press('Handset');
  await alice.expectDisplay(/1002.*Connected/);
  await bob.press('EndCall');
  await alice.expectDisplay('Call ended');
  await alice.press('Handset');
});

test('conference: all three, on hold and back, without Carol, and its end', async () => {
  const { alice, bob, carol } = cluster();
  await consult('Confrn');
  await answersCarol();
  await pressSoftkey(alice, 'Confrn');
  await alice.expectDisplay(/1002.*1003.*Conference/);
  await alice.press('Hold');
  await alice.expectDisplay('Resume');
  await alice.press('Resume');
  await alice.expectDisplay(/1002.*1003.*Conference/);
  await pressSoftkey(alice, 'RmLstC');
  await carol.expectDisplay('Call ended');
  await alice.expectDisplay(/1002.*Connected/);
  await bob.expectDisplay('Connected');
  await alice.press('EndCall');
  await bob.expectDisplay('Call ended');
});

test('a conference ends for everybody with the phone that holds it', async () => {
  const { alice, bob, carol } = cluster();
  await consult('Confrn');
  await answersCarol();
  await pressSoftkey(alice, 'Confrn');
  await alice.expectDisplay(/1002.*1003.*Conference/);
  await alice.strike('Escape');
  await bob.expectDisplay('Call ended');
  await carol.expectDisplay('Call ended');
});

test('two calls at Bob: swapped by the rocker and Resume, joined by Join', async () => {
  const { alice, bob, carol } = cluster();
  await administration.configure('1002', { callWaiting: true });
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await bob.expectDisplay('Call Waiting');
  await bob.press('Answer');
  await alice.expectDisplay('Connected');
  await bob.strike('ArrowUp');
  await bob.expectDisplay('Resume');
  await bob.press('Resume');
  await bob.expectDisplay(/Carol.*Alice.*Connected/);
  await pressSoftkey(bob, 'Join');
  await bob.expectDisplay(/Carol.*Alice.*Conference/);
  await bob.strike('Escape');
  await alice.expectDisplay('Call ended');
});

test('i twice in a call: what arrives of the voice is counted, until Exit', async () => {
  const { alice, bob } = cluster();
  await talk(alice, bob, '1002');
  await alice.press('Information');
  await alice.press('Information');
  await alice.expectDisplay('Call Statistics');
  await alice.expectDisplay(/Received [1-9]\d*/);
  await alice.press('Exit');
  await alice.expectDisplay('Connected');
});
