import { type AccountEntry, PbxPhone } from '../company-phone.ts';
import { SipPeer } from '../sip-peer/sip-peer.ts';
import { waitFor } from '../wait-for.ts';

export const ACTIVATED = 'Call Back is activated on 1002';
export const AVAILABLE = '1002 has become available';

const PASSWORD = 'a-secret-of-this-test';

/** The account that a stage's phone has on a peer. */
export const accountOn = (peer: SipPeer, more: Partial<AccountEntry> = {}): AccountEntry => ({
  number: '1001',
  password: PASSWORD,
  domain: 'peer.test',
  server: peer.address,
  ...more,
});

/** The real app, idle, on a server that does what a test tells it. */
export class ForeignStage {
  private constructor(
    readonly peer: SipPeer,
    readonly alice: PbxPhone,
  ) {}

  static async open(more: Partial<AccountEntry> = {}): Promise<ForeignStage> {
    const peer = await SipPeer.listen({ password: PASSWORD });
    return new ForeignStage(peer, await PbxPhone.start(accountOn(peer, more), { parameters: { idleGuard: 0 } }));
  }

  /** 1002 refuses every call from now on. */
  refuseCalls(status = 486, headers: readonly string[] = []): void {
    this.peer.on('INVITE', (request) => request.reply(status, 'No', { headers }));
  }

  /** Alice calls 1002, reads how that goes, and presses CallBack. */
  async callBack(shows: string | RegExp = 'Busy'): Promise<void> {
    await this.alice.dial('1002');
    await this.alice.phone.expectDisplay(shows);
    await this.alice.callBack();
  }

  /** Fails as soon as anything is announced. @param ms how long that is watched */
  async expectNothingAnnounced(ms: number): Promise<void> {
    const began = performance.now();
    await waitFor(
      'nothing to be announced',
      async () => {
        const shown = await this.alice.phone.displayText();
        if (shown.includes(AVAILABLE)) throw new Error(`announced: ${shown}`);
        return performance.now() - began > ms;
      },
      { timeoutMs: ms * 2 + 1000 },
    );
  }

  async close(): Promise<void> {
    await this.alice.app.close();
    await this.peer.close();
  }
}
