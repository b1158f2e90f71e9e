import type { Format } from './sdp/session-description';

/** What a page can speak that a phone may as well. Redundancy and the like stay between browsers. */
const SPEAKABLE = /^(?:(?:PCMU|PCMA|G722|CN)\/8000|opus\/48000\/2|telephone-event\/(?:8000|48000))$/;

/** Neither is a voice. */
const BESIDE_VOICE = /^(?:telephone-event|CN)\//;

export const hasVoice = (formats: readonly Format[]): boolean => formats.some(({ codec }) => !BESIDE_VOICE.test(codec));

/**
 * The numbers of codecs, here and there. A page keeps the number that a codec has had first, whatever the network calls it in
 * later offers: a browser may refuse a number that has meant something else before.
 */
export class PayloadMap {
  readonly #onPage = new Map<string, number>();
  /** By the description that is in force: what the network wants to be sent, and what it may send. */
  #toNetwork: ReadonlyMap<number, number> = new Map();
  #toPage: ReadonlyMap<number, number> = new Map();
  /** By one that has not been agreed to yet: the page's numbers and the network's. */
  #described: ReadonlyMap<number, number> = new Map();

  /** What of a page's offer leaves the house, under the page's own numbers. */
  offered(formats: readonly Format[]): readonly Format[] {
    const speakable = formats.filter(({ codec }) => SPEAKABLE.test(codec));
    // RFC 4733 section 2.1: events have the clock of a voice that is offered, or nobody could send them.
    const hasOpus = speakable.some(({ codec }) => codec.startsWith('opus/'));
    const kept = speakable.filter(({ codec }) => hasOpus || codec !== 'telephone-event/48000');
    for (const { codec, payloadType } of kept) this.#onPage.set(codec, payloadType);
    return kept;
  }

  /** The formats of the network's description for the page, under the page's numbers. */
  described(formats: readonly Format[]): readonly Format[] {
    const described = new Map<number, number>();
    const taken: Format[] = [];
    for (const format of formats) {
      if (!SPEAKABLE.test(format.codec)) continue;
      const payloadType = this.#onPage.get(format.codec) ?? this.#newNumber(format.payloadType);
      if (described.has(payloadType)) continue;
      this.#onPage.set(format.codec, payloadType);
      described.set(payloadType, format.payloadType);
      taken.push({ ...format, payloadType });
    }
    this.#described = described;
    return taken;
  }

  /** A page's answer under the network's numbers. */
  answered(formats: readonly Format[]): readonly Format[] {
    return formats.flatMap((format) => {
      const payloadType = this.#described.get(format.payloadType);
      return payloadType === undefined ? [] : [{ ...format, payloadType }];
    });
  }

  /** The network's last description is in force from now on. */
  agree(): void {
    this.#toNetwork = this.#described;
    // RFC 3264, 5.1: an answerer sends by the offer's numbers, and there are those who send by their own.
    const own = [...this.#onPage.values()].map((payloadType) => [payloadType, payloadType] as const);
    this.#toPage = new Map([...own, ...[...this.#toNetwork].map(([page, network]) => [network, page] as const)]);
  }

  /** undefined = nobody has agreed to it. */
  toNetwork(payloadType: number): number | undefined {
    return this.#toNetwork.get(payloadType);
  }

  toPage(payloadType: number): number | undefined {
    return this.#toPage.get(payloadType);
  }

  /** By the page's number: `PCMU/8000`. */
  codecOf(payloadType: number): string | null {
    return [...this.#onPage].find(([, number]) => number === payloadType)?.[0] ?? null;
  }

  #newNumber(wanted: number): number {
    const used = new Set(this.#onPage.values());
    if (!used.has(wanted)) return wanted;
    for (let free = 127; free >= 96; free--) if (!used.has(free)) return free;
    return wanted;
  }
}
