import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { UndrivenApp } from '../support/undriven-app.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, chooseMenuItem, dial, IDLE, talk } from './cluster-stories.ts';

const ACTIVATED = 'Call Back is activated on 1002.';

/** What a test has started ends with it, also where it fails. */
let endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings) await end();
  endings = [];
});

function startUndriven(...words: readonly string[]): UndrivenApp {
  const app = UndrivenApp.start(...words);
  endings.push(() => app.end());
  return app;
}

async function start(options: Parameters<typeof Cluster.start>[0] = {}): Promise<Cluster> {
  const cluster = await Cluster.start(options);
  endings.push(() => cluster.app.close());
  return cluster;
}

/** The processes of Chromium that show pages, by which of our sites they show. */
async function crash(app: ElectronApp, site: 'phone' | 'line'): Promise<void> {
  await app.application.evaluate(({ webContents }, wanted) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith(`app://${wanted}/`));
    contents?.forcefullyCrashRenderer();
  }, site);
}

test('quit as soon as its phones are shown, it ends and complains of nothing', async () => {
  const app = await launchApp();
  await app.phone('1003');
  await app.close();
  expect(app.output).not.toContain('cannot go on');
});

test('the line page crashes in mid-call: the phones come back idle and registered, the Call Back stands', async () => {
  const { app, alice, bob, carol } = await start();
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  await crash(app, 'line');
  await bob.expectDisplay('Connection lost');
  await bob.expectDisplay(IDLE, 30_000);
  // The far side of the call has lost its page as well; 1002 registers again on hook, and that is what 1001 waits for.
  await alice.expectDisplay('1002 has become available', 30_000);
  await alice.press('Dial');
  await bob.expectDisplay('From Alice (1001)');
});

test('the faces crash in mid-call: they are there again with the call still standing', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-crash-'));
  const app = startUndriven(`--user-data-dir=${profile}`, '--remote-debugging-port=0', '.', '--demo');
  const [bob, carol] = [app.page('7960 – 1002'), app.page('7960 – 1003')];
  for (const phone of [bob, carol]) await phone.expectDisplay(IDLE);
  await carol.press('NewCall');
  for (const digit of '1002') await carol.press(digit);
  await bob.press('Answer');
  for (const phone of [bob, carol]) await phone.expectDisplay('Connected');
  await bob.evaluate('globalThis.before = true');
  await bob.crash();
  for (const phone of [bob, carol]) await phone.expectDisplay('Connected');
  expect(await bob.evaluate('typeof globalThis.before')).toBe('undefined');
  await bob.press('EndCall');
  await carol.expectDisplay('Call ended');
  await app.end();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

test('killed with a Call Back active, started again: it is there, and is announced from what the line does now', async () => {
  const first = await Cluster.start();
  await first.app.application.evaluate(() => undefined);
  await talk(first.carol, first.bob, '1002');
  await dial(first.alice, '1002');
  await first.alice.expectDisplay('Busy');
  await first.alice.press('CallBack');
  await first.alice.expectDisplay(ACTIVATED);
  await first.app.kill();
  const { alice } = await start({ userDataDirectory: first.app.userDataDirectory });
  await alice.expectDisplay('1002 has become available', 30_000);
  rmSync(first.app.userDataDirectory, { recursive: true, force: true, maxRetries: 3 });
});

test('a sound file that cannot be played: the alarm names it, the system notifies, and where it may not the windows flash', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-sound-'));
  mkdirSync(join(profile, 'TFTPPath'));
  writeFileSync(join(profile, 'TFTPPath', 'CallBack.raw'), 'no sound at all');
  const { app, alice, bob, carol } = await start({ userDataDirectory: profile });
  // As macOS and Windows refuse one.
  await app.application.evaluate(({ Notification, BrowserWindow }) => {
    Notification.isSupported = () => true;
    Notification.prototype.show = function (): void {
      this.emit('failed', {}, 'not allowed');
    };
    BrowserWindow.prototype.flashFrame = function (): void {
      console.log(`${this.getTitle()} flashes`);
    };
  });
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay(ACTIVATED);
  await bob.press('EndCall');
  await alice.expectDisplay('1002 has become available');
  await waitFor('the notification', () =>
    app.output.includes('system notification: 7960 – 1001: 1002 has become available'),
  );
  await waitFor('the phone to flash', () => app.output.includes('7960 – 1001 flashes'));
  expect(app.output).toContain('notification not shown: 7960 – 1001: not allowed');
  expect(app.output).not.toContain('Lines flashes');
  expect(app.output).toMatch(/ALARM Shell AudioFileBad: CallBack.raw: The alert sound has 15 samples/);
});

