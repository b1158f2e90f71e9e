import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type ProcessIdentity, processTree } from '../../support/processes.ts';
import { waitFor } from '../../support/wait-for.ts';
import type { Heaps } from './report.ts';
import type { AppWord, BenchWord, Told, WatchOrders } from './words.ts';

type SaidHeaps = Extract<AppWord, { kind: 'heaps' }>;

/** The watching app in a real Electron. */
export class ElectronBench {
  readonly told: Told[] = [];
  #linePage = -1;
  #heaps: SaidHeaps | null = null;

  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => this.#take(line));
  }

  /** Resolves when every line is watched live. */
  static async start(orders: Omit<WatchOrders, 'pages'>): Promise<ElectronBench> {
    const folder = mkdtempSync(join(tmpdir(), 'watch-load-'));
    bundleInto(folder);
    const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');
    const switches = [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--js-flags=--expose-gc',
      '--enable-precise-memory-info',
      `--user-data-dir=${join(folder, 'profile')}`,
    ];
    const watches: WatchOrders = { ...orders, pages: resolve('out/renderer') };
    // The kernel ends it when this process dies, however that happens.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', electron, ...switches, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, WATCHES: JSON.stringify(watches) },
    });
    const started = new ElectronBench(child, folder);
    await waitFor('every line to be watched', () => started.#linePage > 0, { timeoutMs: 60_000 });
    return started;
  }

  get linePage(): number {
    return this.#linePage;
  }

  get mainProcess(): number {
    return this.#child.pid ?? -1;
  }

  processes(): readonly ProcessIdentity[] {
    return processTree(this.#child.pid ?? -1);
  }

  /** What is in use in the heaps of the main process and of the line page, in MiB. */
  async heaps(): Promise<Heaps> {
    this.#heaps = null;
    this.#say('heaps');
    const { main, page } = await waitFor('the heaps', () => this.#heaps);
    return { main: main / 2 ** 20, page: page / 2 ** 20 };
  }

  async close(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#say('quit');
    await gone;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #say(word: BenchWord): void {
    this.#child.stdin?.write(`${word}\n`);
  }

  #take(line: string): void {
    const word: AppWord = JSON.parse(line);
    if (word.kind === 'told') this.told.push(word);
    else if (word.kind === 'heaps') this.#heaps = word;
    else this.#linePage = word.page;
  }
}

/** As Electron wants it: a folder with an app in it, and the preloads beside, where the pages' windows look for them. */
function bundleInto(folder: string): void {
  mkdirSync(join(folder, 'main'));
  symlinkSync(resolve('out/preload'), join(folder, 'preload'));
  writeFileSync(join(folder, 'package.json'), '{"name":"watch-load","main":"main/main.js"}');
  const config = ['--config', 'test/bench/watch-load/vite.config.mts', '--outDir', join(folder, 'main')];
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', ...config], { stdio: 'inherit' });
}
