import type { Browser, Page } from 'playwright-core';

/** A browser's half of a call: a tone for a voice, and WebRTC as Chromium has it. Nobody waits for its candidates. */
export class BrowserVoice {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<BrowserVoice> {
    const page = await browser.newPage();
    await page.evaluate(() => {
      const context = new AudioContext({ sampleRate: 48_000 });
      const tone = new OscillatorNode(context, { frequency: 1_000 });
      const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      tone.connect(out);
      tone.start();
      const connection = new RTCPeerConnection();
      for (const track of out.stream.getTracks()) connection.addTrack(track, out.stream);
      Object.assign(globalThis, { connection });
    });
    return new BrowserVoice(page);
  }

  /** @param direction what the page wants: `sendonly` is a hold */
  offer(direction: RTCRtpTransceiverDirection = 'sendrecv'): Promise<string> {
    return this.#page.evaluate(async (wanted) => {
      for (const transceiver of connection.getTransceivers()) transceiver.direction = wanted;
      const { sdp = '' } = await connection.createOffer();
      await connection.setLocalDescription({ type: 'offer', sdp });
      return sdp;
    }, direction);
  }

  answer(offer: string): Promise<string> {
    return this.#page.evaluate(async (sdp) => {
      await connection.setRemoteDescription({ type: 'offer', sdp });
      const answer = await connection.createAnswer();
      await connection.setLocalDescription(answer);
      return answer.sdp ?? '';
    }, offer);
  }

  accept(answer: string): Promise<void> {
    return this.#page.evaluate((sdp) => connection.setRemoteDescription({ type: 'answer', sdp }), answer);
  }

  /** What the gateway says beside a description, if it says anything. */
  async add(candidate: string | null): Promise<void> {
    if (candidate === null) return;
    await this.#page.evaluate((one) => connection.addIceCandidate({ candidate: one, sdpMLineIndex: 0 }), candidate);
  }

  press(digits: string): Promise<void> {
    return this.#page.evaluate((tones) => {
      for (const { dtmf } of connection.getSenders()) dtmf?.insertDTMF(tones, 100);
    }, digits);
  }

  /** Packets that have come. */
  heard(): Promise<number> {
    return this.#page.evaluate(async () => {
      let packets = 0;
      for (const report of (await connection.getStats()).values())
        if (report.type === 'inbound-rtp') packets += report.packetsReceived;
      return packets;
    });
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

declare const connection: RTCPeerConnection;
