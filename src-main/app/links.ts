import type { ReadLink } from './read-link';

export interface LinksPorts {
  /** The phone that its user has in front; undefined = there is none yet. */
  front(): string | undefined;
  show(device: string): void;
  fillNumber(device: string, number: string): void;
  /** Tells the user why a link is not dialled. */
  refuse(words: string): void;
}

/** Brings links to the phone in front, those too that came before there was one. */
export class Links {
  #waiting: ReadLink | null = null;

  readonly #ports: LinksPorts;

  constructor(ports: LinksPorts) {
    this.#ports = ports;
  }

  open(link: ReadLink): void {
    const { front, show, fillNumber, refuse } = this.#ports;
    if (link.kind === 'refused') {
      refuse(link.words);
      return;
    }
    const device = front();
    if (device === undefined) {
      this.#waiting = link;
      return;
    }
    show(device);
    fillNumber(device, link.number);
  }

  /** The phones are there. */
  openWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.open(waiting);
  }
}
