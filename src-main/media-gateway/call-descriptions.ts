import { failure, type Result, success } from '../base/result';
import type { MediaRefusal, OpenQuestion } from '../contract/media-gateway';
import type { Remote } from './network-leg';
import type { PageLeg } from './page-leg';
import { hasVoice, type PayloadMap } from './payload-map';
import { type Keying, keyingOf, type OwnKeys, offeredProtocol } from './sdp/keying';
import { readSdp } from './sdp/read-sdp';
import { allowedBy, type Direction, directionOf, isNowhere, type MediaDescription } from './sdp/session-description';
import { candidateAt, type PageTransport, writeForNetwork, writeForPage } from './sdp/write-sdp';

/** What both sides have agreed to, of the network's half. */
interface Agreement {
  /** null = the far end wants to hear nothing, and has no address. */
  readonly remote: Remote | null;
  readonly keying: Keying | null;
  /** What the far end does. */
  readonly direction: Direction;
}

interface DescriptionParts {
  readonly settings: OpenQuestion;
  readonly page: Pick<PageLeg, 'answer' | 'offer' | 'answered'>;
  /** Of RTP on the network; RTCP has the next one. */
  readonly port: number;
  readonly payloads: PayloadMap;
  readonly keys: OwnKeys;
  readonly session: string;
  readonly agree: (agreement: Agreement) => void;
}

export interface Description {
  readonly sdp: string;
  /**
   * What the page is to add to its connection now, and no sooner. A page that knew our address before we have its answer would
   * begin at once, and the library (libdatachannel 0.24.5) would compare its certificate with a fingerprint that it has not read
   * yet: on a busy machine one call in thirteen failed so.
   */
  readonly candidate: string | null;
}

type Described = Result<Description, MediaRefusal>;
type Formats = ReturnType<PayloadMap['described']>;

/** Milliseconds: what phones have where nobody says anything. */
const USUAL_PACKET_TIME = 20;

/** The network's offer that the page has not answered yet. */
interface Asked {
  readonly lines: readonly MediaDescription[];
  readonly voice: MediaDescription;
  readonly keying: Keying | null;
}

/** One call's descriptions, those of a page and those of a phone, translated into each other (RFC 3264). */
export class CallDescriptions {
  readonly #parts: DescriptionParts;
  #version = 0;
  #mid = '0';
  #packetTime = USUAL_PACKET_TIME;
  /** By the page's last offer. */
  #offered: Direction = 'sendrecv';
  /** Our half of the way to the page, once it stands, and who of us has begun DTLS: it stays so for the whole call. */
  #way: { readonly transport: PageTransport; readonly setup: 'active' | 'passive' | null } | null = null;
  #asked: Asked | null = null;

  constructor(parts: DescriptionParts) {
    this.#parts = parts;
  }

