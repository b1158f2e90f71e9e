import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { ServiceParameters } from '../../src-main/contract/service-parameters.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { ParameterTable } from '../../src-main/store/parameter-table.ts';
import { keepAnswers } from './kept-answers.ts';
import { PhoneWindow } from './phone-window.ts';
import { killAll, type ProcessIdentity, processTree, stillRunning } from './processes.ts';
import { waitFor } from './wait-for.ts';

const root = resolve(import.meta.dirname, '../..');
const endLimitMs = 10_000;
const profilesMadeHere = new Set<string>();

export interface LaunchOptions {
  /** Arguments of the app; else it is the demo cluster, without the question of the first run. */
  readonly arguments?: readonly string[];
  /** Added to this process's environment, such as that of a private sound server. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Service parameters that an administrator has set before, such as no while for the called person to dial first. */
  readonly parameters?: Partial<ServiceParameters>;
  /** The profile of an earlier launch, to see what survives; else a new one. */
  readonly userDataDirectory?: string;
  /** The app's folder, if it is not this project. */
  readonly folder?: string;
}

/** The built app in a real Electron, with a profile of its own. */
export class ElectronApp {
  readonly application: ElectronApplication;
  readonly userDataDirectory: string;
  #output = '';

  constructor(application: ElectronApplication, userDataDirectory: string) {
    this.application = application;
    this.userDataDirectory = userDataDirectory;
    const { stdout, stderr } = application.process();
    for (const stream of [stdout, stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
  }

  /** What it has printed since Playwright handed it over, stdout and stderr as they came: of a quick start the first lines are missing. */
  get output(): string {
    return this.#output;
  }

  /** Its log so far, from the first line on; empty before there is one. */
  get log(): string {
    const file = join(this.userDataDirectory, 'logs', 'callback-phone.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** All its processes, the main one first. */
  processes(): readonly ProcessIdentity[] {
    return processTree(this.application.process().pid ?? -1);
  }

  /** The phone with this number, once its window is there. */
  async phone(number: string): Promise<PhoneWindow> {
    return new PhoneWindow(await this.window(`7960 – ${number}`));
  }

  async window(title: string, timeoutMs = 30_000): Promise<Page> {
    let titles: readonly string[] = [];
    const find = async (): Promise<Page | undefined> => {
      const pages = this.application.windows();
      titles = await Promise.all(pages.map((page) => page.title().catch(() => 'a window that is closing')));
      return pages[titles.indexOf(title)];
    };
    const otherwise = () => `There were: ${titles.join(', ') || 'none'}. The app's last words:\n${this.#lastWords()}`;
    return waitFor(`a window "${title}"`, find, { timeoutMs, otherwise });
  }

  /**
   * Quits as a user does, and fails if any process of the app's stays behind. A profile that a launch made is removed,
   * unless the next launch shall have it.
   */
  async close({ keepProfile = false } = {}): Promise<void> {
    const processes = this.processes();
    try {
      await withLimit(this.application.close(), `the app to quit`);
      await this.#allEnded(processes);
    } finally {
      killAll(processes);
      if (!keepProfile) this.#removeProfile();
    }
  }

  /** Ends it as a power cut would. The profile stays, for the next launch. */
  async kill(): Promise<void> {
    const processes = this.processes();
    killAll(processes);
    await this.#allEnded(processes);
  }

  async #allEnded(processes: readonly ProcessIdentity[]): Promise<void> {
    await waitFor('every process of the app to end', () => stillRunning(processes).length === 0, {
      timeoutMs: endLimitMs,
      otherwise: () =>
        `Still there:\n${stillRunning(processes)
          .map(({ pid, command }) => `${pid} ${command}`)
          .join('\n')}`,
    });
  }

  #removeProfile(): void {
    if (!profilesMadeHere.has(this.userDataDirectory)) return;
    rmSync(this.userDataDirectory, { recursive: true, force: true, maxRetries: 3 });
  }

  #lastWords(): string {
    return this.#output.split('\n').slice(-20).join('\n');
  }
}

/** Starts the built app. ELECTRON_OVERRIDE_DIST_PATH names the Electron, DISPLAY the display: `npm test` sets both. */
export async function launchApp(options: LaunchOptions = {}): Promise<ElectronApp> {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (dist === undefined) throw new Error('ELECTRON_OVERRIDE_DIST_PATH is not set: run this test by "npm test"');
  const profile = options.userDataDirectory ?? newProfile();
  if (options.parameters) setParameters(profile, options.parameters);
  const application = await _electron.launch({
    executablePath: join(dist, 'electron'),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--user-data-dir=${profile}`,
      '.',
      ...(options.arguments ?? ['--demo']),
    ],
    cwd: options.folder ?? root,
    env: { ...definedOnly(process.env), ...options.environment },
  });
  return new ElectronApp(keepAnswers(application), profile);
}

function setParameters(profile: string, parameters: Partial<ServiceParameters>): void {
  const database = openDatabase(join(profile, 'callmanager.db'));
  const table = new ParameterTable(database);
  table.change({ ...table.get(), ...parameters });
  database.close();
}

function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'callback-phone-test-'));
  profilesMadeHere.add(profile);
  return profile;
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  // ELECTRON_RUN_AS_NODE, set in the terminals of some editors, would make the app a plain Node.
  const entries = Object.entries(environment).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE');
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function withLimit(work: Promise<void>, what: string): Promise<void> {
  let ended = false;
  const ending = work.finally(() => {
    ended = true;
  });
  ending.catch(() => undefined);
  await waitFor(what, () => ended, { timeoutMs: endLimitMs });
  await ending;
}
