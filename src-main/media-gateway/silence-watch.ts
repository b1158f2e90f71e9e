import type { Clock } from '../base/clock';

/** A far end that is to speak, and from which nothing has come for so long, is told of. Milliseconds. */
const SILENCE_MS = 8_000;

const LOOK_EVERY_MS = 1_000;

/** Tells when the far end's RTP stays away, and when it is back. A far end on hold owes us nothing. */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #onChange: (silent: boolean) => void;
  #expected = false;
  #heardAt = 0;
  #silent = false;
  #cancel: () => void = () => undefined;

  constructor(clock: Clock, onChange: (silent: boolean) => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** @param speaks whether the far end is to send, by the descriptions that are in force */
  expect(speaks: boolean): void {
    if (speaks && !this.#expected) this.#heardAt = this.#clock.now();
    this.#expected = speaks;
    this.#cancel();
    if (speaks) this.#look();
    else this.#tell(false);
  }

  heard(): void {
    this.#heardAt = this.#clock.now();
    this.#tell(false);
  }

  dispose(): void {
    this.#cancel();
  }

  #look(): void {
    if (this.#clock.now() - this.#heardAt >= SILENCE_MS) this.#tell(true);
    this.#cancel = this.#clock.after(LOOK_EVERY_MS, () => this.#look());
  }

  #tell(silent: boolean): void {
    if (silent === this.#silent) return;
    this.#silent = silent;
    this.#onChange(silent);
  }
}
