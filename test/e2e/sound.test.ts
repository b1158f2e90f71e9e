import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSound, fromMuLaw, type SoundFound } from '../support/find-sound.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { type PrivateSoundServer, startPrivateSoundServer } from '../support/private-sound-server.ts';
import { Cluster, dial, IDLE, talk } from './cluster-stories.ts';
import { hearTone, WARBLE } from './hear-tone.ts';

/** A machine that is short of time drops sound, between any program and any sound server: what fails is tried again. */
const TRIES = 3;

const twinkle = fromMuLaw(readFileSync('assets/CallBack.raw'));

let sound: PrivateSoundServer;
let cluster: Cluster;

beforeAll(async () => {
  sound = await startPrivateSoundServer();
  // A quiet while before the twinkle would be taken for the end of what there is to hear.
  cluster = await Cluster.start({
    environment: sound.environment,
    parameters: { idleGuard: 0 },
  });
});

afterAll(async () => {
  await cluster?.app.close();
  await sound?.stop();
});

/** Tells a story until its sound was heard, and says what was heard instead. */
async function listen(story: () => Promise<SoundFound>): Promise<void> {
  const heard: SoundFound[] = [];
  while (heard.length < TRIES && !heard.at(-1)?.heard) heard.push(await story());
  expect(heard.at(-1)?.heard, JSON.stringify(heard)).toBe(true);
}

async function endCall(...phones: readonly PhoneWindow[]): Promise<void> {
  for (const phone of phones) {
    await phone.strike('Escape');
    await phone.expectDisplay(IDLE);
  }
}

test('dial tone, busy and reorder, as in the United States', async () => {
  const { alice, bob, carol } = cluster;
  await alice.press('Speaker');
  await hearTone(sound, { frequencies: [350, 440], seconds: 1 });
  await endCall(alice);
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await hearTone(sound, { frequencies: [480, 620], spans: 2, seconds: 0.3 });
  await alice.press('EndCall');
  await endCall(carol);
  await dial(alice, '1099');
  await alice.expectDisplay('Unknown Number');
  await hearTone(sound, { frequencies: [480, 620], spans: 3, seconds: 0.1 });
  await alice.press('EndCall');
});

test('ringback at the caller and the ring of the called phone, each with the other turned down', async () => {
  const { alice, bob } = cluster;
  const turn = async (phone: PhoneWindow, key: string, shown: string): Promise<void> => {
    for (let level = 0; level < 6; level++) await phone.press(key);
    await phone.expectDisplay(shown);
  };
  await turn(bob, 'Volume down', 'Ringer volume 0');
  await dial(alice, '1002');
  await hearTone(sound, { frequencies: [440, 480], seconds: 1.5 });
  await alice.press('EndCall');
  await turn(bob, 'Volume up', 'Ringer volume 6');
  await alice.press('Speaker');
  await turn(alice, 'Volume down', 'Volume 0');
  for (const digit of '1002') await alice.press(digit);
  await hearTone(sound, WARBLE);
  await turn(alice, 'Volume up', 'Volume 6');
  await alice.press('EndCall');
});

test('the twinkle is heard when 1002 becomes available', async () => {
  const { alice, bob, carol } = cluster;
  await listen(async () => {
    await talk(carol, bob, '1002');
    await dial(alice, '1002');
    await alice.expectDisplay('Busy');
    await alice.press('CallBack');
    await alice.expectDisplay('Call Back is activated on 1002.');
    const from = sound.mark();
    await carol.press('EndCall');
    await alice.expectDisplay('1002 has become available');
    const recording = await sound.recordingUntilQuiet(from);
    await alice.press('Cancel');
    return findSound(recording, twinkle);
  });
  expect(cluster.app.output).not.toMatch(/ALARM/);
});

/**
 * Echo canceller, noise suppression and gain control work on a voice before it is sent, so it does not come out as it went
 * in. Another tune of the same notes is not half as like.
 */
const VOICE = { leastLikeness: 0.6 };

test.each([
  ['1002 hears 1003', 'bob'],
  ['1003 hears 1002', 'carol'],
] as const)('%s: what is said into the microphone comes out at the other end', async (_name, muted) => {
  const { bob, carol } = cluster;
  await talk(carol, bob, '1002');
  try {
    // There is one microphone on this machine: the phone that shall only listen is muted.
    await cluster[muted].press('Mute');
    await listen(async () => {
      const from = sound.mark();
      await sound.playIntoMicrophone(twinkle);
      return findSound(await sound.recordingUntilQuiet(from), twinkle, VOICE);
    });
  } finally {
    await endCall(carol, bob);
  }
});

test('nothing is heard of what is said while both are muted', async () => {
  const { bob, carol } = cluster;
  await talk(carol, bob, '1002');
  for (const phone of [bob, carol]) await phone.press('Mute');
  const from = sound.mark();
  await sound.playIntoMicrophone(twinkle);
  expect(findSound(await sound.recordingUntilQuiet(from), twinkle, VOICE).heard).toBe(false);
  await endCall(carol, bob);
});
