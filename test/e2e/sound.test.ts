import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSound, fromMuLaw, type SoundFound, toneSpans } from '../support/find-sound.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { type PrivateSoundServer, startPrivateSoundServer } from '../support/private-sound-server.ts';
import type { Recording } from '../support/recording.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, dial, talk } from './cluster-stories.ts';

/** A machine that is short of time drops sound, between any program and any sound server: what fails is tried again. */
const TRIES = 3;

const twinkle = fromMuLaw(readFileSync('assets/CallBack.raw'));

let sound: PrivateSoundServer;
let cluster: Cluster;

beforeAll(async () => {
  sound = await startPrivateSoundServer();
  cluster = await Cluster.start({ environment: sound.environment });
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

/** Waits until that tone has sounded that often, or for that long, since it was listened for. */
async function hearTone(frequencies: readonly number[], spans: number, seconds: number): Promise<Recording> {
  const from = sound.mark();
  const long = () =>
    toneSpans(sound.recordingSince(from), frequencies).filter((span) => span.to - span.from >= seconds);
  await waitFor(`${spans} times ${seconds} s of ${frequencies.join(' + ')} Hz`, () => long().length >= spans, {
    timeoutMs: 30_000,
    everyMs: 500,
    otherwise: () => JSON.stringify(toneSpans(sound.recordingSince(from), frequencies)),
  });
  return sound.recordingSince(from);
}

async function endCall(...phones: readonly PhoneWindow[]): Promise<void> {
  for (const phone of phones) {
    await phone.strike('Escape');
    await phone.expectDisplay('Your current options');
  }
}

test('dial tone, ringback with the called phone ringing, busy and reorder, as in the United States', async () => {
  const { alice, bob, carol } = cluster;
  await alice.press('Speaker');
  await hearTone([350, 440], 1, 1);
  await endCall(alice);
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await hearTone([480, 620], 2, 0.3);
  await alice.press('EndCall');
  await endCall(carol);
  await dial(alice, '1099');
  await alice.expectDisplay('Unknown Number');
  await hearTone([480, 620], 3, 0.1);
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
