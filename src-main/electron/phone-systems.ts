import type { PhoneSystem } from '../contract/account-settings';
import type { LineCommand } from '../contract/line-port';
import { startDemoSystem } from './demo-system';
import type { Desk } from './desk';
import type { Machine, RunningSystem } from './machine';
import { type PbxAccount, startPbxSystem } from './pbx-system';

/** The phone system that the phones of this desk are connected to, one at a time. */
export class PhoneSystems {
  #running: RunningSystem | null = null;

  readonly #machine: Machine;
  readonly #accounts: () => readonly PbxAccount[];

  constructor(machine: Machine, accounts: () => readonly PbxAccount[]) {
    this.#machine = machine;
    this.#accounts = accounts;
  }

  /** Opens its phones. The app must be ready. @throws Error in words for the user if it cannot run */
  async start(kind: PhoneSystem): Promise<void> {
    this.#running =
      kind === 'accounts' ? startPbxSystem(this.#machine, this.#accounts) : await startDemoSystem(this.#machine);
  }

  /** Ends the one for the other; a phone system that is wanted again goes on as it is. */
  async change(kind: PhoneSystem): Promise<void> {
    if (this.#running?.kind === kind) {
      this.showAll();
      return;
    }
    await this.stop();
    await this.start(kind);
  }

  /** Without an account there is nothing left to be connected to but the demo cluster. */
  async accountsChanged(): Promise<void> {
    if (this.#accounts().length > 0) this.#running?.accountsChanged();
    else await this.change('demo');
  }

  /** See Desk. */
  async begun(): Promise<void> {
    await this.desk?.begun();
  }

  certificateRefused(server: string): void {
    this.#running?.certificateRefused(server);
  }

  /** The phones as they are now; null = between two phone systems. */
  get desk(): Desk | null {
    return this.#running?.desk ?? null;
  }

  get kind(): PhoneSystem | null {
    return this.#running?.kind ?? null;
  }

  isOurs(device: string): boolean {
    return this.#running?.isOurs(device) ?? false;
  }

  get isReady(): boolean {
    return this.desk?.isReady ?? false;
  }

  showAll(): void {
    this.desk?.showAll();
  }

  windows(): ReturnType<Desk['windowsOpen']> {
    return this.desk?.windowsOpen() ?? [];
  }

  send(command: LineCommand): void {
    this.desk?.send(command);
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = null;
  }
}
