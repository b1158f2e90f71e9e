import type { BodyAndContentType, SessionDescriptionHandler, SessionDescriptionHandlerOptions } from 'sip.js';
import { Facts } from './facts';

type Direction = 'sendrecv' | 'sendonly' | 'recvonly';

export interface HoldOptions extends SessionDescriptionHandlerOptions {
  readonly hold?: boolean;
}

/** Makes and takes session descriptions as a phone without a sound card would: an answer obeys its offer. */
export class DescriptionHandler implements SessionDescriptionHandler {
  /** Every description of the far end, in order. */
  readonly received = new Facts<string>();
  /** What this end has said of itself last. */
  direction: Direction = 'sendrecv';
  readonly #owner: string;
  #version = 0;
  /** The offer of the far end that waits for our answer. */
  #offered: Direction | undefined;
  #waitsForAnswer = false;

  constructor(owner: string) {
    this.#owner = owner;
  }

  close(): void {}

  getDescription(options?: HoldOptions): Promise<BodyAndContentType> {
    if (this.#offered === undefined) this.direction = options?.hold ? 'sendonly' : 'sendrecv';
    else this.direction = this.#offered === 'sendonly' ? 'recvonly' : 'sendrecv';
    this.#waitsForAnswer = this.#offered === undefined;
    this.#offered = undefined;
    this.#version += 1;
    const lines = [
      'v=0',
      `o=${this.#owner} 1 ${this.#version} IN IP4 127.0.0.1`,
      's=-',
      'c=IN IP4 127.0.0.1',
      't=0 0',
      'm=audio 40000 RTP/AVP 0',
      'a=rtpmap:0 PCMU/8000',
      `a=${this.direction}`,
      '',
    ];
    return Promise.resolve({ body: lines.join('\r\n'), contentType: 'application/sdp' });
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  setDescription(sdp: string): Promise<void> {
    this.received.add(sdp);
    if (!this.#waitsForAnswer) this.#offered = sdp.includes('a=sendonly') ? 'sendonly' : 'sendrecv';
    this.#waitsForAnswer = false;
    return Promise.resolve();
  }

  rollbackDescription(): Promise<void> {
    this.#offered = undefined;
    this.#waitsForAnswer = false;
    return Promise.resolve();
  }

  sendDtmf(): boolean {
    return false;
  }
}