  /** The page's offer, for the network. */
  async pageOffer(sdp: string): Promise<Described> {
    const { page, payloads, settings, keys } = this.#parts;
    const voice = readSdp(sdp).find(({ kind }) => kind === 'audio');
    if (!voice) return failure('noAudio');
    this.#mid = voice.mid ?? this.#mid;
    // An offer of a call that stands has the same way: ICE and DTLS are not begun anew.
    this.#way ??= await page.answer(sdp);
    if (!this.#way) return failure('badDescription');
    const formats = payloads.offered(voice.formats);
    if (!hasVoice(formats)) return failure('noCommonCodec');
    this.#asked = null;
    this.#offered = voice.direction;
    const cryptos = settings.srtp === 'off' ? [] : keys.offered();
    const protocol = offeredProtocol(settings.srtp);
    return described(this.#forNetwork(voice.direction, formats, { protocol, cryptos, answered: null }));
  }

  /** The network's answer, for the page. Of a call that rings in several places there may be several. */
  networkAnswer(sdp: string): Described {
    const read = this.#fromNetwork(sdp);
    if (!read.ok) return read;
    if (!this.#way) return failure('noSuchCall');
    const { voice, keying, formats } = read.value;
    const direction = allowedBy(this.#offered, directionOf(voice));
    this.#agree(voice, direction, keying);
    const { transport, setup } = this.#way;
    return described(this.#forPage(voice, direction, formats, { transport, setup: setup ?? 'active' }));
  }

  /** The network's offer, for the page. */
  async networkOffer(sdp: string): Promise<Described> {
    const read = this.#fromNetwork(sdp);
    if (!read.ok) return read;
    const { voice, formats } = read.value;
    const transport = this.#way?.transport ?? (await this.#parts.page.offer());
    if (!transport) return failure('badDescription');
    this.#way ??= { transport, setup: null };
    this.#asked = read.value;
    return described(this.#forPage(voice, directionOf(voice), formats, { transport, setup: 'actpass' }));
  }

  /** The page's answer, for the network. */
  pageAnswer(sdp: string): Described {
    const [asked, way] = [this.#asked, this.#way];
    const voice = readSdp(sdp).find(({ kind, port }) => kind === 'audio' && port !== 0);
    if (!asked || !way) return failure('noSuchCall');
    if (!voice) return failure('noAudio');
    if (way.setup === null) {
      if (!this.#parts.page.answered(sdp)) return failure('badDescription');
      this.#way = { ...way, setup: voice.setup === 'passive' ? 'active' : 'passive' };
    }
    const { keying, voice: theirs } = asked;
    this.#agree(theirs, directionOf(theirs), keying);
    const cryptos = keying ? [{ tag: keying.tag, suite: keying.suite, key: keying.ours }] : [];
    const formats = this.#parts.payloads.answered(voice.formats);
    const answer = { protocol: theirs.protocol, cryptos, answered: asked };
    return described(
      this.#forNetwork(voice.direction, formats, answer),
      way.setup === null ? candidateAt(way.transport) : null,
    );
  }

  #fromNetwork(sdp: string): Result<Asked & { readonly formats: Formats }, MediaRefusal> {
    const { payloads, settings, keys } = this.#parts;
    const lines = readSdp(sdp);
    const voice = lines.find(
      ({ kind, port, protocol }) => kind === 'audio' && port !== 0 && /^RTP\/S?AVPF?$/.test(protocol),
    );
    if (!voice) return failure('noAudio');
    const keying = keyingOf(voice, settings.srtp, keys);
    if (!keying.ok) return keying;
    const formats = payloads.described(voice.formats);
    return hasVoice(formats) ? success({ lines, voice, keying: keying.value, formats }) : failure('noCommonCodec');
  }

  /** The network's last description is in force from now on. */
  #agree(voice: MediaDescription, direction: Direction, keying: Keying | null): void {
    this.#packetTime = voice.packetTime ?? USUAL_PACKET_TIME;
    this.#parts.payloads.agree();
    this.#parts.agree({ remote: remoteOf(voice), keying, direction });
  }

  #forPage(
    { packetTime }: MediaDescription,
    direction: Direction,
    formats: Formats,
    way: { readonly transport: PageTransport; readonly setup: 'actpass' | 'active' | 'passive' },
  ): string {
    const [mid, version] = [this.#mid, ++this.#version];
    const candidate = way.setup === 'actpass' ? null : candidateAt(way.transport);
    return writeForPage({ ...way, direction, formats, packetTime, version, candidate, mid });
  }

  #forNetwork(
    direction: Direction,
    formats: Formats,
    more: Pick<Parameters<typeof writeForNetwork>[0], 'protocol' | 'cryptos' | 'answered'>,
  ): string {
    const { settings, port, session } = this.#parts;
    return writeForNetwork({
      ...more,
      address: settings.publicAddress ?? settings.address,
      port,
      rtcpPort: port + 1,
      direction,
      formats,
      packetTime: this.#packetTime,
      session,
      version: ++this.#version,
    });
  }
}

const described = (sdp: string, candidate: string | null = null): Described => success({ sdp, candidate });

function remoteOf({ address, port, rtcp }: MediaDescription): Remote | null {
  if (isNowhere(address)) return null;
  return {
    rtp: { host: address, port },
    rtcp: { host: rtcp?.address ?? address, port: rtcp?.port ?? port + 1 },
  };
}
