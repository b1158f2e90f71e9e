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

  async answer(
    pageOffer: string,
  ): Promise<{ readonly transport: PageTransport; readonly setup: 'active' | 'passive' }> {
    // The direction of the moment is the caller's affair: what is not to flow is not sent.
    this.#peer.setRemoteDescription(
      pageOffer.replace(/^a=(?:sendonly|recvonly|inactive)\r?$/gm, 'a=sendrecv\r'),
      'offer',
    );
    const media = await this.#gathered('answer');
    return { transport: media, setup: media.setup === 'passive' ? 'passive' : 'active' };
  }

  offer(): Promise<PageTransport> {
    const audio = new Audio('0', 'SendRecv');
    // Which codecs it has does not matter: it passes on whatever comes.
    audio.addAudioCodec(0, 'PCMU');
    this.#use(this.#peer.addTrack(audio));
    return this.#gathered('offer');
  }

  answered(pageAnswer: string): void {
    this.#peer.setRemoteDescription(pageAnswer, 'answer');
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

  /** @throws Error where the library does not do what it always does */
  async #gathered(type: 'offer' | 'answer'): Promise<PageTransport & { readonly setup: string | null }> {
    const complete = new Promise<void>((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error('no way to the page')), GATHERING_TIMEOUT_MS);
      this.#peer.onGatheringStateChange((state) => {
        if (state !== 'complete') return;
        clearTimeout(patience);
        resolve();
      });
    });
    this.#peer.setLocalDescription(type);
    await complete;
    const [media] = readSdp(this.#peer.localDescription()?.sdp ?? '');
    const { port, iceFragment, icePassword, fingerprint, setup } = media ?? {};
    if (!port || !iceFragment || !icePassword || !fingerprint) throw new Error('a description without a way');
    return { port, iceFragment, icePassword, fingerprint, setup: setup ?? null };
  }
}
