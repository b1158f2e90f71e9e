import { CuttableProxy } from '../../support/cuttable-proxy.ts';
import { BareClient, type BareClientOptions } from './bare-client/bare-client.ts';
import { type Certificate, type Certificates, makeCertificates } from './certificates.ts';
import { DeskPhone } from './desk-phone/desk-phone.ts';
import type { DeskPhoneSettings } from './desk-phone/settings.ts';
import type { Behaviour } from './scripted-phone/scenarios.ts';
import { ScriptedCall } from './scripted-phone/scripted-call.ts';
import { ScriptedPhone } from './scripted-phone/scripted-phone.ts';
import { Kamailio } from './servers/kamailio.ts';
import { Rtpengine } from './servers/rtpengine.ts';
import { TlsFront } from './servers/tls-front.ts';
import { TwoLinePhone } from './two-line-phone/two-line-phone.ts';
import { VoiceMail } from './voice-mail.ts';

export type CertificateKind = 'good' | 'expired' | 'wrongHost' | 'selfSigned';

export interface LabOptions {
  /** What Kamailio shows on its wss port; `good` unless given. */
  readonly certificate?: CertificateKind;
  /** Sound between WebRTC and desk phones; true unless given. */
  readonly media?: boolean;
  /** Lines besides those of NUMBERS. */
  readonly moreNumbers?: readonly string[];
}

/** One Kamailio, its rtpengine, and whatever phones a story asks for. What it has started, it stops. */
export class Lab {
  readonly #closing: (() => Promise<void>)[] = [];

  private constructor(
    readonly certificates: Certificates,
    readonly rtpengine: Rtpengine | null,
    readonly kamailio: Kamailio,
  ) {}

  static async start(options: LabOptions = {}): Promise<Lab> {
    const { certificate = 'good', media = true, moreNumbers = [] } = options;
    const certificates = makeCertificates();
    let rtpengine: Rtpengine | null = null;
    try {
      if (media) rtpengine = await Rtpengine.start();
      const rtpenginePort = rtpengine?.port ?? null;
      const kamailio = await Kamailio.start({ certificate: certificates[certificate], rtpenginePort, moreNumbers });
      return new Lab(certificates, rtpengine, kamailio);
    } catch (error) {
      await rtpengine?.close();
      certificates.remove();
      throw error;
    }
  }

  /** A desk phone with a voice (baresip); resolves when it is registered. */
  async deskPhone(
    number: string,
    settings: Partial<Pick<DeskPhoneSettings, 'answer' | 'tone' | 'expires' | 'calls' | 'srtp'>> = {},
  ): Promise<DeskPhone> {
    return this.#owned(await DeskPhone.start({ ...settings, number, serverPort: this.kamailio.sipPort }));
  }

  /** A desk phone that does the same with every call (sipp); resolves when it is registered. */
  async scriptedPhone(number: string, behaviour: Behaviour, talkMs?: number): Promise<ScriptedPhone> {
    const settings = { number, behaviour, serverPort: this.kamailio.sipPort };
    return this.#owned(await ScriptedPhone.start(talkMs === undefined ? settings : { ...settings, talkMs }));
  }

  /** A call from a desk phone that names itself by a GRUU (sipp). */
  async scriptedCall(number: string, called: string): Promise<ScriptedCall> {
    return this.#owned(await ScriptedCall.start(number, called, this.kamailio.sipPort));
  }

  /** A desk phone with two lines, which it can join (twinkle); resolves when it is registered. */
  async twoLinePhone(number: string): Promise<TwoLinePhone> {
    return this.#owned(await TwoLinePhone.start({ number, serverPort: this.kamailio.sipPort }));
  }

  /** Raw SIP over a WebSocket, registered. */
  async bareClient(number: string, options: Partial<BareClientOptions> = {}): Promise<BareClient> {
    const authority = this.certificates.authority;
    const client = await BareClient.connect({ server: this.kamailio.ws, authority, ...options, number });
    this.#owned({ close: async () => client.close() });
    const status = await client.register();
    if (status !== 200) throw new Error(`Kamailio answers ${status} to the registration of ${number}`);
    return client;
  }

  /** A voicemail on Kamailio's machine, which has told nothing yet. */
  async voiceMail(): Promise<VoiceMail> {
    return this.#owned(await VoiceMail.open(this.kamailio.internalPort));
  }

  /** A network with faults in front of Kamailio's `ws://`. */
  async proxy(): Promise<CuttableProxy> {
    return this.#owned(await CuttableProxy.open(this.kamailio.wsPort));
  }

  /** Another `wss://` to the same Kamailio, with a certificate of that kind. */
  async tlsFront(kind: CertificateKind): Promise<TlsFront> {
    const certificate: Certificate = this.certificates[kind];
    return this.#owned(await TlsFront.open(this.kamailio.wsPort, certificate));
  }

  /** Phones first: they say goodbye to a server that still runs. Once more does no harm. */
  async stop(): Promise<void> {
    for (const close of this.#closing.splice(0).toReversed()) await close();
    await this.kamailio.close();
    await this.rtpengine?.close();
    this.certificates.remove();
  }

  #owned<T extends { close(): Promise<void> }>(part: T): T {
    this.#closing.push(() => part.close());
    return part;
  }
}
