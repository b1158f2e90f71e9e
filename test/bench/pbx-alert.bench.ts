/**
 * How long it takes, on the lab's Kamailio, from 1002's BYE to our alert, beside the time of Kamailio's own NOTIFY to a bare
 * SIP client that watches the same line. Both are measured in the same rounds.
 *
 * 1002 is a desk phone in this process, so that the moment of its BYE is known: it is the one in which the datagram is
 * handed to the system. Run with: npm run bench -- pbx-alert ROUNDS=50
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { labAccount, PbxPhone } from '../interop/company-phone.ts';
import { Lab } from '../interop/lab/index.ts';
import { findSound, fromMuLaw } from '../support/find-sound.ts';
import { startPrivateSoundServer } from '../support/private-sound-server.ts';
import { AppStamps } from './app-stamps.ts';
import { median, quantile } from './figures.ts';
import { UdpPhone } from './udp-phone.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 25);
/** Milliseconds. What the activation has set going is done by then. */
const SETTLE = 300;
/** Seconds, the longest that the server grants. */
const WATCH = 900;
const BARE = 'bare client: NOTIFY';
const SAMPLE = 'sound server: first sample';
const AVAILABLE = '1002 has become available';

const twinkle = fromMuLaw(readFileSync('assets/CallBack.raw'));
const sound = await startPrivateSoundServer();
const lab = await Lab.start({ media: false });
const [bob, watcher] = [await UdpPhone.start('1002', lab.kamailio.sipPort), await lab.bareClient('1004')];
await lab.deskPhone('1003', { answer: 'auto' });
const watch = await watcher.watch('1002', 'dialog', WATCH);
const alice = await PbxPhone.start(labAccount('1001', lab.kamailio.ws), {
  environment: sound.environment,
  parameters: { idleGuard: 0 },
});

/** Of each round, what happened how many milliseconds after the BYE. */
const rounds: Readonly<Record<string, number>>[] = [];
let unheard = 0;
const stamps = await AppStamps.install(alice.app, alice.phone, AVAILABLE);

for (let round = 0; round < ROUNDS; round++) {
  const call = await bob.dial('1003');
  await watch.until('the watcher to hear of the call', new RegExp(`${call.callId}[^]*?confirmed`));
  await alice.dial('1002');
  await alice.phone.expectDisplay('Busy');
  await alice.callBack();
  await alice.phone.expectDisplay('Call Back is activated on 1002');
  await alice.phone.expectDisplay('Call Back 1002: live');
  await pause(SETTLE);
  await stamps.clear();
  const [mark, since] = [sound.mark(), watch.notifies.length];
  const byeAt = call.hangUp();
  const ended = new RegExp(`call-id="${call.callId}"[^]*?terminated`);
  const notify = await watch.until('the watcher to hear of the end', ended, since);
  await alice.phone.expectDisplay(AVAILABLE);
  const found = findSound(await sound.recordingUntilQuiet(mark), twinkle);
  const all = await stamps.read();
  const heardAt = sound.timeOf(mark, found.best >= 0.9 ? found.bestAt : found.piecesAt);
  if (!found.heard) unheard += 1;
  const moments = { [BARE]: notify.at, ...all, ...(found.heard ? { [SAMPLE]: heardAt } : {}) };
  rounds.push(Object.fromEntries(Object.entries(moments).map(([name, at]) => [name, at - byeAt])));
  await alice.tidy();
}
await alice.app.close();
await lab.stop();
bob.close();
await sound.stop();

const times = (name: string): readonly number[] => rounds.flatMap((round) => round[name] ?? []);
const between = (from: string, to: string): readonly number[] =>
  rounds.flatMap((round) => (round[from] === undefined || round[to] === undefined ? [] : round[to] - round[from]));
const say = (name: string, values: readonly number[]): void =>
  console.log(
    `${name.padEnd(60)} median ${median(values).toFixed(1)} ms, 95 % ${quantile(values, 0.95).toFixed(1)}, worst ${Math.max(...values).toFixed(1)}, ${values.length} of ${ROUNDS}`,
  );

console.log('After the BYE:');
const names = [...new Set(rounds.flatMap((round) => Object.keys(round)))];
for (const name of names.sort((left, right) => median(times(left)) - median(times(right)))) say(name, times(name));
console.log('Parts of it:');
say('the question whether it is true, asked and answered', between('main: asks', 'main: hears answer'));
say('of it, until the password was asked for and given', between('line: asks', 'line: asks with password'));
say('from the screen to the command to the sound', between('main: screen', 'main: sound'));
say('the sound itself, from the command to its first sample', between('main: sound', SAMPLE));
for (const [name, what] of [
  ['face: text', 'the text on the screen'],
  ['main: sound', 'the command to the sound'],
] as const)
  console.log(`${what}, to the bare client's NOTIFY: ${(median(times(name)) / median(times(BARE))).toFixed(1)}`);
if (unheard > 0) console.log(`not recognised in the recording: ${unheard}`);
