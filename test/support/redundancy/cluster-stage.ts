import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SqlDatabase } from '../../../src-main/base/sql-database.ts';
import { systemClock } from '../../../src-main/base/system-clock.ts';
import { CtiManager } from '../../../src-main/callmanager/cti-manager/cti-manager.ts';
import { DeviceTable } from '../../../src-main/callmanager/devices/device-table.ts';
import type { ApplicationRoll } from '../../../src-main/contract/cti-applications.ts';
import type { LineStatus } from '../../../src-main/contract/line-status.ts';
import { openDatabase } from '../../../src-main/store/open-database.ts';
import { ParameterTable } from '../../../src-main/store/parameter-table.ts';
import { RequestTable } from '../../../src-main/store/request-table.ts';
import { bundle } from '../../bundle.mjs';
import { waitFor } from '../wait-for.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A CTIManager whose lines a test sets, and services that are processes of their own on one database file. */
export class ClusterStage {
  readonly #services = new Map<string, ChildProcess>();
  readonly #statuses = new Map<string, LineStatus>();
  readonly #manager: CtiManager;
  #port = 0;
  #roll: ApplicationRoll = { applications: [], active: null };
  /** What phones were sent and told to do, in order. */
  readonly told: string[] = [];
  readonly openedLines: string[] = [];
  readonly serviceLog: string[] = [];

  readonly #script: string;
  readonly #folder: string;
  readonly #database: SqlDatabase;

  private constructor(script: string, folder: string, database: SqlDatabase) {
    this.#script = script;
    this.#folder = folder;
    this.#database = database;
    this.#manager = new CtiManager({
      password: 'secret',
      isLine: () => true,
      isDevice: () => true,
      detailOf: () => null,
      statusOf: (number) => this.#statuses.get(number) ?? 'onHook',
      deliver: (device, xml) => this.told.push(`${device.slice(-4)} ${wordsOf(xml)}`),
      showPrompt: (device, text) => this.told.push(`${device.slice(-4)} prompt: ${text}`),
      makeCall: (device, number) => this.told.push(`${device.slice(-4)} dials ${number}`),
      onPressLost: (device) => this.told.push(`${device.slice(-4)} Service not available.`),
      clock: systemClock,
      onRoll: (roll) => {
        this.#roll = roll;
      },
      trace: (text) => {
        const number = /^CTI line (\d+) opened$/.exec(text)?.[1];
        if (number) this.openedLines.push(number);
      },
    });
  }

  static async open(): Promise<ClusterStage> {
    const folder = mkdtempSync(join(tmpdir(), 'callback-phone-cluster-'));
    const out = mkdtempSync(join(root, 'node_modules', '.bundled-'));
    const script = await bundle(root, 'test/support/redundancy/service-process.ts', out);
    const database = openDatabase(join(folder, 'callmanager.db'));
    // The phones 1001 to 1003, and nobody has to wait for B to dial first.
    new DeviceTable(database);
    const parameters = new ParameterTable(database);
    parameters.change({ ...parameters.get(), idleGuard: 0 });
    const stage = new ClusterStage(script, folder, database);
    stage.#port = await stage.#manager.listen(0);
    stage.#closers.push(() => rmSync(out, { recursive: true, force: true }));
    return stage;
  }

  readonly #closers: (() => void)[] = [];

  async close(): Promise<void> {
    for (const address of [...this.#services.keys()]) await this.kill(address);
    await this.#manager.close();
    this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
    for (const close of this.#closers) close();
  }

  async start(address: string, heartBeatInterval = 30): Promise<void> {
    const file = join(this.#folder, 'callmanager.db');
    const child = spawn(
      process.execPath,
      [this.#script, file, String(this.#port), address, String(heartBeatInterval)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        cwd: root,
      },
    );
    this.#services.set(address, child);
    child.stdout.on('data', (data) => this.serviceLog.push(`${address} ${data}`));
    await waitFor(`${address} to be there`, () => this.#roll.applications.some((one) => one.address === address));
  }

  /** As a power cut does. */
  async kill(address: string): Promise<void> {
    const child = this.#services.get(address);
    this.#services.delete(address);
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  signal(address: string, signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#services.get(address)?.kill(signal);
  }

  get active(): string | null {
    return this.#roll.applications.find(({ instance }) => instance === this.#roll.active)?.address ?? null;
  }

  /** @returns after how many milliseconds */
  async activeIs(address: string): Promise<number> {
    const from = performance.now();
    await waitFor(`${address} to be active`, () => this.active === address);
    return performance.now() - from;
  }

  line(number: string, status: LineStatus): void {
    this.#statuses.set(number, status);
    this.#manager.lineStatus(number, status);
  }

  pressCallBack(calling: string, called: string, outcome: 'busy' | 'noReply'): boolean {
    return this.#manager.press({
      kind: 'callBackPressed',
      device: deviceOf(calling),
      calling,
      called: { number: called, outcome },
    });
  }

  answer(calling: string, transaction: number, data: string): boolean {
    return this.#manager.press({ kind: 'userData', device: deviceOf(calling), transaction, data });
  }

  get requests(): readonly string[] {
    const table = new RequestTable(
      this.#database,
      () => true,
      (problem) => this.told.push(problem),
    );
    return table.load().map(({ calling, called, phase }) => `${calling} on ${called}: ${phase.kind}`);
  }
}

const deviceOf = (number: string): string => `SEP${number.padStart(12, '0')}`;

const wordsOf = (xml: string): string =>
  /Play:[^"]*/.exec(xml)?.[0] ?? /<Text>([\s\S]*?)<\/Text>/.exec(xml)?.[1]?.split('\n')[0] ?? 'closes';
