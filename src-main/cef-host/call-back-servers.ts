import { missingCase } from '../base/missing-case';
import type { ServiceabilityAction, ServiceState } from '../contract/serviceability';
import type { ServerTable } from '../store/server-table';
import { CallBackServer, type CallBackServerParts } from './call-back-server';

/** Each server of the demo cluster is an address of the loopback network: 127.0.0.1, 127.0.0.2, … */
export const MAX_SERVERS = 4;
const FIRST = '127.0.0.1';
const ADDRESSES = Array.from({ length: MAX_SERVERS }, (_, index) => `127.0.0.${index + 1}`);

/** "Multiple Cisco Extended Functions Applications in a Cluster": the servers that have one. The first one always does. */
export class CallBackServers {
  #servers: readonly CallBackServer[];

  readonly #table: ServerTable;
  readonly #parts: CallBackServerParts;

  constructor(table: ServerTable, parts: CallBackServerParts) {
    this.#table = table;
    this.#parts = parts;
    const others = table.load().filter((address) => address !== FIRST && ADDRESSES.includes(address));
    this.#servers = [FIRST, ...others].map((address) => new CallBackServer(address, parts));
  }

  list(): readonly CallBackServer[] {
    return this.#servers;
  }

  /** As the Phones menu has it, for the whole cluster. */
  get state(): ServiceState {
    const states = this.#servers.map(({ activation }) => activation.state);
    return states.find((state) => state === 'activated') ?? states.find((state) => state === 'silent') ?? 'deactivated';
  }

  set(state: ServiceState): void {
    for (const { activation } of this.#servers) activation.set(state);
    this.#parts.onDidChange();
  }

  act(action: ServiceabilityAction): void {
    switch (action.kind) {
      case 'set':
        this.#at(action.address)?.activation.set(action.state);
        break;
      case 'restart':
        this.#at(action.address)?.activation.restart();
        break;
      case 'add':
        this.#add();
        break;
      case 'remove':
        this.#remove(action.address);
        break;
      default:
        missingCase(action);
    }
    this.#parts.onDidChange();
  }

  stop(): void {
    for (const server of this.#servers) server.stop();
  }

  #at(address: string): CallBackServer | undefined {
    return this.#servers.find((server) => server.address === address);
  }

  #add(): void {
    const address = ADDRESSES.find((one) => !this.#at(one));
    if (address === undefined) return;
    const server = new CallBackServer(address, this.#parts);
    this.#servers = [...this.#servers, server];
    this.#keep();
    server.activation.set('activated');
  }

  #remove(address: string): void {
    if (address === FIRST) return;
    this.#at(address)?.stop();
    this.#servers = this.#servers.filter((server) => server.address !== address);
    this.#keep();
  }

  #keep(): void {
    this.#table.save(this.#servers.map((server) => server.address));
  }
}
