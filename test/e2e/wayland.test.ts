import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstPlace } from '../../src-main/electron/pages/first-place.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { WindowTable } from '../../src-main/store/window-table.ts';
import { isInstalled } from '../support/desktop-session/programs.ts';
import { Weston } from '../support/desktop-session/weston.ts';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { UndrivenApp } from '../support/undriven-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, chooseMenuItem, dial, IDLE } from './cluster-stories.ts';
import { untilShown } from './shown-phones.ts';

const ALL = ['1001', '1002', '1003'];
const ON_WAYLAND = '--ozone-platform=wayland';

const hasWeston = isInstalled('weston');
if (!hasWeston) console.warn('The stories of a Wayland desktop are skipped: weston is not installed.');

describe.skipIf(!hasWeston)('on a Wayland desktop', () => {
  let weston: Weston;
  let profile: string;

  beforeAll(async () => {
    weston = await Weston.start();
    profile = mkdtempSync(join(tmpdir(), 'callback-phone-wayland-'));
  });
  afterAll(async () => {
    await weston?.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  const untilWindow = async (app: ElectronApp, title: string): Promise<unknown> =>
    (await app.window(title)) &&
    waitFor(`"${title}" on the screen`, () =>
      app.application.evaluate(
        ({ BrowserWindow }, wanted) =>
          BrowserWindow.getAllWindows().some((window) => window.getTitle() === wanted && window.isVisible()),
        title,
      ),
    );

  const pageSizes = (app: ElectronApp): Promise<readonly string[]> =>
    Promise.all(
      ALL.map(async (number) => (await app.phone(number)).page.evaluate(() => `${innerWidth} ${innerHeight}`)),
    );

  test('the first start shows the phones and the welcome window, and asks nobody to believe what is not so', async () => {
    const app = await launchApp({
      environment: weston.environment,
      arguments: [ON_WAYLAND],
      userDataDirectory: join(profile, 'first'),
    });
    try {
      await untilShown(app, ...ALL);
      // As wide and as high as the face is drawn: no strips beside it. weston's screen is 1920 × 1200.
      const { width, height } = firstPlace(0, { x: 0, y: 0, width: 1920, height: 1200 });
      await waitFor(
        'faces without strips',
        async () => (await pageSizes(app)).join() === `${[0, 1, 2].map(() => `${width} ${height}`)}`,
        {
          otherwise: async () => (await pageSizes(app)).join(),
        },
      );
      await untilWindow(app, 'Welcome to Callback Phone');
      await chooseMenuItem(app, 'Phones', 'Settings…');
      await untilWindow(app, 'Settings');
      const page = await app.window('Settings');
      await page.getByText('Not on this desktop: Wayland lets no program keep its windows in front.').waitFor();
      await page.getByText('Not on this desktop: Wayland gives programs no keys that work everywhere.').waitFor();
      const disabled = await page
        .locator('input:disabled')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).labels?.[0]?.textContent));
      expect(disabled).toEqual([
        'Keep the phones in front of other windows',
        'Answer a call',
        'Hang up, or decline a call',
        'Microphone off and on',
      ]);
    } finally {
      await app.close();
    }
  });

  test('a call shows the phone that is hidden; no place of a window is kept, since the desktop tells none', async () => {
    const cluster = await Cluster.start({
      environment: weston.environment,
      arguments: [ON_WAYLAND, '--demo'],
      userDataDirectory: join(profile, 'second'),
    });
    const { app, alice, bob } = cluster;
    try {
      await bob.page.close();
      await dial(alice, '100');
      // In one moment: the call must not come while there is a window yet.
      await app.application.evaluate(({ BrowserWindow, ipcMain }) => {
        const phones = BrowserWindow.getAllWindows().filter((window) => window.getTitle().startsWith('7960'));
        const sender = phones.find((window) => window.getTitle() === '7960 – 1001')?.webContents;
        ipcMain.emit('phone:press', { sender, senderFrame: sender?.mainFrame }, { kind: 'digit', digit: '2' });
        for (const window of phones) window.destroy();
      });
      await untilShown(app, '1002');
      const shown = await app.phone('1002');
      await shown.expectDisplay('From Alice (1001)');
      await chooseMenuItem(app, 'Phones', '1001 Alice');
      await untilShown(app, '1001', '1002');
      await (await app.phone('1001')).press('EndCall');
      await shown.expectDisplay(IDLE);
      // What is left of closing and quitting is written down too.
      await app.close({ keepProfile: true });
      const database = openDatabase(join(app.userDataDirectory, 'callmanager.db'));
      const places = new WindowTable(database);
      expect(ALL.map((number) => places.placeOf(`SEP00000000${number}`))).toEqual(ALL.map(() => undefined));
      database.close();
    } catch (error) {
      await app.kill();
      throw error;
    }
  });

  test('--screenshot ends with 0 and a picture of every phone', async () => {
    const pictures = join(profile, 'pictures');
    const words = [`--user-data-dir=${join(profile, 'third')}`, '.', '--demo', ON_WAYLAND, '--screenshot', pictures];
    const app = UndrivenApp.startIn(weston.environment, ...words);
    try {
      expect(await app.exitCode(), app.output).toBe(0);
    } finally {
      await app.end();
    }
    expect(readdirSync(pictures).sort()).toEqual(ALL.map((number) => `7960-${number}.png`));
    for (const file of readdirSync(pictures)) expect(shadesIn(readFileSync(join(pictures, file)))).toBeGreaterThan(64);
  });
});

/** How many different bytes there are among a PNG's pixels: of a blank one, next to none. */
function shadesIn(png: Buffer): number {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return new Set(inflateSync(Buffer.concat(parts))).size;
}
