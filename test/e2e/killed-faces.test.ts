import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '../support/wait-for.ts';
import { Cluster, talk } from './cluster-stories.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster?.app.close());

/** The process of each face; 0 while it has none. Asked of the main process: a driver loses a page that crashes for good. */
const processes = (): Promise<Readonly<Record<string, number>>> =>
  cluster.app.application.evaluate(({ BrowserWindow }) =>
    Object.fromEntries(
      BrowserWindow.getAllWindows()
        .filter((window) => window.getTitle().startsWith('7960'))
        .map(({ title, webContents }) => [
          title,
          webContents.isCrashed() || webContents.isLoading() ? 0 : webContents.getOSProcessId(),
        ]),
    ),
  );

/** What each phone shows, and where its window stands. */
const phones = (): Promise<readonly unknown[]> =>
  cluster.app.application.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows()
        .filter((window) => window.getTitle().startsWith('7960'))
        .map(async (window) => [
          window.id,
          window.getTitle(),
          window.isVisible(),
          window.getBounds(),
          await window.webContents.executeJavaScript(
            // Times go on.
            'document.querySelector("[role=log]")?.textContent.replaceAll(/\\d\\d:\\d\\d/g, "") ?? ""',
          ),
        ]),
    ),
  );

const linePage = (): Promise<number> =>
  cluster.app.application.evaluate(
    ({ webContents }) =>
      webContents
        .getAllWebContents()
        .find((one) => one.getURL().startsWith('app://line/'))
        ?.getOSProcessId() ?? 0,
  );

test('the faces’ processes are killed, all at once, twice over: each phone is there again in its place, its call standing', async () => {
  await talk(cluster.alice, cluster.bob, '1002');
  const before = await phones();
  expect(before).toHaveLength(3);
  for (let time = 0; time < 2; time += 1) {
    const killed = new Set(Object.values(await processes()));
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await waitFor('other processes of the faces', async () =>
      Object.values(await processes()).every((pid) => pid !== 0 && !killed.has(pid)),
    );
    await waitFor('the phones as they were', async () => JSON.stringify(await phones()) === JSON.stringify(before), {
      otherwise: async () => JSON.stringify([before, await phones()], null, 1),
    });
  }
});

test('the line page’s process is killed: another one registers the phones again', async () => {
  const killed = await linePage();
  process.kill(killed, 'SIGKILL');
  await waitFor('another line page', async () => ![0, killed].includes(await linePage()));
  const registered = (): number =>
    cluster.app.output
      .split('line page lost: killed')
      .at(-1)
      ?.match(/line 100\d onHook/g)?.length ?? 0;
  await waitFor('the phones to be registered', () => registered() >= 3, {
    timeoutMs: 30_000,
    otherwise: () => cluster.app.output.slice(-2000),
  });
});
