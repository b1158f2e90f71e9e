import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { productName } from '../../package.json';
import { DesktopSession } from '../support/desktop-session/desktop-session.ts';
import { missingPrograms } from '../support/desktop-session/programs.ts';
import { TrayItem } from '../support/desktop-session/tray-item.ts';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, dial, IDLE, talk } from './cluster-stories.ts';
import { untilShown } from './shown-phones.ts';

const missing = missingPrograms();
if (missing.length > 0)
  console.warn(`The stories of a Linux desktop are skipped: ${missing.join(', ')} not installed.`);

describe.skipIf(missing.length > 0)('on a Linux desktop with panel and notifications', () => {
  let session: DesktopSession;
  let cluster: Cluster;
  let tray: TrayItem;

  beforeAll(async () => {
    session = await DesktopSession.start();
    await Promise.all([session.startPanel(), session.startNotifications()]);
    cluster = await Cluster.start({ environment: session.environment, parameters: { idleGuard: 0 } });
    tray = await TrayItem.find(session);
  });

  beforeEach(async () => {
    await session.startOtherProgram();
    await session.forgetNotifications();
  });

  afterAll(async () => {
    await cluster?.app.close();
    await session?.stop();
  });

  const untilNotified = (count: number): Promise<unknown> =>
    waitFor(`${count} notifications`, async () => (await session.notificationsShown()) === count, {
      otherwise: async () => `there are ${await session.notificationsShown()}`,
    });
  /** Who has a phone in front is not notified: that is where a click has brought it. */
  const ring = async (): Promise<void> => {
    await session.startOtherProgram();
    await dial(cluster.alice, '1002');
    await untilNotified(1);
  };
  const untilMenu = (item: string): Promise<unknown> =>
    waitFor(`"${item}" in the tray`, async () => (await tray.menu()).includes(item), {
      otherwise: async () => (await tray.menu()).join('\n'),
    });

  test('the panel knows the windows for those of the desktop entry', async () => {
    // StartupWMClass of the desktop entry: see packaged-configuration.test.ts.
    expect(await session.windowClass('7960 – 1001')).toBe(productName);
  });

  test('the tray says how the phones are, and its menu does what it says', async () => {
    const { alice, bob } = cluster;
    expect(await tray.menu()).toEqual([
      'Show Phones',
      ...['1001 Alice: idle', '1002 Bob: idle', '1003 Carol: idle'],
      ...['Do Not Disturb 1001', 'Do Not Disturb 1002', 'Do Not Disturb 1003'],
      ...['Settings…', 'Quit Callback Phone'],
    ]);
    await tray.choose('Do Not Disturb 1003');
    await untilMenu('✓ Do Not Disturb 1003');
    await tray.choose('Do Not Disturb 1003');
    await untilMenu('Do Not Disturb 1003');
    await dial(alice, '1002');
    await untilMenu('Answer Alice (1001)');
    expect(await tray.tooltip()).toContain('1001 calls Bob (1002)\n1002 Alice (1001) calls');
    await tray.choose('Answer Alice (1001)');
    await bob.expectDisplay('Connected');
    await untilMenu('Hang Up Bob (1002)');
    await tray.choose('Hang Up Bob (1002)');
    await alice.expectDisplay(IDLE);
    await bob.expectDisplay(IDLE);
  });

  test('the buttons of a call’s notification answer and decline it; one that ends unanswered takes it back', async () => {
    const { alice, bob } = cluster;
    await ring();
    await session.pressButton('Answer');
    await bob.expectDisplay('Connected');
    await untilNotified(0);
    expect(await session.notificationsGone()).toEqual(['Alice (1001) calls: 7960 – 1002']);
    await alice.press('EndCall');
    await bob.expectDisplay(IDLE);

    await ring();
    await session.pressButton('Decline');
    await alice.expectDisplay('Busy');
    await alice.press('EndCall');
    await bob.expectDisplay(IDLE);
    await untilNotified(0);

    await ring();
    await alice.press('EndCall');
    await untilMenu('1 missed call');
    expect(await tray.tooltip()).toContain('1 missed call');
    // That of the call is taken back; what it leaves says that it was missed.
    await waitFor('the call’s to be gone', async () => (await session.notificationsGone()).length === 3);
    await untilNotified(1);
    await session.clickNotification();
    await untilNotified(0);
    await untilMenu('1002 Bob: idle');
  });

  test('a number that becomes available is dialled from its notification, and the tray has told of the waiting', async () => {
    const { alice, bob, carol } = cluster;
    await talk(carol, bob, '1002');
    await untilNotified(0);
    await dial(alice, '1002');
    await alice.expectDisplay('Busy');
    await alice.press('CallBack');
    await untilMenu('1001 waits for 1002');
    expect(await tray.tooltip()).toContain('waiting for 1002');
    await alice.press('Exit');
    await bob.press('EndCall');
    await untilMenu('1002 has become available for 1001');
    await untilNotified(1);
    await session.pressButton('Dial');
    await bob.expectDisplay('From Alice (1001)');
    expect(await session.notificationsGone()).toContain('1002 has become available: Call Back on 7960 – 1001');
    await alice.press('EndCall');
    await alice.expectDisplay(IDLE);
  });

  test('Show Phones in the tray brings them back that were put away', async () => {
    await cluster.app.application.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.minimize();
    });
    await untilShown(cluster.app);
    await tray.choose('Show Phones');
    await untilShown(cluster.app, '1001', '1002', '1003');
  });
});
