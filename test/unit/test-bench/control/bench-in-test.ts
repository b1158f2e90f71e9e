import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import document from '../../../../docs/control-api.json';
import { systemClock } from '../../../../src-main/base/system-clock';
import { startControl } from '../../../../src-main/test-bench/control/control';
import type { ControlledPhones } from '../../../../src-main/test-bench/control/phones/controlled-phones';
import { TestBench } from '../../../../src-main/test-bench/control/test-bench';
import { drawDisplay } from '../../../../src-renderer/face/lcd/draw-display';
import { PhoneDriver } from '../../phone/phone-driver';

/** The control API over one phone that is a real state machine, without a line page. */
export class BenchInTest {
  private constructor(
    readonly phone: PhoneDriver,
    readonly bench: TestBench,
    readonly folder: string,
    readonly traced: readonly string[],
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<BenchInTest> {
    const phone = PhoneDriver.registered();
    const folder = mkdtempSync(join(tmpdir(), 'callback-phone-control-'));
    const traced: string[] = [];
    const { name } = phone.snapshot.device;
    const phones: ControlledPhones = {
      status: () => [phone.status],
      snapshot: (device) => (device === name ? phone.snapshot : undefined),
      press: (_, key) => void phone.key(key),
      pressSoftkey: (_, label) => {
        for (let page = 0; page < 6 && !phone.softkeys.includes(label); page++) {
          if (!phone.softkeys.includes('more')) return false;
          phone.softkey('more');
        }
        if (phone.softkeys.includes(label)) phone.softkey(label);
        return phone.softkeys.includes(label);
      },
      fillNumber: (_, number) => void phone.input({ kind: 'fillNumber', number }),
    };
    const bench = new TestBench({ clock: systemClock, phones: () => phones, lineOf: () => '1001' });
    const control = await startControl({
      bench,
      document,
      draw: async (snapshot) => drawDisplay(snapshot),
      port: 0,
      folder,
      trace: (text) => void traced.push(text),
    });
    return new BenchInTest(phone, bench, folder, traced, async () => {
      await control.stop();
      rmSync(folder, { recursive: true });
    });
  }

  /** Something has happened on the phone: its user sees it, and so does the bench. */
  changed(): void {
    this.bench.published(this.phone.snapshot.device.name);
  }

  get file(): { readonly url: string; readonly token: string } {
    return JSON.parse(readFileSync(join(this.folder, 'control.json'), 'utf8'));
  }

  /** A request as a client makes it, with the token unless others are given. */
  ask(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const { url, token } = this.file;
    return fetch(`${url}/v1${path}`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  async told(path: string, body?: unknown) {
    const response = await this.ask(path, body);
    return { status: response.status, body: await response.json() };
  }
}
