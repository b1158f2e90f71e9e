/**
 * From the INVITE at the called phone's line page to the first sample of its ring at the sound server: with the sound output awake, and
 * at rest, as before the first ring of the day. Run with: npm run bench -- ring-latency
 */
import { Cluster, dial, IDLE } from '../e2e/cluster-stories.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { startPrivateSoundServer } from '../support/private-sound-server.ts';
import type { Recording } from '../support/recording.ts';
import { waitFor } from '../support/wait-for.ts';
import { median, quantile } from './figures.ts';

const RUNS = 20;
/** Of full scale: the ring's first period is far louder. */
const AUDIBLE = 0.01;

declare global {
  interface Window {
    readonly Howler: { readonly ctx: AudioContext };
    invitedAt: number | undefined;
  }
}

const sound = await startPrivateSoundServer();
const { app, alice, bob } = await Cluster.start({ environment: sound.environment });
const lines = await app.window('Lines');

/** Runs in the line page: writes down when an INVITE comes, whose socket is found when it next sends. */
await lines.evaluate(() => {
  const known = new WeakSet<WebSocket>();
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (this: WebSocket, data) {
    if (!known.has(this))
      this.addEventListener('message', (event) => {
        if (String(event.data).startsWith('INVITE ')) window.invitedAt ??= performance.timeOrigin + event.timeStamp;
      });
    known.add(this);
    send.call(this, data);
  };
});

/** Seconds until something is heard. */
function firstHeard({ samples, rate }: Recording): number | null {
  const at = samples.findIndex((sample) => Math.abs(sample) > AUDIBLE);
  return at < 0 ? null : at / rate;
}

async function turnDown(phone: PhoneWindow): Promise<void> {
  await phone.press('Speaker');
  for (let level = 0; level < 6; level++) await phone.press('Volume down');
  await phone.press('Speaker');
  await phone.expectDisplay(IDLE);
}

/** Milliseconds from the INVITE to the ring. */
async function ring(asleep: boolean): Promise<number> {
  await lines.evaluate(async (sleep) => {
    window.invitedAt = undefined;
    if (sleep) await window.Howler.ctx.suspend();
  }, asleep);
  const from = sound.mark();
  await dial(alice, '1002');
  const seconds = await waitFor('the ring', () => firstHeard(sound.recordingSince(from)), { timeoutMs: 20_000 });
  const invitedAt = (await lines.evaluate(() => window.invitedAt)) ?? Number.NaN;
  await alice.press('EndCall');
  await bob.expectDisplay(IDLE);
  await sound.recordingUntilQuiet(sound.mark(), 500);
  return performance.timeOrigin + sound.timeOf(from, seconds) - invitedAt;
}

// The caller's ringback would be heard first.
await turnDown(alice);
// A first call, so that every line has sent something.
await ring(false);
const figures = { awake: [] as number[], 'at rest': [] as number[] };
for (let run = 0; run < RUNS; run++) {
  figures.awake.push(await ring(false));
  figures['at rest'].push(await ring(true));
}
await app.close();
await sound.stop();

for (const [what, values] of Object.entries(figures))
  console.log(
    `INVITE to the first sample of the ring, output ${what}: median ${median(values).toFixed(0)} ms, 95th percentile ${quantile(values, 0.95).toFixed(0)} ms, worst ${Math.max(...values).toFixed(0)} ms of ${RUNS} (aim: under 150 ms)`,
  );
console.log(`at rest to awake: ratio ${(median(figures['at rest']) / median(figures.awake)).toFixed(2)}`);
