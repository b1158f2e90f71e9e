import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOwnChild } from '../own-children.ts';
import { waitFor } from '../wait-for.ts';

const SOCKET = 'wayland-test';

/** A Wayland desktop of the test's own, on a screen that nobody sees. */
export class Weston {
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(
    /** For whoever shall live on this desktop. */
    readonly environment: Readonly<Record<string, string>>,
    child: ChildProcess,
    folder: string,
  ) {
    this.#child = child;
    this.#folder = folder;
  }

  static async start(): Promise<Weston> {
    const folder = mkdtempSync(join(tmpdir(), 'weston-'));
    chmodSync(folder, 0o700);
    const environment = {
      XDG_RUNTIME_DIR: folder,
      WAYLAND_DISPLAY: SOCKET,
      XDG_SESSION_TYPE: 'wayland',
      // Nobody's: the app shall not find the session bus of whoever runs the tests.
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}`,
    };
    const words = [
      '--backend=headless-backend.so',
      '--width=1920',
      '--height=1200',
      `--socket=${SOCKET}`,
      '--idle-time=0',
    ];
    // The kernel ends it when this process dies, however that happens.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', 'weston', '--no-config', ...words], {
      env: { ...process.env, XDG_RUNTIME_DIR: folder },
      stdio: 'ignore',
    });
    const weston = new Weston(environment, child, folder);
    try {
      await waitFor('weston to be there', () => existsSync(join(folder, SOCKET)));
      return weston;
    } catch (error) {
      await weston.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await endOwnChild(this.#child);
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
