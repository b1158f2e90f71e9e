import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import WebSocket from 'ws';
import type { Certificate } from '../certificates.ts';
import { freePorts } from '../free-ports.ts';
import { Program } from '../program.ts';
import { DOMAIN, NUMBERS } from '../users.ts';
import { writeKamailioTables } from './kamailio-tables.ts';

/** The settings that the documentation gives to administrators: the file itself is what is tested. Benches are bundled elsewhere. */
const configuration = resolve(process.cwd(), 'docs/servers/kamailio/kamailio.cfg');

export interface KamailioOptions {
  /** Of `wss://`. */
  readonly certificate: Certificate;
  /** ng port of rtpengine; null = calls between WebRTC and desk phones have no sound. */
  readonly rtpenginePort: number | null;
  /** Lines besides those of NUMBERS. */
  readonly moreNumbers?: readonly string[];
}

/** Kamailio on loopback, in a folder of its own. It keeps its ports over stops and starts. */
export class Kamailio {
  readonly #folder = mkdtempSync(join(tmpdir(), 'lab-kamailio-'));
  #program: Program | null = null;

  readonly #options: KamailioOptions;

  private constructor(
    options: KamailioOptions,
    /** UDP and TCP. */
    readonly sipPort: number,
    readonly wsPort: number,
    readonly wssPort: number,
    /** UDP, for what runs on its own machine. */
    readonly internalPort: number,
  ) {
    this.#options = options;
  }

  static async start(options: KamailioOptions): Promise<Kamailio> {
    const [sip, ws, wss, internal] = (await freePorts(4)) as [number, number, number, number];
    const kamailio = new Kamailio(options, sip, ws, wss, internal);
    try {
      await kamailio.start();
    } catch (error) {
      await kamailio.close();
      throw error;
    }
    return kamailio;
  }

  get ws(): string {
    return `ws://127.0.0.1:${this.wsPort}`;
  }

  get wss(): string {
    return `wss://127.0.0.1:${this.wssPort}`;
  }

  get pid(): number | null {
    return this.#program?.pid ?? null;
  }

  /** Its log since the last start. */
  get words(): string {
    return this.#program?.words ?? '';
  }

  async start(): Promise<void> {
    const tables = writeKamailioTables(this.#folder, [...NUMBERS, ...(this.#options.moreNumbers ?? [])]);
    const run = join(this.#folder, 'run');
    mkdirSync(run, { recursive: true });
    const { certificate, rtpenginePort } = this.#options;
    const settings = {
      DOMAIN: `"${DOMAIN}"`,
      SIP_PORT: this.sipPort,
      WS_PORT: this.wsPort,
      WSS_PORT: this.wssPort,
      INTERNAL_PORT: this.internalPort,
      INTERNAL_ADDRESS: `"sip:127.0.0.1:${this.internalPort}"`,
      WITH_TLS: 1,
      TLS_CERTIFICATE: `"${certificate.file}"`,
      TLS_KEY: `"${certificate.keyFile}"`,
      USERS_DB: `"text://${tables.users}"`,
      STATE_DB: `"text://${tables.state}"`,
      ...(rtpenginePort === null ? {} : { WITH_RTPENGINE: 1, RTPENGINE: `"udp:127.0.0.1:${rtpenginePort}"` }),
    };
    const defines = Object.entries(settings).flatMap(([name, value]) => ['-A', `${name}=${value}`]);
    // In the foreground, its words on stderr. Process ids and control sockets stay in the folder.
    const fixed = ['-DD', '-E', '-f', configuration, '-Y', run, '-w', run, '-m', '64', '-M', '8'];
    const program = new Program('Kamailio', 'kamailio', [...fixed, ...defines], { folder: this.#folder });
    this.#program = program;
    await program.until('Kamailio to take WebSockets', () => opensWebSocket(this.ws));
  }

  /** Ends it in order. It tells nobody: its WebSockets break. */
  async stop(): Promise<void> {
    await this.#program?.stop();
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
}

function opensWebSocket(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, 'sip', { handshakeTimeout: 2000 });
    socket.once('open', () => {
      socket.terminate();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
