import { powerSaveBlocker } from 'electron';

/** Keeps the machine from falling asleep over a call, and only then. */
export class StayAwake {
  #blocker: number | null = null;

  set(needed: boolean): void {
    if (needed === (this.#blocker !== null)) return;
    if (this.#blocker === null) this.#blocker = powerSaveBlocker.start('prevent-app-suspension');
    else {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}
