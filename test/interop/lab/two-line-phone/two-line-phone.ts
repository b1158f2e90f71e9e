import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freePorts } from '../free-ports.ts';
import { Program } from '../program.ts';
import { PROFILE, type TwoLinePhoneSettings, writeTwoLinePhoneFiles } from './settings.ts';

/** A desk phone over UDP with two lines, that transfers its calls as RFC 5589 has it: twinkle. It has no voice. */
export class TwoLinePhone {
  readonly #home = mkdtempSync(join(tmpdir(), 'lab-twinkle-'));
  #program: Program | null = null;

  readonly #settings: TwoLinePhoneSettings;

  private constructor(settings: TwoLinePhoneSettings) {
    this.#settings = settings;
  }

  /** Resolves when it is registered. */
  static async start(settings: TwoLinePhoneSettings): Promise<TwoLinePhone> {
    const phone = new TwoLinePhone(settings);
    try {
      await phone.#start();
    } catch (error) {
      await phone.close();
      throw error;
    }
    return phone;
  }

  /** How much it has said until now. */
  get heard(): number {
    return this.#running().words.length;
  }

  /** Every message of SIP that it has sent and taken, word for word. */
  get messages(): string {
    return readFileSync(join(this.#home, '.twinkle', 'twinkle.log'), 'utf8');
  }

  /** A command of twinkle's, such as `call`, `answer`, `transfer`, `bye`. */
  say(command: string): void {
    this.#running().say(command);
  }

  /** A command, and what comes of it. */
  async says(command: string, outcome: string): Promise<void> {
    const since = this.heard;
    this.say(command);
    await this.until(outcome, since);
  }

  /** Holds its call, and calls somebody about it. It forgets a transfer that is asked for before the hold is through. */
  async consult(number: string): Promise<void> {
    await this.says(`transfer -c ${number}`, 're-INVITE successful');
  }

  /** Waits until it says so. @param since what it had said before is left out */
  async until(words: string, since = 0): Promise<void> {
    const program = this.#running();
    await program.until(`“${words}” from ${this.#settings.number}`, () => program.words.slice(since).includes(words));
  }

  async close(): Promise<void> {
    await this.#program?.stop(1500);
    this.#program = null;
    rmSync(this.#home, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const [rtp] = await freePorts(8);
    writeTwoLinePhoneFiles(this.#home, this.#settings, { sip: await freePort(), rtp: rtp as number });
    this.#program = new Program(`twinkle ${this.#settings.number}`, 'twinkle-console', [PROFILE], {
      folder: this.#home,
      environment: { HOME: this.#home, TERM: 'dumb' },
      listens: true,
    });
    await this.until('registration succeeded');
  }

  #running(): Program {
    if (this.#program === null) throw new Error(`twinkle ${this.#settings.number} does not run`);
    return this.#program;
  }
}
