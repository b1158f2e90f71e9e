import { loopOf, networkTone } from '../../audio/tones';
import { isRing, type LineCommand, type Loop, type ToneName } from '../../contract/line-port';
import type { NetworkTones } from './network-tones';
import type { Rings } from './rings';

export interface PhoneSoundsPorts {
  tonesOf(networkLocale: string): NetworkTones;
  readonly rings: Pick<Rings, 'of'>;
  send(command: LineCommand): void;
}

/** What a phone sounds like. */
export interface PhoneVoice {
  readonly networkLocale: string;
  /** The file of its ring; empty = the usual one. */
  readonly ringType: string;
}

/** Which sound a phone's tone is, and that the line page has it before it is to be heard. */
export class PhoneSounds {
  readonly #sent = new Set<string>();

  readonly #ports: PhoneSoundsPorts;

  constructor(ports: PhoneSoundsPorts) {
    this.#ports = ports;
  }

  /** The line page is another one, and has none. */
  forget(): void {
    this.#sent.clear();
  }

  /** @returns the name of the sound, which the line page has from now on */
  soundOf({ networkLocale, ringType }: PhoneVoice, tone: ToneName): string {
    if (isRing(tone)) {
      const cadence = tone === 'ringOutside' ? 'double' : 'single';
      const ring = this.#ports.rings.of(ringType);
      return this.#have(`${tone}/${ring.file}`, () => ring.loop(cadence));
    }
    const { locale, table } = this.#ports.tonesOf(networkLocale);
    return this.#have(`${locale}/${tone}`, () => {
      const { wav, loopFrom } = loopOf(networkTone(table, tone));
      return { wav: Buffer.from(wav).toString('base64'), loopFrom };
    });
  }

  #have(sound: string, make: () => Loop): string {
    if (this.#sent.has(sound)) return sound;
    this.#sent.add(sound);
    this.#ports.send({ kind: 'loadTones', tones: { [sound]: make() } });
    return sound;
  }
}
