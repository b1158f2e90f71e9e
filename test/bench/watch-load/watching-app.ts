/**
 * Runs in Electron: the built line page, the app's own way to it, and the PBX link, with a counter in the place of the
 * Call Back Handler.
 */
import { createInterface } from 'node:readline';
import { app, BrowserWindow } from 'electron';
import { registerAppScheme, serveApp } from '../../../src-main/electron/pages/app-protocol.ts';
import { LinePage } from '../../../src-main/electron/pages/line-page.ts';
import { PbxLink } from '../../../src-main/pbx/pbx-link.ts';
import { type AppWord, addressOf, type WatchOrders } from './words.ts';

const TICK = 1000;
const LINE = 'watching';
const orders: WatchOrders = JSON.parse(process.env.WATCHES ?? '{}');
const say = (word: AppWord): void => void process.stdout.write(`${JSON.stringify(word)}\n`);
const live = new Set<string>();
/** Questions that are not answered, by number. */
const questions = new Map<string, string>();
let asked = false;

const account = {
  number: orders.number,
  displayName: orders.number,
  domain: orders.domain,
  authenticationUser: orders.number,
  password: orders.password,
  server: orders.server,
  expires: 300,
  iceServers: [],
  codecs: [],
  contact: 'invalid',
  digits: 'rfc4733',
} as const;

const link = new PbxLink('SEP000000000001', {
  now: Date.now,
  station: {
    deliver: () => {},
    showPrompt: () => {},
    makeCall: () => {},
    showWatch: (_device, watch) => watch && shown(watch),
    showSpeedDial: () => {},
    showRemoteInUse: () => {},
    showMessages: () => {},
  },
  send: (command) => {
    if (command.kind === 'subscribe' && command.once) questions.set(command.target, command.subscription);
    page.send(command);
  },
  waiterFor: () => orders.number,
  localeOf: () => '',
  trace: (text) => {
    if (/out of date|cannot be read|lost|refused/.test(text)) console.error(text);
  },
});

const page = new LinePage(
  {
    onReady: () => page.send({ kind: 'addLine', line: LINE, account: { ...account, iceServers: [], codecs: [] } }),
    onLost: () => console.error('the line page is lost'),
    onEvent: (event) => {
      if (event.kind === 'notified' || (event.kind === 'subscription' && event.state === 'refused'))
        for (const [number, id] of questions) if (id === event.subscription) questions.delete(number);
      link.onLineEvent(event);
      if (event.kind === 'registration' && event.state === 'registered') watchAll();
    },
  },
  console.error,
);

async function run(): Promise<void> {
  registerAppScheme();
  await app.whenReady();
  serveApp(orders.pages);
  const identity = addressOf(orders.number, orders.domain);
  link.setLines([{ id: LINE, number: orders.number, identity, lastResort: 'never', askEvery: 30 }]);
  link.start({
    onDidOpen: () => {},
    onDidClose: () => {},
    onEvent: (event) => {
      if (event.kind !== 'lineStatus') return;
      const { number, status } = event;
      // Whatever is told now, the question is settled by it.
      say({ kind: 'told', number, status, at: Date.now(), asking: questions.delete(number) });
    },
  });
  setInterval(() => link.tick(), TICK);
  createInterface({ input: process.stdin }).on('line', (word) => {
    if (word === 'quit') app.exit(0);
    else void sayHeaps();
  });
  page.open();
}

function watchAll(): void {
  if (asked) return;
  asked = true;
  for (const number of orders.watched) void link.request('line/open', { number });
}

function shown({ number, means }: { readonly number: string; readonly means: string }): void {
  if (means === 'live') live.add(number);
  if (live.size < orders.watched.length) return;
  const [window] = BrowserWindow.getAllWindows();
  say({ kind: 'watching', page: window?.webContents.getOSProcessId() ?? -1 });
}

async function sayHeaps(): Promise<void> {
  const [window] = BrowserWindow.getAllWindows();
  globalThis.gc?.();
  const main = process.memoryUsage().heapUsed;
  const inPage = await window?.webContents.executeJavaScript('gc(); performance.memory.usedJSHeapSize');
  say({ kind: 'heaps', main, page: Number(inPage) });
}

run().catch((error) => {
  console.error(error);
  app.exit(1);
});
