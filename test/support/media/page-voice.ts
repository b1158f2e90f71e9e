import { Audio, PeerConnection, type Track } from 'node-datachannel';

/** A page's half of a call, as a browser has it: WebRTC, and descriptions without candidates, for which nobody waits. */
export class PageVoice {
  readonly heard: Buffer[] = [];
  readonly #peer = new PeerConnection('test', {
    iceServers: [],
    bindAddress: '127.0.0.1',
    disableAutoNegotiation: true,
  });
  #track: Track | null = null;

  constructor() {
    this.#peer.onTrack((track) => this.#use(track));
  }

  get isOpen(): boolean {
    return this.#track?.isOpen() ?? false;
  }

  /** PCMU, PCMA and digits. */
  async offer(): Promise<string> {
    const audio = new Audio('0', 'SendRecv');
    audio.addAudioCodec(0, 'PCMU/8000');
    audio.addAudioCodec(8, 'PCMA/8000');
    audio.addAudioCodec(126, 'telephone-event/8000');
    this.#use(this.#peer.addTrack(audio));
    return this.#described('offer');
  }

  answer(offer: string): Promise<string> {
    this.#peer.setRemoteDescription(offer, 'offer');
    return this.#described('answer');
  }

  accept(answer: string): void {
    this.#peer.setRemoteDescription(answer, 'answer');
  }

  /** What the gateway says beside a description, if it says anything. */
  add(candidate: string | null): void {
    if (candidate !== null) this.#peer.addRemoteCandidate(candidate, '0');
  }

  say(packet: Buffer): void {
    if (this.isOpen) this.#track?.sendMessageBinary(packet);
  }

  close(): void {
    this.#peer.close();
  }

  #use(track: Track): void {
    this.#track = track;
    track.onMessage((packet) => this.heard.push(packet));
  }

  async #described(type: 'offer' | 'answer'): Promise<string> {
    const complete = new Promise<void>((resolve) =>
      this.#peer.onGatheringStateChange((state) => state === 'complete' && resolve()),
    );
    this.#peer.setLocalDescription(type);
    await complete;
    const { sdp } = this.#peer.localDescription() ?? { sdp: '' };
    return sdp
      .replace(/^a=(?:candidate|end-of-candidates).*\r\n/gm, '')
      .replace(/(a=rtpmap:\d+ [\w-]+\/8000)\S*/g, '$1');
  }
}
