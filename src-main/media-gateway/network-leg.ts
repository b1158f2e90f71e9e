import type { RemoteInfo } from 'node:dgram';
import type { Clock } from '../base/clock';
import type { Endpoint } from '../sip/endpoint';
import { destination, expecting, heard, isWelcome, OPEN_LATCH } from './latch';
import type { PortPair } from './port-pair';
import { isRtcp } from './rtp/rtp-packet';
import type { Keying } from './sdp/keying';
import { SrtpContext } from './srtp/srtp-context';

export interface Remote {
  readonly rtp: Endpoint;
  readonly rtcp: Endpoint;
}

export interface NetworkLegEvents {
  /** In clear, whatever came. */
  onRtp(packet: Buffer): void;
  onReport(compound: Buffer): void;
}

/** A NAT forgets a way that nothing has used for half a minute or so (RFC 6263). Milliseconds. */
const KEEP_OPEN_MS = 15_000;

/** The network's half of a call: RTP and RTCP at two neighbouring ports, in clear or as SRTP with keys from SDP. */
export class NetworkLeg {
  readonly port: number;
  readonly #sockets: PortPair;
  readonly #clock: Clock;
  readonly #events: NetworkLegEvents;
  #latch = OPEN_LATCH;
  #rtcp: Endpoint | null = null;
  #keying: Keying | null = null;
  #theirs: SrtpContext | null = null;
  #ours: SrtpContext | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;
  #cancelKeeping: () => void = () => undefined;
  #over = false;

  constructor(sockets: PortPair, clock: Clock, events: NetworkLegEvents) {
    this.port = sockets.port;
    this.#sockets = sockets;
    this.#clock = clock;
    this.#events = events;
    sockets.rtp.on('message', (packet, from) => this.#receive(packet, from));
    sockets.rtcp.on('message', (packet, from) => this.#receiveReport(packet, from));
  }

  get encrypted(): boolean {
    return this.#keying !== null;
  }

  /** As the last offer and answer have it. `remote`: null = the far end wants to hear nothing, and has no address. */
  connect(remote: Remote | null, keying: Keying | null): void {
    this.#latch = expecting(this.#latch, remote?.rtp ?? null);
    this.#rtcp = remote?.rtcp ?? null;
    const before = this.#keying;
    const sameSuite = keying?.suite === before?.suite;
    // Keys that stay keep their place in the sequence of packets; new ones begin anew (RFC 4568, 7.1.4).
    if (!keying || !before || !sameSuite || !keying.theirs.equals(before.theirs))
      this.#theirs = keying && new SrtpContext(keying.suite, keying.theirs);
    if (!keying || !before || !sameSuite || !keying.ours.equals(before.ours))
      this.#ours = keying && new SrtpContext(keying.suite, keying.ours);
    this.#keying = keying;
    // Opens a NAT, and tells a server that waits for us where we are, also where we have nothing to say.
    this.#sentAt = Number.NEGATIVE_INFINITY;
    this.#keepOpen();
  }

  send(packet: Buffer): void {
    const to = destination(this.#latch);
    const sealed = this.#ours ? this.#ours.protect(packet) : packet;
    if (to === null || sealed === null || this.#over) return;
    this.#sentAt = this.#clock.now();
    this.#sockets.rtp.send(sealed, to.port, to.host);
  }

  sendReport(compound: Buffer): void {
    const sealed = this.#ours ? this.#ours.protectReport(compound) : compound;
    if (this.#rtcp !== null && sealed !== null && !this.#over)
      this.#sockets.rtcp.send(sealed, this.#rtcp.port, this.#rtcp.host);
  }

  dispose(): void {
    if (this.#over) return;
    this.#over = true;
    this.#cancelKeeping();
    this.#sockets.rtp.close();
    this.#sockets.rtcp.close();
  }

  #receive(packet: Buffer, { address, port }: RemoteInfo): void {
    // RFC 5761: there are those who send both to one port without a word.
    if (isRtcp(packet)) {
      this.#receiveReport(packet, { address, port });
      return;
    }
    const [from, now] = [{ host: address, port }, this.#clock.now()];
    if (packet.length === 0 || !isWelcome(this.#latch, from, now)) return;
    const opened = this.#theirs ? this.#theirs.unprotect(packet) : packet;
    if (opened === null) return;
    this.#latch = heard(this.#latch, from, now);
    this.#events.onRtp(opened);
  }

  #receiveReport(packet: Buffer, { address, port }: Pick<RemoteInfo, 'address' | 'port'>): void {
    // A BYE from anybody else would end the far end's voice at the page.
    if (address !== this.#latch.latched?.host && address !== this.#rtcp?.host) return;
    const compound = this.#theirs ? this.#theirs.unprotectReport(packet) : packet;
    if (compound === null) return;
    // Behind a NAT reports come from elsewhere than SDP says, as the voice does (RFC 4961).
    if (this.#rtcp !== null) this.#rtcp = { host: address, port };
    this.#events.onReport(compound);
  }

  #keepOpen(): void {
    this.#cancelKeeping();
    const to = destination(this.#latch);
    if (to !== null && this.#clock.now() - this.#sentAt >= KEEP_OPEN_MS) {
      this.#sentAt = this.#clock.now();
      // Nothing at all is a packet too (RFC 6263 section 4.1), and nobody takes it for voice.
      this.#sockets.rtp.send(Buffer.alloc(0), to.port, to.host);
    }
    this.#cancelKeeping = this.#clock.after(KEEP_OPEN_MS, () => this.#keepOpen());
  }
}
