import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freePorts } from '../free-ports.ts';
import { Program } from '../program.ts';

const mediaPorts = 80;

/** rtpengine on loopback, without its kernel module. */
export class Rtpengine {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lab-rtpengine-'));
  #program: Program | null = null;

  readonly #firstMediaPort: number;

  private constructor(
    /** Where Kamailio gives its orders, over UDP. */
    readonly port: number,
    firstMediaPort: number,
  ) {
    this.#firstMediaPort = firstMediaPort;
  }

  static async start(): Promise<Rtpengine> {
    const [first] = await freePorts(mediaPorts);
    const rtpengine = new Rtpengine(await freePort(), first as number);
    try {
      await rtpengine.start();
    } catch (error) {
      await rtpengine.close();
      throw error;
    }
    return rtpengine;
  }

  get pid(): number | null {
    return this.#program?.pid ?? null;
  }

  get words(): string {
    return this.#program?.words ?? '';
  }

  async start(): Promise<void> {
    const settings = {
      'config-file': 'none',
      table: -1,
      interface: '127.0.0.1',
      'listen-ng': `127.0.0.1:${this.port}`,
      'port-min': this.#firstMediaPort,
      'port-max': this.#firstMediaPort + mediaPorts - 1,
      'log-level': 6,
      'num-threads': 2,
      timeout: 60,
    };
    const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
    const program = new Program('rtpengine', 'rtpengine', [...flags, '--foreground', '--log-stderr'], {
      folder: this.#folder,
    });
    this.#program = program;
    await program.until('rtpengine to answer', () => answersPing(this.port));
  }

  async stop(): Promise<void> {
    await this.#program?.stop();
    this.#program = null;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The ping of rtpengine's ng protocol: a cookie and a bencoded dictionary. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const finish = (answered: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(answered);
    };
    const timer = setTimeout(() => finish(false), 200);
    socket.once('error', () => finish(false));
    socket.once('message', (answer) => finish(answer.includes('pong')));
    socket.connect(port, '127.0.0.1', () => socket.send('lab d7:command4:pinge'));
  });
}
