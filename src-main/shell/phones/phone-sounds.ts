import type { Tone } from '../../audio/tone-table';
import { loopOf, networkTone, type Synthesis, synthesizeTone } from '../../audio/tones';
import type { LineCommand, Loop, ToneName } from '../../contract/line-port';
import type { NetworkTones } from './network-tones';

/** A fourth, E5 to A5 and back, ten times a second; whole periods of both, so the pitch changes at a zero of the wave. */
const WARBLE: Tone = [
  ...Array.from({ length: 40 }, (_, turn) => ({ frequencies: [turn % 2 === 0 ? 660 : 880], milliseconds: 50 })),
  { frequencies: [], milliseconds: 4000 },
];

export interface PhoneSoundsPorts {
  tonesOf(networkLocale: string): NetworkTones;
  send(command: LineCommand): void;
}

/** Which sound a phone's tone is, and that the line page has it before it is to be heard. */
export class PhoneSounds {
  private readonly sent = new Set<string>();

  constructor(private readonly ports: PhoneSoundsPorts) {}

  /** The line page is another one, and has none. */
  forget(): void {
    this.sent.clear();
  }

  /** @returns the name of the sound, which the line page has from now on */
  soundOf(networkLocale: string, tone: ToneName): string {
    if (tone === 'ring') return this.have('ring', () => synthesizeTone(WARBLE));
    const { locale, table } = this.ports.tonesOf(networkLocale);
    return this.have(`${locale}/${tone}`, () => networkTone(table, tone));
  }

  private have(sound: string, make: () => Synthesis): string {
    if (this.sent.has(sound)) return sound;
    this.sent.add(sound);
    const { wav, loopFrom } = loopOf(make());
    const loop: Loop = { wav: Buffer.from(wav).toString('base64'), loopFrom };
    this.ports.send({ kind: 'loadTones', tones: { [sound]: loop } });
    return sound;
  }
}
