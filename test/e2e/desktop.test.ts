import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { PreferenceTable } from '../../src-main/store/preference-table.ts';
import { WindowTable } from '../../src-main/store/window-table.ts';
import { UndrivenApp } from '../support/undriven-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, chooseMenuItem, dial, IDLE, talk } from './cluster-stories.ts';
import { answerAll, asked } from './questions.ts';

let endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings) await end();
  endings = [];
});

async function start(options: Parameters<typeof Cluster.start>[0] = {}): Promise<Cluster> {
  const cluster = await Cluster.start(options);
  endings.push(() => cluster.app.close());
  return cluster;
}

test('a second start with a link fills the dial field and dials nothing; sips: is refused in words', async () => {
  const { app, alice } = await start();
  await answerAll(app, 'no');
  const again = async (link: string): Promise<void> => {
    const second = UndrivenApp.start(`--user-data-dir=${app.userDataDirectory}`, '.', link);
    endings.unshift(() => second.end());
    expect(await second.exitCode()).toBe(0);
  };
  await again('tel:+1-201-555;ext=9');
  await waitFor('the number on a phone', async () => {
    const pages = await Promise.all(['1001', '1002', '1003'].map((number) => app.phone(number)));
    const texts = await Promise.all(pages.map((phone) => phone.displayText()));
    return texts.filter((text) => text.includes('+1201555')).length === 1;
  });
  await again('sips:1002@example.com');
  await waitFor('the words', async () => (await asked(app)).some((text) => text.includes('sips:')));
  expect(app.output).not.toContain('INVITE');
  expect(await alice.displayText()).not.toContain('Ring Out');
});

test('quitting while a Call Back is active asks, with its numbers; declined, the app goes on', async () => {
  const { app, alice, bob, carol } = await start();
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  await answerAll(app, 'no');
  await chooseMenuItem(app, 'Phones', 'Quit');
  await waitFor('the question', async () => (await asked(app)).length === 1);
  expect((await asked(app))[0]).toContain('1 Call Back is active: 1001 waits for 1002.');
  await alice.expectDisplay('Call Back is activated on 1002.');
});

test('the settings count at once and are kept', async () => {
  const { app } = await start();
  await chooseMenuItem(app, 'Phones', 'Settings…');
  const page = await app.window('Settings');
  await page.getByLabel('Keep the phones in front of other windows').check();
  const onTop = (): Promise<readonly boolean[]> =>
    app.application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((window) => window.getTitle().startsWith('7960'))
        .map((window) => window.isAlwaysOnTop()),
    );
  await waitFor('the windows in front', async () => (await onTop()).every(Boolean));
  await page.getByLabel('Casing of the phones').selectOption('Light');
  await page.getByLabel('Answer a call', { exact: true }).press('Control+Alt+KeyA');
  await waitFor(
    'the shortcut',
    async () => (await page.getByLabel('Answer a call', { exact: true }).inputValue()) === 'Ctrl+Alt+A',
  );
  const database = openDatabase(`${app.userDataDirectory}/callmanager.db`);
  const { alwaysOnTop, casing, shortcuts } = new PreferenceTable(database).get();
  database.close();
  expect({ alwaysOnTop, casing, shortcuts }).toEqual({
    alwaysOnTop: true,
    casing: 'light',
    shortcuts: { answer: 'CommandOrControl+Alt+A', hangUp: null, mute: null },
  });
});

test('a window is opened again where it was left', async () => {
  const { app, bob } = await start();
  await app.application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.getTitle() === '7960 – 1002') window.setPosition(77, 88);
  });
  await waitFor('the place to be kept', () => {
    const database = openDatabase(`${app.userDataDirectory}/callmanager.db`);
    const place = new WindowTable(database).placeOf('SEP000000001002');
    database.close();
    return place?.x === 77 && place.y === 88;
  });
  await bob.page.close();
  await chooseMenuItem(app, 'Phones', '1002 Bob');
  const again = await app.phone('1002');
  await again.expectDisplay(IDLE);
  const position = await app.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.getTitle() === '7960 – 1002')
      ?.getPosition(),
  );
  expect(position).toEqual([77, 88]);
});
