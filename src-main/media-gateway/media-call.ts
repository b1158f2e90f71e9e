import type { Clock } from '../base/clock';
import type { CallQuality, OpenQuestion } from '../contract/media-gateway';
import { CallDescriptions } from './call-descriptions';
import { NetworkLeg } from './network-leg';
import type { OpenPageLeg, PageLeg } from './page-leg';
import { PayloadMap } from './payload-map';
import type { PortPair } from './port-pair';
import { plainReports } from './rtp/rtcp';
import { readRtp, renumber } from './rtp/rtp-packet';
import { OwnKeys } from './sdp/keying';
import { SilenceWatch } from './silence-watch';
import { CallStatistics } from './statistics/call-statistics';

export interface MediaCallEvents {
  onReady(): void;
  onBroken(): void;
  onSilence(silent: boolean): void;
}

export interface MediaCallParts {
  readonly openPageLeg: OpenPageLeg;
  readonly clock: Clock;
  readonly randomBytes: (length: number) => Buffer;
}

/**
 * One call's voice between a page and a phone. Packets are passed on as they are, source and number and time included, so that
 * the reports of each side (RTCP) are true for the other.
 */
export class MediaCall {
  readonly descriptions: CallDescriptions;
  readonly #page: PageLeg;
  readonly #network: NetworkLeg;
  readonly #clock: Clock;
  readonly #payloads = new PayloadMap();
  readonly #statistics = new CallStatistics();
  readonly #silence: SilenceWatch;

  constructor(settings: OpenQuestion, sockets: PortPair, parts: MediaCallParts, events: MediaCallEvents) {
    this.#clock = parts.clock;
    this.#silence = new SilenceWatch(parts.clock, (silent) => events.onSilence(silent));
    this.#network = new NetworkLeg(sockets, parts.clock, {
      onRtp: (packet) => this.#toPage(packet),
      onReport: (compound) => this.#reportToPage(compound),
    });
    this.#page = parts.openPageLeg({
      onRtp: (packet) => this.#toNetwork(packet),
      onReport: (compound) => this.#reportToNetwork(compound),
      onReady: () => events.onReady(),
      onBroken: () => events.onBroken(),
    });
    this.descriptions = new CallDescriptions({
      settings,
      page: this.#page,
      port: sockets.port,
      payloads: this.#payloads,
      keys: new OwnKeys(parts.randomBytes),
      session: String(parts.randomBytes(4).readUInt32BE()),
      agree: ({ remote, keying, direction }) => {
        this.#network.connect(remote, keying);
        this.#silence.expect(direction === 'sendrecv' || direction === 'sendonly');
      },
    });
  }

  quality(): CallQuality {
    return this.#statistics.quality(this.#network.encrypted);
  }

  dispose(): void {
    this.#silence.dispose();
    this.#page.dispose();
    this.#network.dispose();
  }

  #toNetwork(packet: Buffer): void {
    const header = readRtp(packet);
    const payloadType = header && this.#payloads.toNetwork(header.payloadType);
    if (!header || payloadType === null || payloadType === undefined) return;
    this.#statistics.sentRtp(this.#payloads.codecOf(header.payloadType));
    this.#network.send(renumber(packet, payloadType));
  }

  #toPage(packet: Buffer): void {
    this.#silence.heard();
    const header = readRtp(packet);
    const payloadType = header && this.#payloads.toPage(header.payloadType);
    if (!header || payloadType === null || payloadType === undefined) return;
    const codec = this.#payloads.codecOf(payloadType);
    if (codec !== null) this.#statistics.heardRtp(header, codec, this.#clock.now());
    this.#page.send(renumber(packet, payloadType));
  }

  #reportToNetwork(compound: Buffer): void {
    const plain = plainReports(compound);
    if (plain === null) return;
    this.#statistics.sentReport(plain, this.#clock.now());
    this.#network.sendReport(plain);
  }

  #reportToPage(compound: Buffer): void {
    this.#statistics.heardReport(compound, this.#clock.now());
    this.#page.send(compound);
  }
}
