import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFileOf } from '../../src-main/app/page-files.ts';
import { POLICIES } from '../../src-main/app/page-policies.ts';
import { PAGES } from '../../src-main/contract/pages.ts';
import { type ElectronApp, launchApp } from '../support/electron-app.ts';
import { IDLE } from './cluster-stories.ts';

const BUILT = resolve(import.meta.dirname, '../../out/renderer');

let app: ElectronApp;
beforeAll(async () => {
  app = await launchApp();
  await (await app.phone('1001')).expectDisplay(IDLE, 30_000);
});
afterAll(() => app?.close());

test('each kind of page is served its own files under its own policy, and no file of another kind', async () => {
  const files = ['assets', ...PAGES].flatMap((folder) =>
    readdirSync(join(BUILT, folder)).map((name) => `/${folder}/${name}`),
  );
  const paths = [...files.filter((name) => !name.endsWith('.woff')), '/shipped-packages.json', '/assets/..%5cx.js'];
  const served = await app.application.evaluate(
    async ({ net }, asked) => {
      const ask = async (address: string): Promise<string | null> => {
        const { ok, headers } = await net.fetch(address);
        return ok ? headers.get('content-security-policy') : null;
      };
      return Promise.all(asked.map(async (address) => [address, await ask(address)] as const));
    },
    PAGES.flatMap((page) => paths.map((path) => `app://${page}${path}`)),
  );
  expect(served).toEqual(
    PAGES.flatMap((page) =>
      paths.map((path) => [`app://${page}${path}`, isFileOf(page, path) ? POLICIES[page] : null]),
    ),
  );
});

/** What a page that somebody else has taken over would try, as its script. */
const ATTEMPTS: readonly string[] = [
  ...['about:blank', 'about:blank#x', 'https://example.invalid/', 'file:///etc/passwd', 'data:text/html,x'].flatMap(
    (address) => [`location.href = '${address}'`, `open('${address}')`, `open('${address}', '_self')`],
  ),
  ...PAGES.map((page) => `location.href = 'app://' + '${page}' + '/assets/../${page}/index.html?again'`),
  "location.href = URL.createObjectURL(new Blob(['x'], { type: 'text/html' }))",
  "location.href = 'javascript:document.write(1)'",
  "Object.assign(document.createElement('a'), { href: 'about:blank', target: '_top' }).click()",
  "document.body.appendChild(Object.assign(document.createElement('form'), { action: 'about:blank' })).submit()",
  "document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.invalid/' }))",
  "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.invalid/' }))",
  "document.body.append(Object.assign(document.createElement('object'), { data: 'https://example.invalid/' }))",
  "document.body.append(document.createElement('webview'))",
];

test.each(PAGES)('the page of kind %s goes nowhere, opens nothing, and fetches nothing', async (kind) => {
  const told = await app.application.evaluate(
    async ({ app: electron, BrowserWindow, webContents }, { address, attempts, script }) => {
      const preload = `${electron.getAppPath()}/out/preload/${script}.js`;
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
      const contents = window.webContents;
      await contents.loadURL(address);
      const run = (script: string) => contents.executeJavaScript(script, true) as Promise<unknown>;
      await run('globalThis.before = true');
      const gone: string[] = [];
      for (const attempt of attempts) {
        await run(`try { ${attempt} } catch {}; 0`);
        // Whoever goes away is away when the page has had two turns.
        await run('new Promise((done) => setTimeout(() => setTimeout(done)))').catch(() => undefined);
        if (contents.getURL() === address && (await run('globalThis.before === true'))) continue;
        gone.push(`${attempt}: ${contents.getURL()}`);
        await contents.loadURL(address);
        await run('globalThis.before = true');
      }
      const fetched = await run(`Promise.all(
        ['https://example.invalid/', 'http://127.0.0.1:1/', location.href, 'app://line/line/index.html'].map((one) =>
          fetch(one).then(() => one, () => null)),
      )`);
      const others = webContents.getAllWebContents().filter((one) => !/^app:/.test(one.getURL()));
      const base = await run('document.baseURI');
      window.destroy();
      return { gone, fetched, opened: others.map((one) => one.getURL()), base };
    },
    { address: `app://${kind}/${kind}/index.html`, attempts: ATTEMPTS, script: kind },
  );
  expect(told).toEqual({
    gone: [],
    fetched: [null, null, null, null],
    opened: [],
    base: `app://${kind}/${kind}/index.html`,
  });
});
