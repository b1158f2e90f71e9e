/**
 * Start-up to three registered, painted phones beside Debian's linphone, from its exec to its first REGISTER, and beside a bare
 * Electron window: by turns, in one run.
 * Run with: npm run bench -- start-up-beside-linphone   LINPHONE=linphonec: another program that reads ~/.config/linphone/linphonerc
 */
import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, quantile } from './figures.ts';
import { endByForce, type StartedApp, startBare, startOurs } from './start-app.ts';

const RUNS = 10;
/** Of Debian's linphone-desktop. */
const LINPHONE = process.env.LINPHONE ?? 'linphone';
/** Milliseconds: ten times what it takes. */
const MAX_START = 20_000;

/** One account, on a server that answers nothing. */
const settings = (port: number): string =>
  [
    ...['[sip]', 'sip_port=15998', 'sip_tcp_port=0', 'sip_tls_port=0', 'default_proxy=0'],
    ...['[proxy_0]', `reg_proxy=<sip:127.0.0.1:${port};transport=udp>`, 'reg_identity=sip:1001@127.0.0.1'],
    ...['reg_expires=300', 'reg_sendregister=1', ''],
  ].join('\n');

/** Milliseconds from its exec to the first REGISTER. */
async function linphone(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'callback-phone-linphone-'));
  const server = createSocket('udp4').bind(0, '127.0.0.1');
  await once(server, 'listening');
  // It makes the first of these itself, but not before it wants to write into the second.
  for (const folder of ['.config/linphone', '.local/share/linphone'])
    mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, '.config/linphone/linphonerc'), settings((server.address() as AddressInfo).port));
  const registered = once(server, 'message', { signal: AbortSignal.timeout(MAX_START) });
  const started = performance.now();
  const child = spawn(LINPHONE, [], { stdio: ['pipe', 'ignore', 'ignore'], env: { ...process.env, HOME: home } });
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  try {
    await Promise.race([registered, failed]);
    return performance.now() - started;
  } finally {
    if (child.pid !== undefined) await endByForce(child);
    server.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function electron(start: () => Promise<StartedApp>): Promise<number> {
  const app = await start();
  await app.end();
  return app.milliseconds;
}

const figures = { linphone: [] as number[], 'bare window': [] as number[], 'three phones': [] as number[] };
const hasLinphone = spawnSync('which', [LINPHONE]).status === 0;
if (!hasLinphone) console.log(`There is no ${LINPHONE} here: the bare window alone is compared.`);
for (let run = 0; run < RUNS; run++) {
  if (hasLinphone) figures.linphone.push(await linphone());
  figures['bare window'].push(await electron(startBare));
  figures['three phones'].push(await electron(startOurs));
}

for (const [what, values] of Object.entries(figures))
  if (values.length > 0)
    console.log(
      `${what}: median ${median(values).toFixed(0)} ms, quickest ${quantile(values, 0).toFixed(0)} ms of ${RUNS}`,
    );
const ours = median(figures['three phones']);
const toLinphone = `three phones to ${LINPHONE}: ratio ${(ours / median(figures.linphone)).toFixed(2)} (aim: 0.7 or less)`;
const toBare = `three phones to a bare window: ratio ${(ours / median(figures['bare window'])).toFixed(2)} (aim: 1.7)`;
console.log([...(hasLinphone ? [toLinphone] : []), toBare].join('\n'));
