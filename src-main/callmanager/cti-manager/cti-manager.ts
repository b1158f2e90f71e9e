import type { CtiEvent } from '../../contract/cti-messages';
import type { LineStatus } from '../../contract/line-status';
import { type LoopbackServer, listenOnLoopback } from './loopback-server';
import { Provider, type ProviderPorts } from './provider';

/** CTIManager: what happens at phones and lines, told over TCP to the applications that have opened them. */
export class CtiManager {
  private readonly providers = new Set<Provider>();
  private server: LoopbackServer | null = null;

  constructor(private readonly ports: ProviderPorts) {}

  /**
   * @param wanted "CTI Connecting Port—Default specifies port 2748"; another one is taken if it is not free
   * @returns the port
   */
  async listen(wanted: number): Promise<number> {
    this.server = await listenOnLoopback(wanted, (socket) => {
      const provider = new Provider(socket, this.ports);
      this.providers.add(provider);
      socket.once('close', () => this.providers.delete(provider));
    });
    return this.server.port;
  }

  async close(): Promise<void> {
    await this.server?.close();
  }

  lineStatus(number: string, status: LineStatus): void {
    for (const provider of this.providers) provider.lineStatus(number, status);
  }

  callOutcome(event: Extract<CtiEvent, { kind: 'callConnected' | 'callFailed' }>): void {
    for (const provider of this.providers) provider.callOutcome(event);
  }

  /** @returns false if no application is there to hear it */
  notify(event: CtiEvent): boolean {
    const open = [...this.providers].filter((provider) => provider.isOpen);
    for (const provider of open) provider.notify(event);
    return open.length > 0;
  }
}
