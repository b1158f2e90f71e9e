import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAll, type ProcessIdentity, processTree } from '../../support/processes.ts';
import { UndrivenApp, type UndrivenPage } from '../../support/undriven-app.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';

const IDLE = /Your current options|Missed Call/;

/** One of the app's processes by the words it was started with. The faces share one, and the line page has its own. */
const VICTIMS = [
  { what: 'the pages of one kind', is: (command: string) => command.includes('--type=renderer'), which: 0 },
  { what: 'the pages of the other kind', is: (command: string) => command.includes('--type=renderer'), which: 1 },
  { what: 'the GPU process', is: (command: string) => command.includes('--type=gpu-process'), which: 0 },
  { what: 'the network service', is: (command: string) => command.includes('network.mojom.NetworkService'), which: 0 },
  { what: 'the sound service', is: (command: string) => command.includes('audio.mojom.AudioService'), which: 0 },
] as const;

/** In a call, while a request waits for its end: whoever is killed, the user who waits is told once the line is free. */
export const kills: Attack = {
  name: 'kills of pages, GPU, network and sound service in a call, while a request waits',
  isShort: false,
  isUnauthenticated: false,
  run: async (): Promise<Outcome> => {
    const profile = mkdtempSync(join(tmpdir(), 'callback-phone-kills-'));
    const app = UndrivenApp.start(`--user-data-dir=${profile}`, '--remote-debugging-port=0', '.', '--demo');
    const faults: string[] = [];
    try {
      const [alice, bob, carol] = ['1001', '1002', '1003'].map((number) => app.page(`7960 – ${number}`));
      if (!alice || !bob || !carol) throw new Error('three phones were asked for');
      for (const phone of [alice, bob, carol]) await phone.expectDisplay(IDLE);
      for (const victim of VICTIMS) {
        await waitForBob(alice, bob, carol);
        const found = processesOf(profile).filter(({ command }) => victim.is(command))[victim.which];
        if (found) killAll([found]);
        const survived = toldAndTidy(alice, bob, carol).then(() => (found ? null : 'there is none'));
        const fault = await survived.catch((error: Error) => error.message);
        if (fault !== null) faults.push(`${victim.what}: ${fault}`);
      }
    } finally {
      await app.end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    return { tried: VICTIMS.length, faults };
  },
};

const processesOf = (profile: string): readonly ProcessIdentity[] =>
  processTree(process.pid).filter(({ command }) => command.includes(profile));

async function waitForBob(alice: UndrivenPage, bob: UndrivenPage, carol: UndrivenPage): Promise<void> {
  for (const key of ['NewCall', '1', '0', '0', '2']) await carol.press(key);
  await bob.press('Answer');
  await carol.expectDisplay('Connected');
  for (const key of ['NewCall', '1', '0', '0', '2']) await alice.press(key);
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated');
}

async function toldAndTidy(alice: UndrivenPage, bob: UndrivenPage, carol: UndrivenPage): Promise<void> {
  const isFree = async (phone: UndrivenPage): Promise<boolean> => {
    const has = (name: string) =>
      `[...document.querySelectorAll('button')].some((one) => one.getAttribute('aria-label') === '${name}')`;
    if (await phone.evaluate(has('EndCall'))) await phone.press('EndCall');
    return (await phone.evaluate(has('NewCall'))) === true;
  };
  // A page that was killed comes again; a call that went with it is over already.
  for (const phone of [bob, carol])
    await waitFor('the call to be over', () => isFree(phone).catch(() => false), { timeoutMs: 30_000, everyMs: 500 });
  await alice.expectDisplay('1002 has become available');
  await alice.press('Cancel');
  await alice.expectDisplay(IDLE);
}
