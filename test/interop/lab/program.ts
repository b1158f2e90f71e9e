import { type ChildProcess, spawn } from 'node:child_process';
import { endOwnChild } from '../../support/own-children.ts';
import { type WaitOptions, waitFor } from '../../support/wait-for.ts';

/** A foreign program of the lab. Its words are kept, and the kernel ends it when this process dies. */
export class Program {
  readonly #child: ChildProcess;
  #words = '';
  #ended: string | null = null;

  /** @param name as a failure shall name it */
  constructor(
    readonly name: string,
    command: string,
    commandArguments: readonly string[],
    options: {
      readonly folder: string;
      readonly environment?: Readonly<Record<string, string>>;
      /** It takes commands by its stdin, see `say`; else it has none. */
      readonly listens?: boolean;
    },
  ) {
    // Servers stand where only root looks for programs.
    const environment = {
      ...process.env,
      PATH: `${process.env.PATH}:/usr/local/sbin:/usr/sbin`,
      ...options.environment,
    };
    // setpriv becomes the command: the process id is the command's own.
    this.#child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', command, ...commandArguments], {
      cwd: options.folder,
      env: environment,
      stdio: [options.listens ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer): void => {
      this.#words = (this.#words + chunk.toString('utf8')).slice(-200_000);
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    // It has ended before it could read: `ended` tells.
    this.#child.stdin?.on('error', () => undefined);
    this.#child.once('error', (error) => {
      this.#ended = error.message;
    });
    this.#child.once('exit', (code, signal) => {
      this.#ended = `ended with ${code ?? signal}`;
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`${this.name} did not start: ${this.#ended}`);
    return this.#child.pid;
  }

  /** Everything it has said, or the last 200,000 characters of it. */
  get words(): string {
    return this.#words;
  }

  /** How it ended; null while it runs. */
  get ended(): string | null {
    return this.#ended;
  }

  /** A line by its stdin. */
  say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Waits for a fact, and gives up at once when the program has ended: its last words are the reason. */
  async until<T>(
    what: string,
    condition: () => T | Promise<T>,
    options: Pick<WaitOptions, 'timeoutMs' | 'everyMs'> = {},
  ): Promise<Exclude<T, undefined | null | false>> {
    const lastWords = (): string => `${this.name} said:\n${this.#words.slice(-3000)}`;
    const check = (): T | Promise<T> => {
      if (this.#ended !== null) throw new Error(`${this.name} ${this.#ended}. ${lastWords()}`);
      return condition();
    };
    return waitFor(what, check, { timeoutMs: 20_000, everyMs: 20, ...options, otherwise: lastWords });
  }

  /** Waits for its own end, which must be a good one. */
  async done(timeoutMs: number): Promise<void> {
    const ended = await waitFor(`the end of ${this.name}`, () => this.#ended, {
      timeoutMs,
      otherwise: () => this.#words.slice(-3000),
    });
    if (ended !== 'ended with 0') throw new Error(`${this.name} ${ended}. It said:\n${this.#words.slice(-3000)}`);
  }

  async stop(limitMs = 5000): Promise<void> {
    await endOwnChild(this.#child, limitMs);
  }
}