test('the Phones menu adds phones, at least up to eight, and removes them', async () => {
  const { app, alice } = await start();
  for (let phone = 4; phone <= 8; phone++) await chooseMenuItem(app, 'Phones', 'Add Phone');
  const eighth = await app.phone('1008');
  await eighth.expectDisplay(IDLE, 30_000);
  await dial(alice, '1008');
  await eighth.expectDisplay('From Alice (1001)');
  await alice.press('EndCall');
  await chooseMenuItem(app, 'Phones', 'Remove Phone', '1008 Heidi');
  await waitFor('the window to close', () => eighth.page.isClosed());
  await dial(alice, '1008');
  await alice.expectDisplay('Unknown Number');
});

test('a window that was closed is opened again from the menu, its phone registered all the time', async () => {
  const { app, alice, bob } = await start();
  await bob.page.close();
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  await chooseMenuItem(app, 'Phones', '1002 Bob');
  await (await app.phone('1002')).expectDisplay('From Alice (1001)');
});

test('a second start with the same user data ends at once and leaves the first alone', async () => {
  const { app, alice } = await start();
  const second = startUndriven(`--user-data-dir=${app.userDataDirectory}`, '.', '--demo');
  expect(await second.exitCode()).toBe(0);
  expect(second.output).toContain('Callback Phone runs already');
  await alice.expectDisplay(IDLE);
});

test('pages are locked up: no Node, no foreign address, no window, no message that is none', async () => {
  const { app, alice } = await start();
  const inPage = await alice.page.evaluate(async () => {
    const refused = async (address: string): Promise<boolean> =>
      fetch(address)
        .then(() => false)
        .catch(() => true);
    (window as unknown as { phoneBridge: { press(key: unknown): void } }).phoneBridge.press({
      kind: 'softkey',
      position: 9,
    });
    return {
      node: typeof (globalThis as Record<string, unknown>).process,
      bridges: Object.keys(window).filter((name) => name.endsWith('Bridge')),
      opened: window.open('https://example.invalid/') === null,
      foreign: await refused('https://example.invalid/'),
      outside: await refused('app://face/../../package.json'),
      microphone: (await navigator.permissions.query({ name: 'microphone' as PermissionName })).state,
    };
  });
  expect(inPage).toEqual({
    node: 'undefined',
    bridges: ['phoneBridge'],
    opened: true,
    foreign: true,
    outside: true,
    microphone: 'denied',
  });
  await waitFor('the bad message to be dropped', () => app.output.includes('message phone:press dropped'));
  const preferences = await app.application.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { sandbox, contextIsolation, nodeIntegration } = (
        contents as never as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    }),
  );
  expect(preferences).toEqual(
    preferences.map(() => ({ sandbox: true, contextIsolation: true, nodeIntegration: false })),
  );
  expect(app.output).not.toMatch(/password=|response="/i);
});

test('--help says what the command line may be, opens nothing, and ends with 0', async () => {
  const app = startUndriven('.', '--help');
  expect(await app.exitCode()).toBe(0);
  expect(app.output).toContain('usage: callback-phone [OPTION]...');
});

test('--screenshot saves a picture of every phone and ends with 0', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'callback-phone-pictures-'));
  const app = startUndriven(
    `--user-data-dir=${join(folder, 'profile')}`,
    '.',
    '--screenshot',
    join(folder, 'pictures'),
  );
  expect(await app.exitCode()).toBe(0);
  expect(readdirSync(join(folder, 'pictures')).sort()).toEqual(['7960-1001.png', '7960-1002.png', '7960-1003.png']);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

test('--screenshot to a folder that cannot be made ends with 1 and says so, before the phones are there', async () => {
  const app = startUndriven('.', '--demo', '--screenshot', '/dev/null/pictures');
  expect(await app.exitCode()).toBe(1);
  expect(app.output).toMatch(
    /cannot go on: no pictures can be saved in \/dev\/null\/pictures \(ENOTDIR: .*--screenshot DIR\./,
  );
  expect(app.output).not.toContain('    at ');
});
