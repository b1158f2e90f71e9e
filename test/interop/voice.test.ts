import { afterAll, beforeAll, expect, test } from 'vitest';
import { toneSpans } from '../support/find-sound.ts';
import { type PrivateSoundServer, startPrivateSoundServer } from '../support/private-sound-server.ts';
import type { Recording } from '../support/recording.ts';
import { waitFor } from '../support/wait-for.ts';
import { IDLE, labAccount, PbxPhone } from './company-phone.ts';
import { type DeskPhone, Lab } from './lab/index.ts';

/** What Bob's phone says into every call, and what is said to Alice's, in hertz. */
const BOBS_TONE = 440;
const ALICES_TONE = 1000;
const SECONDS = 4;

let sound: PrivateSoundServer;
let lab: Lab;
let bob: DeskPhone;
let alice: PbxPhone;

beforeAll(async () => {
  [sound, lab] = await Promise.all([startPrivateSoundServer(), Lab.start()]);
  [bob] = await Promise.all([
    lab.deskPhone('1002', { tone: BOBS_TONE }),
    lab.deskPhone('1003', { answer: 'auto', tone: 300 }),
  ]);
  alice = await PbxPhone.start(labAccount('1001', lab.kamailio.ws), { environment: sound.environment });
}, 120_000);

afterAll(async () => {
  await alice?.app.close();
  await lab?.stop();
  await sound?.stop();
});

/** The longest unbroken stretch of a tone, in seconds. */
function longest(recording: Recording, frequency: number): number {
  const spans = toneSpans(recording, [frequency], { leastShare: 0.5 });
  return Math.max(0, ...spans.map(({ from, to }) => to - from));
}

test('busy Bob frees, Alice dials from the notification, and both hear each other through rtpengine', async () => {
  const since = bob.events.length;
  await bob.dial('1003');
  await bob.until('CALL_ESTABLISHED', since);
  await alice.dial('1002');
  await alice.phone.expectDisplay('Busy');
  await alice.callBack();
  await alice.phone.expectDisplay('Call Back 1002: live');
  await bob.hangUp();
  await alice.phone.expectDisplay('1002 has become available');
  const ringing = bob.events.length;
  await alice.phone.press('Dial');
  await bob.until('CALL_INCOMING', ringing);
  await bob.answer();
  await alice.phone.expectDisplay('Connected');

  const from = sound.mark();
  await waitFor('Bob’s tone at Alice’s loudspeaker', () => longest(sound.recordingSince(from), BOBS_TONE) >= 1, {
    timeoutMs: 30_000,
    everyMs: 500,
  });
  await sound.playIntoMicrophone(tone(ALICES_TONE, SECONDS));
  await alice.phone.press('EndCall');
  await alice.phone.expectDisplay(IDLE);
  await bob.until('CALL_CLOSED', ringing);
  const atBob = bob.heard.at(-1);
  expect(atBob && longest(atBob, ALICES_TONE)).toBeGreaterThanOrEqual(1);
});

function tone(frequency: number, seconds: number): Recording {
  const rate = 44_100;
  const samples = Float32Array.from(
    { length: rate * seconds },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * frequency * at) / rate),
  );
  return { rate, samples };
}
