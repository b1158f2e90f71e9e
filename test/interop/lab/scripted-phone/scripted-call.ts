import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freePorts } from '../free-ports.ts';
import type { Program } from '../program.ts';
import { callScenario, registerScenario } from './scenarios.ts';
import { startSipp } from './sipp.ts';

/**
 * One call of a phone over UDP that names itself by a GRUU (RFC 5627), as Linphone does: only its registrar knows where that
 * is. It talks until the other one hangs up: sipp.
 */
export class ScriptedCall {
  readonly #folder: string;
  readonly #program: Program;

  private constructor(folder: string, program: Program) {
    this.#folder = folder;
    this.#program = program;
  }

  /** Registers, and calls. */
  static async start(number: string, called: string, serverPort: number): Promise<ScriptedCall> {
    const folder = mkdtempSync(join(tmpdir(), 'lab-sipp-'));
    const [mediaPort] = (await freePorts(4)) as [number];
    const place = { folder, serverPort, port: await freePort(), mediaPort };
    const instance = `urn:uuid:00000000-0000-1000-8000-00000000${number}`;
    const once = ['-m', '1'];
    await startSipp(`${number} (register)`, registerScenario(number, 3600, instance), place, once).done(20_000);
    return new ScriptedCall(folder, startSipp(`${number} (call)`, callScenario(number, called, instance), place, once));
  }

  /** Waits until the other one has hung up. */
  async done(): Promise<void> {
    await this.#program.done(20_000);
  }

  async close(): Promise<void> {
    await this.#program.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
