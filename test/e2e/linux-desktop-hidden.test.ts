import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { PreferenceTable } from '../../src-main/store/preference-table.ts';
import { DesktopSession } from '../support/desktop-session/desktop-session.ts';
import { missingPrograms } from '../support/desktop-session/programs.ts';
import { TrayItem } from '../support/desktop-session/tray-item.ts';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, chooseMenuItem, dial, talk } from './cluster-stories.ts';
import { answerAll, asked } from './questions.ts';
import { untilShown } from './shown-phones.ts';

const ALL = ['1001', '1002', '1003'];

/** As the cross of each window does it. */
const closeAll = ({ application }: ElectronApp): Promise<void> =>
  application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.getTitle().startsWith('7960')) window.close();
  });

const untilRegistered = (app: ElectronApp): Promise<unknown> =>
  waitFor('the phones to be registered', () => ALL.every((line) => app.log.includes(`line ${line} onHook`)), {
    timeoutMs: 30_000,
    otherwise: () => app.output,
  });

describe.skipIf(missingPrograms().length > 0)('on a Linux desktop, out of sight', () => {
  let session: DesktopSession;
  let profile: string;
  let app: ElectronApp | undefined;

  beforeEach(async () => {
    profile = mkdtempSync(join(tmpdir(), 'callback-phone-hidden-'));
    session = await DesktopSession.start();
  });

  afterEach(async () => {
    await app?.close();
    app = undefined;
    await session.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  async function startHidden(): Promise<ElectronApp> {
    const database = openDatabase(join(profile, 'callmanager.db'));
    new PreferenceTable(database).change({ startHidden: true });
    database.close();
    app = await launchApp({ environment: session.environment, userDataDirectory: profile });
    await untilRegistered(app);
    return app;
  }

  test('it starts with nothing but its icon; a click there shows the phones', async () => {
    await session.startPanel();
    const hidden = await startHidden();
    const tray = await TrayItem.find(session);
    await waitFor('the phones in the tray', async () => (await tray.menu()).includes('1001 Alice: idle'));
    await untilShown(hidden);
    await tray.click();
    await untilShown(hidden, ...ALL);
  });

  test('closing the windows leaves the icon, which is explained once', async () => {
    await session.startPanel();
    const cluster = await Cluster.start({ environment: session.environment, userDataDirectory: profile });
    app = cluster.app;
    await answerAll(app, 'yes');
    await TrayItem.find(session);
    await closeAll(app);
    await untilShown(app);
    expect((await asked(app)).map((text) => text.split('.')[1]?.trim())).toEqual([
      'Its icon is among those of running programs: a click there shows the phones again',
    ]);
    const tray = await TrayItem.find(session);
    await tray.choose('1001 Alice: idle');
    await untilShown(app, '1001');
    // Explained once.
    await closeAll(app);
    await untilShown(app);
    expect(await asked(app)).toHaveLength(1);
  });

  test('a hidden phone whose Call Back may be dialled is shown, though nobody shows notifications', async () => {
    await session.startPanel();
    const parameters = { idleGuard: 0 };
    const cluster = await Cluster.start({ environment: session.environment, userDataDirectory: profile, parameters });
    app = cluster.app;
    const { alice, bob, carol } = cluster;
    await talk(carol, bob, '1002');
    await dial(alice, '1002');
    await alice.expectDisplay('Busy');
    await alice.press('CallBack');
    await alice.expectDisplay('Call Back is activated on 1002.');
    await answerAll(app, 'yes');
    await closeAll(app);
    await untilShown(app);
    const tray = await TrayItem.find(session);
    const hangUp = await waitFor('the call in the tray', async () =>
      (await tray.menu()).find((item) => item.startsWith('Hang Up')),
    );
    await tray.choose(hangUp);
    await untilShown(app, '1001');
    await (await app.phone('1001')).expectDisplay('1002 has become available');
  });

  test('without a panel it starts in the taskbar; a panel that comes later has its icon', async () => {
    const minimized = await startHidden();
    const states = (): Promise<readonly boolean[]> =>
      minimized.application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .filter((window) => window.getTitle().startsWith('7960'))
          .map((window) => window.isMinimized()),
      );
    await waitFor('three windows in the taskbar', async () => (await states()).filter(Boolean).length === 3);
    await answerAll(minimized, 'yes');
    await closeAll(minimized);
    await waitFor('one of them to stay there', async () => JSON.stringify(await states()) === '[true]');
    await session.startPanel();
    const tray = await TrayItem.find(session);
    await tray.click();
    await untilShown(minimized, '1001');
  });

  test('a window is where it was left, to the pixel: opened again many times, after a restart, and after it filled the screen', async () => {
    const launch = async (): Promise<Cluster> => {
      const cluster = await Cluster.start({ environment: session.environment, userDataDirectory: profile });
      app = cluster.app;
      return cluster;
    };
    /** Of the window with the phone 1002: Electron's word, and what the desktop says of where its page and its frame are. */
    const stands = async ({ app: { application } }: Cluster): Promise<readonly unknown[]> => [
      await application.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === '7960 – 1002');
        return [window?.getPosition(), window?.getContentSize()];
      }),
      (await session.run('xwininfo', '-name', '7960 – 1002')).match(/(?:Absolute|Relative) upper-left .*/g),
    ];
    const reopen = async (cluster: Cluster): Promise<void> => {
      await (await cluster.app.phone('1002')).page.close();
      await untilShown(cluster.app, '1001', '1003');
      await chooseMenuItem(cluster.app, 'Phones', '1002 Bob');
      await untilShown(cluster.app, ...ALL);
    };
    const first = await launch();
    await onBob(first, 'setPosition');
    await reopen(first);
    const left = await stands(first);
    expect(left[0]).toEqual([[300, 210], expect.anything()]);
    for (let time = 0; time < 5; time += 1) {
      await reopen(first);
      expect(await stands(first)).toEqual(left);
    }
    await onBob(first, 'maximize');
    await reopen(first);
    expect(await stands(first)).toEqual(left);
    await first.app.close();
    expect(await stands(await launch())).toEqual(left);
  });
});

/** Moves the phone 1002 to 300, 210, or lets it fill the screen, and waits until the desktop has done so. */
async function onBob({ app: { application } }: Cluster, what: 'setPosition' | 'maximize'): Promise<void> {
  await application.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === '7960 – 1002');
    if (wanted === 'maximize') window?.maximize();
    else window?.setPosition(300, 210);
  }, what);
  await waitFor(`1002 to obey ${what}`, () =>
    application.evaluate(({ BrowserWindow }, wanted) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === '7960 – 1002');
      return wanted === 'maximize' ? window?.isMaximized() : window?.getPosition().join() === '300,210';
    }, what),
  );
}
