import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recording } from '../../../support/recording.ts';
import { freePort, freePorts } from '../free-ports.ts';
import { Program } from '../program.ts';
import { DOMAIN } from '../users.ts';
import { type BaresipEvent, ControlChannel } from './control-channel.ts';
import { recordingsIn } from './heard.ts';
import { accountLine, type DeskPhonePorts, type DeskPhoneSettings, rtpPorts, writeDeskPhoneFiles } from './settings.ts';

/** A desk phone over UDP, with PCMU: baresip. It says a tone into its calls and records what it hears. */
export class DeskPhone {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lab-baresip-'));
  #program: Program | null = null;
  #control: ControlChannel | null = null;

  readonly #settings: DeskPhoneSettings;
  readonly #ports: DeskPhonePorts;

  private constructor(settings: DeskPhoneSettings, ports: DeskPhonePorts) {
    this.#settings = settings;
    this.#ports = ports;
  }

  /** Resolves when it is registered. */
  static async start(
    settings: Pick<DeskPhoneSettings, 'number' | 'serverPort'> & Partial<DeskPhoneSettings>,
  ): Promise<DeskPhone> {
    const [rtp] = await freePorts(rtpPorts);
    const ports = { rtp: rtp as number, sip: await freePort(), control: await freePort() };
    const phone = new DeskPhone(
      { answer: 'manual', tone: 440, expires: 120, calls: 1, srtp: false, ...settings },
      ports,
    );
    try {
      await phone.start();
    } catch (error) {
      await phone.close();
      throw error;
    }
    return phone;
  }

  get number(): string {
    return this.#settings.number;
  }

  get pid(): number | null {
    return this.#program?.pid ?? null;
  }

  get words(): string {
    return this.#program?.words ?? '';
  }

  /** What has happened to it since its start, as baresip tells it. */
  get events(): readonly BaresipEvent[] {
    return this.#control?.events ?? [];
  }

  async start(): Promise<void> {
    writeDeskPhoneFiles(this.#folder, this.#settings, this.#ports);
    const program = new Program(`baresip ${this.number}`, 'baresip', ['-4', '-n', '127.0.0.1', '-f', this.#folder], {
      folder: this.#folder,
    });
    this.#program = program;
    this.#control = await program.until('baresip to take commands', () => ControlChannel.open(this.#ports.control));
    await this.#untilRegistered();
  }

  /** As if it were unplugged in order: it ends its calls and its registration first. */
  async stop(): Promise<void> {
    this.#control?.close();
    this.#control = null;
    // It says goodbye at once, but then waits half a minute for the echo of calls long over.
    await this.#program?.stop(1500);
    this.#program = null;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops it and removes its folder: it is not to be used any more. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async unregister(): Promise<void> {
    await this.command('uadel', `sip:${this.number}@${DOMAIN}`);
  }

  /** Registers anew: after `unregister`, or where the server has forgotten it. */
  async register(): Promise<void> {
    await this.unregister().catch(() => undefined);
    await this.command('uanew', accountLine(this.#settings));
    await this.#untilRegistered();
  }

  async dial(number: string): Promise<void> {
    await this.command('dial', `sip:${number}@${DOMAIN}`);
  }

  /** Takes the call that rings. */
  async answer(): Promise<void> {
    await this.command('accept');
  }

  /** Ends or refuses (486) its call. */
  async hangUp(): Promise<void> {
    await this.command('hangup');
  }

  async hold(): Promise<void> {
    await this.command('hold');
  }

  async resume(): Promise<void> {
    await this.command('resume');
  }

  /**
   * Waits for the first event of that kind, such as CALL_INCOMING, CALL_RINGING, CALL_ESTABLISHED, CALL_CLOSED.
   * @param since how many events there were before: they are left out
   */
  until(type: string, since = 0): Promise<BaresipEvent> {
    return this.#running().until(`${type} at ${this.number}`, () =>
      this.events.slice(since).find((event) => event.type === type),
    );
  }

  /** What it has heard in each of its calls since its folder exists. */
  get heard(): readonly Recording[] {
    return recordingsIn(join(this.#folder, 'heard'));
  }

  /** Any command of baresip's menu; resolves to what it printed. */
  async command(command: string, params?: string): Promise<string> {
    if (this.#control === null) throw new Error(`baresip ${this.number} does not run`);
    return this.#control.command(command, params);
  }

  async #untilRegistered(): Promise<void> {
    await this.#running().until(`${this.number} to be registered`, async () => {
      const agents = await this.command('reginfo');
      return agents.includes('OK ');
    });
  }

  #running(): Program {
    if (this.#program === null) throw new Error(`baresip ${this.number} does not run`);
    return this.#program;
  }
}
