import type { LineCommand, LineEvent } from '../../../contract/line-port';

/** What a phone lets be heard, and what it has. */
export interface HeardSounds {
  /** dial, ringback, busy, ring …; null = silence, or a voice. */
  readonly tone: string | null;
  /** How many alerts have begun to play since the app was started. */
  readonly alerts: number;
}

const SILENCE: HeardSounds = { tone: null, alerts: 0 };

/** The sounds of each line, from what its line page is told and reports. */
export class SoundsByLine {
  readonly #heard = new Map<string, HeardSounds>();
  /** Which line an alert that has been sent is for. */
  readonly #alerts = new Map<string, string>();

  of(line: string | undefined): HeardSounds {
    return this.#heard.get(line ?? '') ?? SILENCE;
  }

  /** @returns the line whose sounds are others now */
  sent(command: LineCommand): string | null {
    if (command.kind === 'playAlert') this.#alerts.set(command.alert, command.line);
    if (command.kind !== 'playTone') return null;
    this.#heard.set(command.line, { ...this.of(command.line), tone: command.tone?.name ?? null });
    return command.line;
  }

  /** @returns the line whose sounds are others now */
  happened(event: LineEvent): string | null {
    if (event.kind !== 'alertStarted') return null;
    const line = this.#alerts.get(event.alert);
    this.#alerts.delete(event.alert);
    if (line === undefined) return null;
    const heard = this.of(line);
    this.#heard.set(line, { ...heard, alerts: heard.alerts + 1 });
    return line;
  }
}
