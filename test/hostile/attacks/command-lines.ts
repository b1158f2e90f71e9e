import { pressSoftkey } from '../../e2e/cluster-stories.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';
import { chance } from '../campaign/chance.ts';
import { mutate } from '../campaign/mutate.ts';

const SEED = 3966;
const LINES = { short: 200, whole: 2000 } as const;

const WORDS: readonly string[] = [
  '--demo',
  '--screenshot=/nowhere',
  '--rescue-database',
  'tel:+1-201-555-0123;ext=22',
  'callto://1002',
  'sip:bob@example.org;transport=ws?subject=hello',
  'sips:bob@example.org',
  '1003',
  '--user-data-dir=/nowhere',
];

/** What a second start hands over, as it comes out of Chromium: whatever the words, the phone dials none of them by itself. */
export const commandLines: Attack = {
  name: 'mutated words of a second start',
  isShort: false,
  isUnauthenticated: false,
  run: async ({ cluster: { app, alice, bob, carol } }, form): Promise<Outcome> => {
    const random = chance(SEED);
    const lines = Array.from({ length: LINES[form] }, () => [
      'callback-phone',
      mutate(WORDS, random),
      mutate(WORDS, random),
    ]);
    await app.application.evaluate(({ app: electron }, all) => {
      for (const words of all) electron.emit('second-instance', {}, words, '/', {});
    }, lines);
    const faults: string[] = [];
    for (const phone of [alice, bob, carol]) {
      if (/Ring Out|Connected/.test(await phone.displayText())) faults.push(`it dialled: ${await phone.displayText()}`);
      const isIdle = async (): Promise<boolean> => {
        await phone.strike('Escape');
        return (await phone.displayText()).includes('NewCall');
      };
      await waitFor('the phone to be idle', isIdle, { everyMs: 100 });
      await pressSoftkey(phone, 'NewCall');
      await phone.press('EndCall');
    }
    return { tried: lines.length, faults };
  },
};
