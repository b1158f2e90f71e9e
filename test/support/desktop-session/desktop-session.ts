import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { endOwnChild } from '../own-children.ts';
import { waitFor } from '../wait-for.ts';
import { dunstSettings, PANEL_SETTINGS } from './settings.ts';

const run = promisify(execFile);
const OTHER_PROGRAM = 'Another program';
const BUS = ['--dest=org.freedesktop.DBus', '--object-path=/org/freedesktop/DBus'];

/** A desktop of the test's own on the display that there is: a session bus with nobody else on it, and real programs. */
export class DesktopSession {
  #forgotten = 0;
  readonly #children = new Map<string, ChildProcess>();

  readonly #folder: string;

  private constructor(
    /** For whoever shall live on this desktop. */
    readonly environment: Readonly<Record<string, string>>,
    folder: string,
  ) {
    this.#folder = folder;
  }

  /** The bus and a window manager. Panel and notifications come when they are asked for. */
  static async start(): Promise<DesktopSession> {
    const folder = mkdtempSync(join(tmpdir(), 'desktop-session-'));
    const path = (name: string): string => {
      mkdirSync(join(folder, name), { recursive: true });
      return join(folder, name);
    };
    chmodSync(path('runtime'), 0o700);
    const session = new DesktopSession(
      {
        DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'runtime', 'bus')}`,
        XDG_RUNTIME_DIR: path('runtime'),
        XDG_CONFIG_HOME: path('config'),
        XDG_DATA_HOME: path('data'),
        XDG_CACHE_HOME: path('cache'),
        XDG_CURRENT_DESKTOP: 'XFCE',
        NO_AT_BRIDGE: '1',
      },
      folder,
    );
    try {
      const { DBUS_SESSION_BUS_ADDRESS: address = '' } = session.environment;
      const bus = session.#spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1', `--address=${address}`]);
      if (bus.stdout) await once(createInterface(bus.stdout), 'line');
      session.#spawn('openbox', ['--sm-disable']);
      return session;
    } catch (error) {
      await session.stop();
      throw error;
    }
  }

  async startPanel(): Promise<void> {
    const folder = join(this.environment.XDG_CONFIG_HOME ?? '', 'xfce4', 'xfconf', 'xfce-perchannel-xml');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'xfce4-panel.xml'), PANEL_SETTINGS);
    this.#spawn('xfce4-panel', ['--disable-wm-check']);
    await this.#untilOwned('org.kde.StatusNotifierWatcher', true);
  }

  /** Another program comes to the front, with a window of its own. */
  async startOtherProgram(): Promise<void> {
    await this.#end('xmessage');
    this.#spawn('xmessage', ['-title', OTHER_PROGRAM, '-geometry', '300x60-20-80', 'Work']);
    const inFront = async (): Promise<boolean> => {
      const window = /0x[\da-f]+/.exec(await this.run('xprop', '-root', '_NET_ACTIVE_WINDOW'))?.[0] ?? '0x0';
      if (/^0x0+$/.test(window)) return false;
      return (await this.run('xprop', '-id', window, 'WM_NAME')).includes(OTHER_PROGRAM);
    };
    await waitFor('the other program in front', inFront);
  }

  /** The class by which a panel tells whose window it is (ICCCM section 4.1.2.5). */
  async windowClass(title: string): Promise<string | undefined> {
    const windows = (await this.run('xprop', '-root', '_NET_CLIENT_LIST')).match(/0x[\da-f]+/g) ?? [];
    const words = await Promise.all(windows.map((id) => this.run('xprop', '-id', id, '_NET_WM_NAME', 'WM_CLASS')));
    return /^WM_CLASS.*, "(.*)"$/m.exec(words.find((text) => text.includes(`"${title}"`)) ?? '')?.[1];
  }

  async stopPanel(): Promise<void> {
    await this.#end('xfce4-panel');
    await this.#untilOwned('org.kde.StatusNotifierWatcher', false);
  }

  async startNotifications(): Promise<void> {
    const settings = join(this.#folder, 'dunstrc');
    writeFileSync(settings, dunstSettings(this.#chosen));
    this.#spawn('dunst', ['-config', settings]);
    await this.#untilOwned('org.freedesktop.Notifications', true);
  }

  /** Calls a method on the bus, as text in and text out. */
  async call(destination: string, path: string, method: string, ...words: readonly string[]): Promise<string> {
    const where = [`--dest=${destination}`, `--object-path=${path}`, `--method=${method}`];
    return (await this.run('gdbus', 'call', '--session', ...where, '--', ...words)).trim();
  }

  /** Runs a program of this desktop to its end, and gives what it printed. */
  async run(program: string, ...words: readonly string[]): Promise<string> {
    const { stdout } = await run(program, words, { env: { ...process.env, ...this.environment }, timeout: 20_000 });
    return stdout;
  }

  /** Presses a button of the one notification that is there, as its user does: in dunst's menu. */
  async pressButton(label: string): Promise<void> {
    writeFileSync(this.#chosen, label);
    await this.run('dunstctl', 'context');
  }

  /** Clicks on the one notification that is there. */
  async clickNotification(): Promise<void> {
    await this.run('dunstctl', 'action');
  }

  async notificationsShown(): Promise<number> {
    return Number(await this.run('dunstctl', 'count', 'displayed'));
  }

  /** Those that are gone, the last one first: its title and its text. dunst cannot forget them by itself. */
  async notificationsGone(): Promise<readonly string[]> {
    const { data } = JSON.parse(await this.run('dunstctl', 'history'));
    const gone = data[0] as readonly Readonly<Record<'summary' | 'body', { data: string }>>[];
    return gone.slice(0, gone.length - this.#forgotten).map(({ summary, body }) => `${summary.data}: ${body.data}`);
  }

  async forgetNotifications(): Promise<void> {
    await this.run('dunstctl', 'close-all');
    this.#forgotten += (await this.notificationsGone()).length;
  }

  async stop(): Promise<void> {
    for (const program of [...this.#children.keys()].reverse()) await this.#end(program);
    // The panel's settings are still being written for a moment.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20 });
  }

  /** Where dunst's menu reads what its user chooses. */
  get #chosen(): string {
    return join(this.#folder, 'chosen');
  }

  async #untilOwned(name: string, wanted: boolean): Promise<void> {
    const asked = ['call', '--session', ...BUS, '--method=org.freedesktop.DBus.NameHasOwner', name];
    const isOwned = async (): Promise<boolean> => (await this.run('gdbus', ...asked)).includes('true');
    await waitFor(`${name} to ${wanted ? 'come' : 'go'}`, async () => (await isOwned()) === wanted, {
      timeoutMs: 20_000,
    });
  }

  /** The kernel ends it when this process dies, however that happens. */
  #spawn(program: string, words: readonly string[]): ChildProcess {
    const env = { ...process.env, ...this.environment };
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', program, ...words], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#children.set(program, child);
    return child;
  }

  async #end(program: string): Promise<void> {
    const child = this.#children.get(program);
    this.#children.delete(program);
    if (child) await endOwnChild(child);
  }
}
