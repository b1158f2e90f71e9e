import { toneSpans } from '../support/find-sound.ts';
import type { PrivateSoundServer } from '../support/private-sound-server.ts';
import type { Recording } from '../support/recording.ts';
import { waitFor } from '../support/wait-for.ts';

/** What is waited for: so many stretches of these frequencies, each at least that long. */
export interface WantedTone {
  readonly frequencies: readonly number[];
  readonly spans?: number;
  readonly seconds: number;
  /** Which part of all the sound they must make up: less, where what lies beside them belongs to them. */
  readonly leastShare?: number;
}

/** Waits until that tone has sounded that often, or for that long, since it was listened for. */
export async function hearTone(
  sound: PrivateSoundServer,
  { frequencies, spans = 1, seconds, leastShare = 0.8 }: WantedTone,
): Promise<Recording> {
  const from = sound.mark();
  const heard = () => toneSpans(sound.recordingSince(from), frequencies, { leastShare });
  const long = () => heard().filter((span) => span.to - span.from >= seconds);
  await waitFor(`${spans} times ${seconds} s of ${frequencies.join(' + ')} Hz`, () => long().length >= spans, {
    timeoutMs: 30_000,
    everyMs: 500,
    otherwise: () => JSON.stringify(heard()),
  });
  return sound.recordingSince(from);
}

/** The ring that a phone has until its user chooses another: two notes in turn, ten times a second; what lies beside them is the changing. */
export const WARBLE: WantedTone = { frequencies: [660, 880], seconds: 1.5, leastShare: 0.5 };
