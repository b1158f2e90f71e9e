import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { endOwnChild } from './own-children.ts';
import { waitFor } from './wait-for.ts';

/** The built app, started as from a terminal: no driver holds it, so it can be watched over its own end and its pages' crashes. */
export class UndrivenApp {
  #output = '';

  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
  }

  static start(...words: readonly string[]): UndrivenApp {
    return UndrivenApp.startIn({}, ...words);
  }

  /** @param environment added to this process's, such as that of a desktop of its own */
  static startIn(environment: Readonly<Record<string, string>>, ...words: readonly string[]): UndrivenApp {
    const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return new UndrivenApp(
      spawn(electron, [...asRoot, '--disable-gpu', ...words], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...environment },
      }),
    );
  }

  get output(): string {
    return this.#output;
  }

  /** Waits for its end by itself. */
  async exitCode(): Promise<number | null> {
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  async end(): Promise<void> {
    await endOwnChild(this.#child, 10_000);
  }

  /** One of its pages by its title. It must have been started with --remote-debugging-port=0. */
  page(title: string): UndrivenPage {
    return new UndrivenPage(title, async () => {
      const port = await waitFor('the debugging port', () => /ws:\/\/127\.0\.0\.1:(\d+)\//.exec(this.#output)?.[1]);
      return `http://127.0.0.1:${port}/json`;
    });
  }
}

interface Target {
  readonly title: string;
  readonly webSocketDebuggerUrl: string;
}

/** A page, asked anew each time over the DevTools protocol: one that has crashed is simply the one that came after. */
export class UndrivenPage {
  readonly #title: string;
  readonly #listAddress: () => Promise<string>;

  constructor(title: string, listAddress: () => Promise<string>) {
    this.#title = title;
    this.#listAddress = listAddress;
  }

  press(name: string): Promise<unknown> {
    const button = `[...document.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === ${JSON.stringify(name)})`;
    return waitFor(`the button "${name}" of ${this.#title}`, () =>
      this.evaluate(`(${button}?.click(), Boolean(${button}))`),
    );
  }

  async expectDisplay(text: string | RegExp): Promise<void> {
    let shown: unknown = '';
    const read = async (): Promise<boolean> => {
      shown = await this.evaluate('document.querySelector("[role=log]")?.textContent ?? ""').catch(() => '');
      return typeof text === 'string' ? String(shown).includes(text) : text.test(String(shown));
    };
    const otherwise = () => `It showed: ${String(shown)}`;
    await waitFor(`${this.#title} to show "${String(text)}"`, read, { timeoutMs: 30_000, otherwise });
  }

  /** Ends the page's process as a fault would; whatever other pages it has go with it. */
  async crash(): Promise<void> {
    // Nobody is left to answer.
    await this.#ask('Page.crash', {}).catch(() => undefined);
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#ask('Runtime.evaluate', { expression, returnByValue: true });
    return (answer as { result?: { result?: { value?: unknown } } }).result?.result?.value;
  }

  async #ask(method: string, parameters: object): Promise<unknown> {
    const list = (await (await fetch(await this.#listAddress())).json()) as readonly Target[];
    const target = list.find(({ title }) => title === this.#title);
    if (!target) throw new Error(`no page "${this.#title}" among ${list.map(({ title }) => title).join(', ')}`);
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    try {
      await once(socket, 'open');
      socket.send(JSON.stringify({ id: 1, method, params: parameters }));
      const [message] = await once(socket, 'message', { signal: AbortSignal.timeout(5000) });
      return JSON.parse(String(message));
    } finally {
      socket.terminate();
    }
  }
}
