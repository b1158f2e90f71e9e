import { expect, test } from 'vitest';
import { launchApp } from '../support/electron-app.ts';
import { IDLE } from './cluster-stories.ts';

test('the guided demo plays the chapter’s story to its end by real keys, and stops where a hand interferes', async () => {
  const app = await launchApp({ arguments: ['--guided-demo'], parameters: { idleGuard: 1 } });
  try {
    const presenter = await app.window('Guided Demo');
    await presenter.getByLabel('Speed').selectOption('Very fast');
    const caption = presenter.getByRole('status');
    await caption.filter({ hasText: 'presses CallBack as well' }).waitFor({ timeout: 60_000 });
    await caption.filter({ hasText: 'That was Cisco Call Back.' }).waitFor({ timeout: 90_000 });
    await presenter.getByRole('button', { name: 'Next' }).waitFor({ state: 'detached' });
    const phones = [await app.phone('1001'), await app.phone('1002'), await app.phone('1003')];
    for (const phone of phones) await phone.expectDisplay(IDLE);

    // What somebody has left open on the phones is put away first.
    await phones[0]?.press('Settings');
    await phones[0]?.type('5');
    await phones[0]?.expectDisplay('Call Forward');
    await phones[2]?.type('10');
    await phones[2]?.expectDisplay('10 Enter number');
    await presenter.getByRole('button', { name: 'Restart' }).click();
    await presenter.getByRole('button', { name: 'Pause' }).click();
    await caption.filter({ hasText: 'lifts the handset' }).waitFor();
    await phones[0]?.press('Volume up');
    await caption.filter({ hasText: 'Stopped: a key was pressed by hand' }).waitFor();
    expect(await presenter.getByRole('button').allInnerTexts()).toEqual(['Restart', 'Close']);
  } finally {
    await app.close();
  }
});
