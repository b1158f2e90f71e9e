import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkCallBackAudio } from '../../audio/call-back-audio';
import type { Clock } from '../../base/clock';
import type { LineCommand, LineEvent } from '../../contract/line-port';

export interface AlertPlayerPorts {
  readonly clock: Clock;
  /** Where the phone's sound files are, the place of Cisco's TFTPPath: the first folder that has the file has it. */
  readonly folders: readonly string[];
  send(command: LineCommand): void;
  alarm(name: string, text: string): void;
  /** What the system shows, with a sound of its own, when ours was not heard. */
  notify(line: string): void;
}

/** An alert that has not been heard of within this time counts as silent. In milliseconds. */
const CONFIRM_WITHIN = 1000;

/**
 * Plays a sound file on a line and makes sure of it: "the alert cannot fail silently". Whatever goes wrong, the user gets
 * the system's notification and the log an alarm that names the cause.
 */
export class AlertPlayer {
  readonly #pending = new Map<string, { readonly line: string; readonly cancel: () => void }>();
  #played = 0;
  /** The last file that was checked, and what came of it: checking takes longer than reading. */
  #checked: { readonly bytes: Uint8Array; readonly wav: string } | null = null;

  readonly #ports: AlertPlayerPorts;

  constructor(ports: AlertPlayerPorts) {
    this.#ports = ports;
  }

  /** Has the line page decode the file ahead. A file that cannot be played is alarmed at once, not only when it is needed. */
  async prepare(file: string): Promise<void> {
    const wav = await this.#load(file);
    if (wav) this.#ports.send({ kind: 'loadAlert', wav });
  }

  /** @param gain 0 to 1 */
  async play(file: string, line: string, gain: number): Promise<void> {
    const wav = await this.#load(file);
    // A ringer that is turned down to nothing is the user's wish; the system's notification then has to do.
    if (!wav || gain === 0) {
      this.#ports.notify(line);
      return;
    }
    this.#played += 1;
    const alert = `${line}-alert-${this.#played}`;
    const cancel = this.#ports.clock.after(CONFIRM_WITHIN, () =>
      this.#fail(alert, 'it did not start within one second'),
    );
    this.#pending.set(alert, { line, cancel });
    this.#ports.send({ kind: 'playAlert', line, alert, wav, gain });
  }

  onEvent(event: Extract<LineEvent, { kind: 'alertStarted' | 'alertFailed' }>): void {
    if (event.kind === 'alertFailed') {
      this.#fail(event.alert, event.cause);
      return;
    }
    this.#pending.get(event.alert)?.cancel();
    this.#pending.delete(event.alert);
  }

  #fail(alert: string, cause: string): void {
    const waiting = this.#pending.get(alert);
    if (!waiting) return;
    waiting.cancel();
    this.#pending.delete(alert);
    this.#ports.alarm('AlertNotHeard', `the audio alert of line ${waiting.line} was not played: ${cause}`);
    this.#ports.notify(waiting.line);
  }

  /** The file as a WAV in base64. Read each time: it is small, and an administrator may have replaced it. */
  async #load(file: string): Promise<string | null> {
    const bytes = await this.#read(file);
    if (bytes && this.#checked && Buffer.compare(bytes, this.#checked.bytes) === 0) return this.#checked.wav;
    const audio = checkCallBackAudio(bytes);
    if (audio.ok) {
      const wav = Buffer.from(audio.wav).toString('base64');
      if (bytes) this.#checked = { bytes, wav };
      return wav;
    }
    this.#ports.alarm('AudioFileBad', `${file}: ${audio.words}`);
    return null;
  }

  async #read(file: string): Promise<Uint8Array | null> {
    for (const folder of this.#ports.folders) {
      // The name comes with an XML object: it must not lead out of the folder.
      const bytes = await readFile(join(folder, basename(file))).catch(() => null);
      if (bytes) return bytes;
    }
    return null;
  }
}
