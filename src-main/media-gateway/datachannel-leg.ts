import { Audio, PeerConnection, type Track } from 'node-datachannel';
import type { OpenPageLeg, PageLeg, PageLegEvents } from './page-leg';
import { isRtcp } from './rtp/rtp-packet';
import { readSdp } from './sdp/read-sdp';
import type { PageTransport } from './sdp/write-sdp';

/** Page and gateway are on one machine: nobody else is to reach either. */
const CONFIGURATION = { iceServers: [], bindAddress: '127.0.0.1', disableAutoNegotiation: true };

/** libdatachannel's WebRTC, which answers at once: there are no servers to ask. Milliseconds. */
const GATHERING_TIMEOUT_MS = 5_000;

export const openDatachannelLeg: OpenPageLeg = (events) => new DatachannelLeg(events);

class DatachannelLeg implements PageLeg {
  readonly #peer = new PeerConnection('page', CONFIGURATION);
  readonly #events: PageLegEvents;
  #track: Track | null = null;
  #over = false;

  constructor(events: PageLegEvents) {
    this.#events = events;
    this.#peer.onTrack((track) => this.#use(track));
    this.#peer.onStateChange((state) => {
      if (state === 'failed' || state === 'closed' || state === 'disconnected') this.#break();
    });
  }

  async answer(pageOffer: string): ReturnType<PageLeg['answer']> {
    // The direction of the moment is the caller's affair: what is not to flow is not sent.
    const offer = pageOffer.replace(/^a=(?:sendonly|recvonly|inactive)\r?$/gm, 'a=sendrecv\r');
    if (!this.#describe(offer, 'offer')) return null;
    const media = await this.#gathered('answer');
    return media && { transport: media, setup: media.setup === 'passive' ? 'passive' : 'active' };
  }

  offer(): Promise<PageTransport | null> {
    const audio = new Audio('0', 'SendRecv');
    // Which codecs it has does not matter: it passes on whatever comes.
    audio.addAudioCodec(0, 'PCMU');
    this.#use(this.#peer.addTrack(audio));
    return this.#gathered('offer');
  }

  answered(pageAnswer: string): boolean {
    return this.#describe(pageAnswer, 'answer');
  }

  send(packet: Buffer): void {
    if (this.#over || !this.#track?.isOpen()) return;
    try {
      this.#track.sendMessageBinary(packet);
    } catch {
      // The library's own thread has closed it since: a packet is lost, and `onBroken` follows.
    }
  }

  dispose(): void {
    if (this.#over) return;
    this.#over = true;
    this.#peer.close();
  }

  #use(track: Track): void {
    this.#track = track;
    track.onMessage((packet) => {
      if (this.#over) return;
      if (isRtcp(packet)) this.#events.onReport(packet);
      else this.#events.onRtp(packet);
    });
    track.onOpen(() => {
      if (!this.#over) this.#events.onReady();
    });
  }

  #break(): void {
    if (this.#over) return;
    this.dispose();
    this.#events.onBroken();
  }

  #describe(sdp: string, type: 'offer' | 'answer'): boolean {
    try {
      this.#peer.setRemoteDescription(sdp, type);
      return true;
    } catch {
      // The library's only way to say that it does not understand.
      return false;
    }
  }

  /** null where the library does not do what it always does. */
  async #gathered(type: 'offer' | 'answer'): Promise<(PageTransport & { readonly setup: string | null }) | null> {
    const complete = new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, GATHERING_TIMEOUT_MS);
      this.#peer.onGatheringStateChange((state) => {
        if (state !== 'complete') return;
        clearTimeout(patience);
        resolve();
      });
    });
    this.#peer.setLocalDescription(type);
    await complete;
    const [media] = this.#over ? [] : readSdp(this.#peer.localDescription()?.sdp ?? '');
    const { port, iceFragment, icePassword, fingerprint, setup } = media ?? {};
    if (!port || !iceFragment || !icePassword || !fingerprint) return null;
    return { port, iceFragment, icePassword, fingerprint, setup: setup ?? null };
  }
}
