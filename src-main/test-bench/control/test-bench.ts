import type { Clock } from '../../base/clock';
import { Listeners } from '../../base/listeners';
import { failure, type Result, success } from '../../base/result';
import type { LineCommand, LineEvent } from '../../contract/line-port';
import type { PhoneSnapshot } from '../../contract/phone-snapshot';
import { EventLog } from './events/event-log';
import type { ControlledPhones, ControlledStatus } from './phones/controlled-phones';
import { dialNumber, typeText } from './phones/dial-number';
import { unmetParts } from './phones/expectation';
import type { Expectation } from './phones/expectation-schema';
import { SoundsByLine } from './phones/heard-sounds';
import { type PhoneReport, reportOf } from './phones/phone-report';
import { pressKeys } from './phones/press-keys';

export interface TestBenchPorts {
  readonly clock: Clock;
  /** null = between two phone systems. */
  phones(): ControlledPhones | null;
  /** The id of the line by which the phone sounds. */
  lineOf(device: string): string | undefined;
}

/** What an expectation came to. */
export type Expected =
  | { readonly held: true; readonly phone: PhoneReport }
  /** `error`: what was there instead, in words. */
  | { readonly held: false; readonly error: string; readonly phone: PhoneReport };

/** The phones of this desk for a program: pressed, read, and waited for. */
export class TestBench {
  readonly events: EventLog;
  readonly #ports: TestBenchPorts;
  readonly #sounds = new SoundsByLine();
  readonly #changed = new Listeners<[device: string]>();

  constructor(ports: TestBenchPorts) {
    this.#ports = ports;
    this.events = new EventLog(() => ports.clock.now());
  }

  list(): readonly PhoneReport[] {
    return this.#statuses.flatMap((status) => this.#reportOf(status) ?? []);
  }

  /** @param number a directory number of the phone's first line, or the device's name */
  find(number: string): PhoneReport | undefined {
    const status = this.#statuses.find((phone) => phone.number === number || phone.name === number);
    return status && this.#reportOf(status);
  }

  snapshot(phone: PhoneReport): PhoneSnapshot | undefined {
    return this.#phones?.snapshot(phone.name);
  }

  press({ name, number }: PhoneReport, keys: readonly string[]): Result<PhoneReport, string> {
    this.events.add({ kind: 'keys', number, keys });
    return this.#act(name, (phones) => pressKeys(phones, name, keys));
  }

  dial({ name, number }: PhoneReport, called: string): Result<PhoneReport, string> {
    this.events.add({ kind: 'dialled', number, called });
    return this.#act(name, (phones) => dialNumber(phones, name, called));
  }

  type({ name, number }: PhoneReport, text: string): Result<PhoneReport, string> {
    this.events.add({ kind: 'typed', number, text });
    return this.#act(name, (phones) => success(typeText(phones, name, text)));
  }

  /** Waits for a fact. */
  expect(phone: PhoneReport, expectation: Expectation, signal: AbortSignal): Promise<Expected> {
    const { clock } = this.#ports;
    let last = phone;
    const look = (): readonly string[] => {
      last = this.#report(phone.name) ?? last;
      return unmetParts(expectation, last);
    };
    return new Promise((resolve) => {
      const end = (expected: Expected): void => {
        cancel();
        stop();
        resolve(expected);
      };
      const giveUp = (): void => end({ held: false, error: look().join('; '), phone: last });
      const check = (): void => {
        if (look().length === 0) end({ held: true, phone: last });
      };
      const stop = this.#changed.add((device) => {
        if (device === phone.name) check();
      });
      const cancel = clock.after(expectation.timeout, giveUp);
      signal.addEventListener('abort', giveUp, { once: true });
      check();
    });
  }

  /** A phone shows something else. */
  published(device: string): void {
    this.#changed.tell(device);
    const report = this.#report(device);
    if (report) this.events.add({ kind: 'phone', number: report.number, report });
  }

  /** A line page is told something. */
  sent(command: LineCommand): void {
    this.#soundsChanged(this.#sounds.sent(command));
  }

  happened(event: LineEvent): void {
    this.#soundsChanged(this.#sounds.happened(event));
  }

  #soundsChanged(line: string | null): void {
    if (line === null) return;
    const phone = this.#statuses.find(({ name }) => this.#ports.lineOf(name) === line);
    if (phone) this.published(phone.name);
  }

  #act(name: string, act: (phones: ControlledPhones) => Result<unknown, string>): Result<PhoneReport, string> {
    const done: Result<unknown, string> = this.#phones ? act(this.#phones) : failure('the phones are being changed');
    const report = this.#report(name);
    if (!done.ok) return done;
    return report ? success(report) : failure('the phone is gone');
  }

  get #phones(): ControlledPhones | null {
    return this.#ports.phones();
  }

  get #statuses(): readonly ControlledStatus[] {
    return this.#phones?.status() ?? [];
  }

  #report(device: string): PhoneReport | undefined {
    const status = this.#statuses.find(({ name }) => name === device);
    return status && this.#reportOf(status);
  }

  #reportOf(status: ControlledStatus): PhoneReport | undefined {
    const snapshot = this.#phones?.snapshot(status.name);
    return snapshot && reportOf(snapshot, status, this.#sounds.of(this.#ports.lineOf(status.name)));
  }
}
