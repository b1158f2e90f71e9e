import type { Clock } from '../base/clock';
import { failure, type Result, success } from '../base/result';
import type { CallQuality, MediaRefusal, OpenQuestion } from '../contract/media-gateway';
import { NetworkLeg, type Remote } from './network-leg';
import type { OpenPageLeg, PageLeg } from './page-leg';
import { hasVoice, PayloadMap } from './payload-map';
import type { PortPair } from './port-pair';
import { plainReports } from './rtp/rtcp';
import { readRtp, renumber } from './rtp/rtp-packet';
import { type Keying, keyingOf, offeredProtocol, OwnKeys } from './sdp/keying';
import { readSdp } from './sdp/read-sdp';
import { type Direction, directionOf, isNowhere, type MediaDescription } from './sdp/session-description';
import { type PageTransport, writeForNetwork, writeForPage } from './sdp/write-sdp';
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

type Described = Result<string, MediaRefusal>;

/** Milliseconds: what phones have where nobody says anything. */
const USUAL_PACKET_TIME = 20;

/**
 * One call's voice between a page and a phone. Descriptions of both are translated into each other; packets are passed on as
 * they are, source and number and time included, so that the reports of each side (RTCP) are true for the other.
 */
export class MediaCall {
  readonly #settings: OpenQuestion;
  readonly #page: PageLeg;
  readonly #network: NetworkLeg;
  readonly #clock: Clock;
  readonly #payloads = new PayloadMap();
  readonly #statistics = new CallStatistics();
  readonly #silence: SilenceWatch;
  readonly #keys: OwnKeys;
  readonly #session: string;
  #version = 0;
  #mid = '0';
  #packetTime = USUAL_PACKET_TIME;
  /** Our half of the way to the page, once it stands, and who of us has begun DTLS: it stays so for the whole call. */
  #way: { readonly transport: PageTransport; readonly setup: 'active' | 'passive' | null } | null = null;
  /** The network's offer that the page has not answered yet. */
  #asked: {
    readonly lines: readonly MediaDescription[];
    readonly voice: MediaDescription;
    readonly keying: Keying | null;
  } | null = null;

  constructor(settings: OpenQuestion, sockets: PortPair, parts: MediaCallParts, events: MediaCallEvents) {
    this.#settings = settings;
    this.#clock = parts.clock;
    this.#keys = new OwnKeys(parts.randomBytes);
    this.#session = String(parts.randomBytes(4).readUInt32BE());
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
  }

  /** The page's offer, for the network. */
  async pageOffer(sdp: string): Promise<Described> {
    const voice = readSdp(sdp).find(({ kind }) => kind === 'audio');
    if (!voice) return failure('noAudio');
    this.#mid = voice.mid ?? this.#mid;
    // An offer of a call that stands has the same way: ICE and DTLS are not begun anew.
    this.#way ??= await this.#page.answer(sdp);
    const formats = this.#payloads.offered(voice.formats);
    if (!hasVoice(formats)) return failure('noCommonCodec');
    this.#asked = null;
    const { srtp } = this.#settings;
    const cryptos = srtp === 'off' ? [] : this.#keys.offered();
    return success(
      this.#forNetwork(voice.direction, formats, { protocol: offeredProtocol(srtp), cryptos, answered: null }),
    );
  }

  /** The network's answer, for the page. Of a call that rings in several places there may be several. */
  networkAnswer(sdp: string): Described {
    const voice = voiceIn(readSdp(sdp));
    if (!voice) return failure('noAudio');
    if (!this.#way) return failure('noSuchCall');
    const keying = keyingOf(voice, this.#settings.srtp, this.#keys);
    if (!keying.ok) return keying;
    const formats = this.#payloads.described(voice.formats);
    if (!hasVoice(formats)) return failure('noCommonCodec');
    this.#agree(voice, keying.value);
    return success(this.#forPage(voice, formats, this.#way.transport, this.#way.setup ?? 'active'));
  }

  /** The network's offer, for the page. */
  async networkOffer(sdp: string): Promise<Described> {
    const lines = readSdp(sdp);
    const voice = voiceIn(lines);
    if (!voice) return failure('noAudio');
    const keying = keyingOf(voice, this.#settings.srtp, this.#keys);
    if (!keying.ok) return keying;
    const formats = this.#payloads.described(voice.formats);
    if (!hasVoice(formats)) return failure('noCommonCodec');
    this.#way ??= { transport: await this.#page.offer(), setup: null };
    this.#asked = { lines, voice, keying: keying.value };
    return success(this.#forPage(voice, formats, this.#way.transport, 'actpass'));
  }

  /** The page's answer, for the network. */
  pageAnswer(sdp: string): Described {
    const [asked, way] = [this.#asked, this.#way];
    const voice = readSdp(sdp).find(({ kind, port }) => kind === 'audio' && port !== 0);
    if (!asked || !way) return failure('noSuchCall');
    if (!voice) return failure('noAudio');
    if (way.setup === null) {
      this.#page.answered(sdp);
      this.#way = { ...way, setup: voice.setup === 'passive' ? 'active' : 'passive' };
    }
    this.#agree(asked.voice, asked.keying);
    const { keying } = asked;
    const cryptos = keying ? [{ tag: keying.tag, suite: keying.suite, key: keying.ours }] : [];
    const formats = this.#payloads.answered(voice.formats);
    return success(
      this.#forNetwork(voice.direction, formats, { protocol: asked.voice.protocol, cryptos, answered: asked }),
    );
  }

  quality(): CallQuality {
    return this.#statistics.quality(this.#network.encrypted);
  }

  dispose(): void {
    this.#silence.dispose();
    this.#page.dispose();
    this.#network.dispose();
  }

  /** The network's last description is in force from now on. */
  #agree(voice: MediaDescription, keying: Keying | null): void {
    this.#payloads.agree();
    this.#packetTime = voice.packetTime ?? USUAL_PACKET_TIME;
    this.#network.connect(remoteOf(voice), keying);
    const direction = directionOf(voice);
    this.#silence.expect(direction === 'sendrecv' || direction === 'sendonly');
  }

  #forPage(
    voice: MediaDescription,
    formats: ReturnType<PayloadMap['described']>,
    transport: PageTransport,
    setup: 'actpass' | 'active' | 'passive',
  ): string {
    const { packetTime } = voice;
    const [direction, mid, version] = [directionOf(voice), this.#mid, ++this.#version];
    return writeForPage({ direction, formats, packetTime, version, transport, setup, mid });
  }

  #forNetwork(
    direction: Direction,
    formats: ReturnType<PayloadMap['answered']>,
    parts: Pick<Parameters<typeof writeForNetwork>[0], 'protocol' | 'cryptos' | 'answered'>,
  ): string {
    const { address, publicAddress } = this.#settings;
    const { port } = this.#network;
    return writeForNetwork({
      ...parts,
      address: publicAddress ?? address,
      port,
      rtcpPort: port + 1,
      direction,
      formats,
      packetTime: this.#packetTime,
      session: this.#session,
      version: ++this.#version,
    });
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

const voiceIn = (lines: readonly MediaDescription[]): MediaDescription | undefined =>
  lines.find(({ kind, port, protocol }) => kind === 'audio' && port !== 0 && /^RTP\/S?AVPF?$/.test(protocol));

function remoteOf({ address, port, rtcp }: MediaDescription): Remote | null {
  if (isNowhere(address)) return null;
  return {
    rtp: { host: address, port },
    rtcp: { host: rtcp?.address ?? address, port: rtcp?.port ?? port + 1 },
  };
}
