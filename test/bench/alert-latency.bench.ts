/**
 * How long it takes from the moment that 1002's user hangs up to the first sample of the twinkle at the sound server, and to
 * the screen of 1001. Run with: npm run bench -- alert-latency
 */
import { readFileSync } from 'node:fs';
import { Cluster, dial, talk } from '../e2e/cluster-stories.ts';
import { findSound, fromMuLaw } from '../support/find-sound.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { startPrivateSoundServer } from '../support/private-sound-server.ts';

const RUNS = 15;
const twinkle = fromMuLaw(readFileSync('assets/CallBack.raw'));

/** Presses a key from inside the page, and says when, in milliseconds since the epoch. */
const pressNow = (phone: PhoneWindow, name: string): Promise<number> =>
  phone.page.evaluate((label) => {
    const key = [...document.querySelectorAll('button')].find((button) => button.getAttribute('aria-label') === label);
    const at = performance.timeOrigin + performance.now();
    key?.click();
    return at;
  }, name);

/** Waits for a text on the phone's display, and says when the frame that shows it was drawn. */
const paintedAt = (phone: PhoneWindow, text: string): Promise<number> =>
  phone.page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const display = document.querySelector('[role=log]');
        const observer = new MutationObserver(() => {
          if (!display?.textContent?.includes(wanted)) return;
          observer.disconnect();
          // The second callback runs after the frame of the first.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      }),
    text,
  );

const sound = await startPrivateSoundServer();
const { app, alice, bob, carol } = await Cluster.start({
  environment: sound.environment,
  parameters: { idleGuard: 0 },
});
const toSound: number[] = [];
const toScreen: number[] = [];
let unheard = 0;
for (let run = 0; run < RUNS; run++) {
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  const painted = paintedAt(alice, 'has become available');
  const mark = sound.mark();
  const hungUp = await pressNow(bob, 'EndCall');
  toScreen.push((await painted) - hungUp);
  const found = findSound(await sound.recordingUntilQuiet(mark), twinkle);
  const at = found.best >= 0.9 ? found.bestAt : found.piecesAt;
  if (found.heard) toSound.push(performance.timeOrigin + sound.timeOf(mark, at) - hungUp);
  else unheard += 1;
  await alice.press('Cancel');
}
await app.close();
await sound.stop();

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
for (const [what, values] of [
  ['first sample of the twinkle at the sound server', toSound],
  ['screen', toScreen],
] as const)
  console.log(
    `on-hook to ${what}: median ${median(values).toFixed(0)} ms, worst ${Math.max(...values).toFixed(0)} ms, ${values.length} of ${RUNS}`,
  );
if (unheard > 0) console.log(`not recognised in the recording: ${unheard}`);
