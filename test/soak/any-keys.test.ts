import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cluster } from '../e2e/cluster-stories.ts';
import type { PhoneWindow } from '../support/phone-window.ts';
import { waitFor } from '../support/wait-for.ts';

/** Settings, such as SECONDS=60 for a short look. */
const MILLISECONDS = Number(process.env.SECONDS ?? 300) * 1000;
const SEED = Number(process.env.SEED ?? 7960);

const NUMBERS = ['1001', '1002', '1003', '1009'];

/** Where the phone waits for a number, which is then mostly dialled: hands that only hit keys never reach anybody. */
const WAITS_FOR_NUMBER = /(Enter number|Call Transfer|Conference) (Dial|Redial)/;

/** There are many of them, and they would be pressed most of the time. */
const RARE =
  /^(\d|\*|#|Messages|Directories|Settings|Services|Information|Help|Volume .*|Mute|CFwdALL|DND|.* \(empty\))$/;

/** The ways out of whatever is shown. */
const WAYS_OUT = ['Exit', 'Cancel', 'EndCall'];

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster?.app.close());

/** 0 to 1. The same for the same seed, by a linear congruential generator (Numerical Recipes, 7.1). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const keysOf = (phone: PhoneWindow): Promise<readonly string[]> =>
  phone.page
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''));

/** The key may be gone before it is hit: then nothing is. */
async function hit(phone: PhoneWindow, name: string): Promise<void> {
  const key = phone.page.getByRole('button', { name, exact: true }).first();
  await key.click({ timeout: 300, force: true }).catch(() => {});
}

/** Nobody talks, and nobody is called any more. */
async function goHome(phone: PhoneWindow): Promise<void> {
  const home = async (): Promise<boolean> => {
    const keys = await keysOf(phone);
    const out = WAYS_OUT.find((name) => keys.includes(name)) ?? (keys.includes('Resume') ? 'Resume' : null);
    if (out !== null) await hit(phone, out);
    else if (!keys.includes('NewCall')) await hit(phone, 'more');
    return out === null && keys.includes('NewCall');
  };
  await waitFor('the phone to be left alone', home, { timeoutMs: 30_000, otherwise: () => phone.displayText() });
}

test('nothing that hands can do to three phones breaks them', async () => {
  const { app, alice, bob, carol } = cluster;
  const phones = [alice, bob, carol] as const;
  const random = chance(SEED);
  const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const displays = new Set<string>();
  let keys = 0;
  const until = performance.now() + MILLISECONDS;
  while (performance.now() < until) {
    const phone = one(phones) ?? alice;
    const shown = await phone.displayText();
    displays.add(shown.replace(/\d+/g, '9'));
    const number = WAITS_FOR_NUMBER.test(shown) && random() < 0.7 ? one(NUMBERS) : undefined;
    const wanted = number?.split('') ?? [
      one((await keysOf(phone)).filter((name) => !RARE.test(name) || random() < 0.1)),
    ];
    for (const name of wanted) await hit(phone, name ?? 'more');
    keys += wanted.length;
  }
  console.log(`seed ${SEED}: ${keys} keys, ${displays.size} different displays`);
  for (const phone of phones) await goHome(phone);
  // A phone shows that it is on hook before CallManager has heard its BYE.
  const hooks = (): string =>
    [...new Map([...app.output.matchAll(/line (\d+) (o\w+Hook)$/gm)].map(([, line, hook]) => [line, hook]))]
      .map((each) => each.join(' '))
      .sort()
      .join(', ');
  await waitFor('every line to be on hook', () => hooks() === '1001 onHook, 1002 onHook, 1003 onHook', {
    timeoutMs: 10_000,
    otherwise: hooks,
  });
  expect(app.output).not.toMatch(/ALARM|Unhandled|TypeError|has ended unexpectedly/);
}, 3_600_000);
