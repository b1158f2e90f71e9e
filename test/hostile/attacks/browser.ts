import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { openChromium } from '../../support/chromium.ts';
import type { Attack, Outcome } from '../campaign/attack.ts';

/** A name of somebody else's that leads to this machine, as DNS rebinding makes it. */
const REBOUND = 'rebound.test';

/** A page of a stranger's in the user's browser: it may open no WebSocket here, and no answer of ours may be read by it. */
export const browser: Attack = {
  name: 'a web page in Chromium: WebSocket, fetch, rebound name, port scan',
  isShort: false,
  // What would be measured is the start of a browser on the same machine.
  isUnauthenticated: false,
  run: async ({ sipPort, ctiPort, changePort }): Promise<Outcome> => {
    const site = await serve();
    const chromium = await openChromium(`--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`);
    try {
      const faults: string[] = [];
      for (const host of ['127.0.0.1', REBOUND]) {
        const page = await chromium.newPage();
        await page.goto(`http://${host}:${(site.address() as AddressInfo).port}/`);
        if (await opens(page, `ws://${host}:${sipPort}/`)) faults.push(`a page of ${host} opened a WebSocket to SIP`);
        for (const port of [ctiPort, changePort])
          if (await isAnswered(page, `http://${host}:${port}/`))
            faults.push(`a page of ${host} was answered by port ${port}`);
        if (await finds(page, sipPort)) faults.push(`a page of ${host} found the SIP server among other ports`);
        await page.close();
      }
      return { tried: 8, faults };
    } finally {
      await chromium.close();
      site.closeAllConnections();
      await new Promise((closed) => site.close(closed));
    }
  },
};

async function serve(): Promise<Server> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>A stranger</title>'),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

const opens = (page: Page, address: string): Promise<boolean> =>
  page.evaluate(
    (url) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(url, 'sip');
        socket.onopen = () => resolve(true);
        socket.onclose = () => resolve(false);
      }),
    address,
  );

/** Whether anything that can be told from a closed port comes back, to a form's POST of what the links would understand. */
const isAnswered = (page: Page, address: string): Promise<boolean> =>
  page.evaluate(async (url) => {
    const body = 'Content-Length: 2\r\n\r\n{}';
    const options = { method: 'POST', mode: 'no-cors', body, signal: AbortSignal.timeout(8000) } as const;
    return fetch(url, options).then(
      () => true,
      () => false,
    );
  }, address);

/** A scan of the ports around it, by which of them lets a WebSocket in. */
async function finds(page: Page, port: number): Promise<boolean> {
  const found = await Promise.all([-2, -1, 0, 1, 2].map((off) => opens(page, `ws://127.0.0.1:${port + off}/`)));
  return found.some(Boolean);
}
