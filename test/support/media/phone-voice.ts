import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { CryptoAttribute } from '../../../src-main/media-gateway/sdp/crypto-attribute.ts';
import { SrtpContext } from '../../../src-main/media-gateway/srtp/srtp-context.ts';

/** A phone's half of a call: two sockets, and SRTP where it has keys. */
export class PhoneVoice {
  readonly heard: Buffer[] = [];
  readonly reports: Buffer[] = [];
  /** What came and was not authentic. */
  forged = 0;
  #ours: SrtpContext | null = null;
  #theirs: SrtpContext | null = null;

  private constructor(
    readonly host: string,
    readonly rtp: Socket,
    readonly rtcp: Socket,
  ) {
    rtp.on('message', (packet) => {
      if (packet.length > 0) this.#keep(this.heard, this.#theirs ? this.#theirs.unprotect(packet) : packet);
    });
    rtcp.on('message', (packet) =>
      this.#keep(this.reports, this.#theirs ? this.#theirs.unprotectReport(packet) : packet),
    );
  }

  static async open(host = '127.0.0.1'): Promise<PhoneVoice> {
    const sockets = [1, 2].map(() => createSocket(host.includes(':') ? 'udp6' : 'udp4'));
    for (const socket of sockets) await once(socket.bind(0, host), 'listening');
    const [rtp, rtcp] = sockets;
    if (!rtp || !rtcp) throw new Error('no sockets');
    return new PhoneVoice(host, rtp, rtcp);
  }

  get port(): number {
    return this.rtp.address().port;
  }

  /** Its `m=` line and what belongs to it. */
  describe(formats: string, protocol = 'RTP/AVP', ...more: readonly string[]): readonly string[] {
    return [
      `m=audio ${this.port} ${protocol} ${formats}`,
      `c=IN ${this.host.includes(':') ? 'IP6' : 'IP4'} ${this.host}`,
      `a=rtcp:${this.rtcp.address().port}`,
      ...more,
    ];
  }

  secure(ours: CryptoAttribute, theirs: CryptoAttribute): void {
    this.#ours = new SrtpContext(ours.suite, ours.key);
    this.#theirs = new SrtpContext(theirs.suite, theirs.key);
  }

  say(packet: Buffer, port: number): void {
    this.rtp.send((this.#ours ? this.#ours.protect(packet) : packet) ?? packet, port, this.host);
  }

  report(compound: Buffer, port: number): void {
    this.rtcp.send((this.#ours ? this.#ours.protectReport(compound) : compound) ?? compound, port, this.host);
  }

  close(): void {
    this.rtp.close();
    this.rtcp.close();
  }

  #keep(kept: Buffer[], packet: Buffer | null): void {
    if (packet === null) this.forged++;
    else kept.push(packet);
  }
}
