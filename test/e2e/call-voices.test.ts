import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSound, fromMuLaw } from '../support/find-sound.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { type PrivateSoundServer, startPrivateSoundServer } from '../support/private-sound-server.ts';
import { Cluster, IDLE, pressSoftkey, talk } from './cluster-stories.ts';
import { hearTone, WARBLE } from './hear-tone.ts';

/**
 * Who hears whom. There is one microphone on this machine and one loudspeaker: of those who shall not speak the phones are muted,
 * and of those who shall not be listened to they are turned down.
 */
const TRIES = 3;
/** What works on a voice before it is sent, and two codecs, leave this much of it. Another tune is not half as like. */
const VOICE = { leastLikeness: 0.5 };

const words = fromMuLaw(readFileSync('assets/CallBack.raw'));

let sound: PrivateSoundServer;
let cluster: Cluster;
beforeAll(async () => {
  sound = await startPrivateSoundServer();
  cluster = await Cluster.start({ environment: sound.environment, parameters: { idleGuard: 0 } });
});
afterAll(async () => {
  await cluster?.app.close();
  await sound?.stop();
});

async function isHeard(): Promise<boolean> {
  const from = sound.mark();
  await sound.playIntoMicrophone(words);
  return findSound(await sound.recordingUntilQuiet(from), words, VOICE).heard;
}

/** A machine that is short of time drops sound: what fails is tried again. */
async function comesThrough(): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) if (await isHeard()) return true;
  return false;
}

async function turn(phone: PhoneWindow, key: 'Volume up' | 'Volume down', shown: string): Promise<void> {
  for (let level = 0; level < 6; level++) await phone.press(key);
  await phone.expectDisplay(shown);
}

async function hangUp(...phones: readonly PhoneWindow[]): Promise<void> {
  for (const phone of phones) {
    await phone.strike('Escape');
    await phone.expectDisplay(IDLE);
  }
}

/** Alice talks with Bob and then with Carol, by that key, which she is about to press once more. */
async function consult(key: 'Trnsfer' | 'Confrn'): Promise<void> {
  const { alice, bob, carol } = cluster;
  await talk(alice, bob, '1002');
  await pressSoftkey(alice, key);
  for (const digit of '1003') await alice.press(digit);
  await carol.press('Answer');
  await alice.expectDisplay(/1002.*1003.*Connected/);
}

test('a call on hold is silent, and the voice is there again when it is taken back', async () => {
  const { bob, carol } = cluster;
  await talk(carol, bob, '1002');
  await bob.press('Mute');
  await bob.press('Hold');
  await bob.expectDisplay('Resume');
  expect(await isHeard()).toBe(false);
  await bob.press('Resume');
  await bob.expectDisplay('Connected');
  expect(await comesThrough()).toBe(true);
  await hangUp(carol, bob);
});

test('a conference: Bob hears Carol, who is in a call with Alice alone', async () => {
  const { alice, bob, carol } = cluster;
  await consult('Confrn');
  await pressSoftkey(alice, 'Confrn');
  await alice.expectDisplay(/1002.*1003.*Conference/);
  await turn(alice, 'Volume down', 'Volume 0');
  for (const phone of [alice, bob]) await phone.press('Mute');
  expect(await comesThrough()).toBe(true);
  await carol.press('Mute');
  expect(await isHeard()).toBe(false);
  await turn(alice, 'Volume up', 'Volume 6');
  await hangUp(alice, bob, carol);
});

test('after a transfer Bob hears Carol, and Alice hears nobody', async () => {
  const { alice, bob, carol } = cluster;
  await consult('Trnsfer');
  await pressSoftkey(alice, 'Trnsfer');
  await alice.expectDisplay('NewCall');
  await bob.expectDisplay(/1003.*Connected/);
  await carol.expectDisplay(/1002.*Connected/);
  await bob.press('Mute');
  expect(await comesThrough()).toBe(true);
  await turn(bob, 'Volume down', 'Volume 0');
  expect(await isHeard()).toBe(false);
  await turn(bob, 'Volume up', 'Volume 6');
  await hangUp(bob, carol);
});

test('a transfer that Carol refuses: Alice’s phone rings, she takes Bob back, and they hear each other', async () => {
  const { alice, bob, carol } = cluster;
  await talk(alice, bob, '1002');
  await pressSoftkey(alice, 'Trnsfer');
  for (const digit of '1003') await alice.press(digit);
  await alice.expectDisplay('Ring Out');
  await pressSoftkey(alice, 'Trnsfer');
  await carol.expectDisplay('From Bob (1002)');
  await carol.press('EndCall');
  await alice.expectDisplay(/1002.*Transfer Destination is Busy/);
  await hearTone(sound, WARBLE);
  await alice.press('Resume');
  await alice.expectDisplay(/1002.*Connected/);
  await bob.press('Mute');
  expect(await comesThrough()).toBe(true);
  await bob.press('Mute');
  await alice.press('Mute');
  expect(await comesThrough()).toBe(true);
  await hangUp(alice, bob);
});
