import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freePorts } from '../free-ports.ts';
import type { Program } from '../program.ts';
import { type Behaviour, registerScenario, scenarioOf } from './scenarios.ts';
import { startSipp } from './sipp.ts';

export interface ScriptedPhoneSettings {
  readonly number: string;
  /** UDP port of the server on loopback. */
  readonly serverPort: number;
  readonly behaviour: Behaviour;
  /** How long it talks where it answers; 1 s unless given. */
  readonly talkMs?: number;
}

/** A desk phone over UDP that does the same with every call: sipp. It has no voice. */
export class ScriptedPhone {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lab-sipp-'));
  readonly #trace = join(this.#folder, 'messages.txt');
  #program: Program | null = null;

  readonly #settings: ScriptedPhoneSettings;
  readonly #port: number;
  readonly #mediaPort: number;

  private constructor(settings: ScriptedPhoneSettings, port: number, mediaPort: number) {
    this.#settings = settings;
    this.#port = port;
    this.#mediaPort = mediaPort;
  }

  /** Resolves when it is registered and takes calls. */
  static async start(settings: ScriptedPhoneSettings): Promise<ScriptedPhone> {
    const [media] = await freePorts(4);
    const phone = new ScriptedPhone(settings, await freePort(), media as number);
    try {
      await phone.start();
    } catch (error) {
      await phone.close();
      throw error;
    }
    return phone;
  }

  get pid(): number | null {
    return this.#program?.pid ?? null;
  }

  /** The INVITEs that have come in, word for word. */
  get invites(): readonly string[] {
    return this.requests('INVITE');
  }

  /** The requests of that method that have come in, word for word. */
  requests(method: string): readonly string[] {
    const traced = readFileSync(this.#trace, 'utf8')
      .replaceAll('\r', '')
      .split(/^-{20,}.*$/m);
    const wanted = new RegExp(`^${method} sip[\\s\\S]*`, 'm');
    return traced.flatMap((message) => wanted.exec(message) ?? []);
  }

  async start(): Promise<void> {
    await this.#register(3600);
    const { number, behaviour, talkMs = 1000 } = this.#settings;
    // -bg would leave our hands; without a terminal sipp paints its screens into the void.
    this.#program = this.#sipp('calls', scenarioOf(behaviour, number), [
      '-d',
      String(talkMs),
      '-trace_msg',
      '-message_file',
      this.#trace,
    ]);
  }

  /** Unregisters and ends. */
  async stop(): Promise<void> {
    if (this.#program === null) return;
    await this.#program.stop();
    this.#program = null;
    await this.#register(0);
  }

  /** Ends it where it stands and removes its folder: it is not to be used any more. */
  async close(): Promise<void> {
    await this.#program?.stop();
    this.#program = null;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #register(seconds: number): Promise<void> {
    const { number } = this.#settings;
    const program = this.#sipp('register', registerScenario(number, seconds), ['-m', '1', '-timeout', '20s']);
    await program.done(25_000);
  }

  #sipp(name: string, scenario: string, more: readonly string[]): Program {
    const { number, serverPort } = this.#settings;
    const place = { folder: this.#folder, serverPort, port: this.#port, mediaPort: this.#mediaPort };
    return startSipp(`${number} (${name})`, scenario, place, more);
  }
}
