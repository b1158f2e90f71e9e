import type { Clock } from '../../base/clock';
import { missingCase } from '../../base/missing-case';
import type { DemoCommand, DemoView } from '../../contract/guided-demo';
import type { DeskView } from '../desktop/desk-view';
import { type Pace, Playing } from './playing';
import { STORY } from './story';

export interface GuidedDemoPorts {
  readonly clock: Clock;
  desk(): DeskView;
  /** Presses a softkey by what it means. @returns false if the phone does not offer it */
  pressSoftkey(device: string, meaning: string): boolean;
  pressDigit(device: string, digit: string): void;
  /** Brings the phones to the eyes of whoever is shown the story. */
  showPhones(devices: readonly string[]): void;
  publish(view: DemoView): void;
}

const WELCOME = 'The phones are made ready.';
export const BY_HAND = 'Stopped: a key was pressed by hand, or a phone was closed. “Restart” begins anew.';
export const TOO_FEW =
  'The story needs three registered phones of the demo cluster: “Add Phone” is in the Phones menu.';
const STUCK =
  'Stopped: the phones do something else than the story has it; perhaps a call forward or do not disturb is set on one of them.';

/**
 * Plays the chapter's story on three phones by their keys, at the pace of a presenter.
 *
 * ```
 *                 pause                    the last step is done
 *   playing <───────────────> paused        playing ──> over
 *      │          play           │
 *      └────────────┬────────────┘   by hand, or the phones do otherwise
 *                   v
 *                stopped             restart: from everywhere to playing
 * ```
 */
export class GuidedDemo {
  #view: DemoView = { step: 0, of: STORY.length, caption: WELCOME, state: 'stopped', speed: 1 };
  #playing: Playing | null = null;

  readonly #ports: GuidedDemoPorts;

  constructor(ports: GuidedDemoPorts) {
    this.#ports = ports;
  }

  /** As it is shown now. */
  get shown(): DemoView {
    return this.#view;
  }

  obey(command: DemoCommand): void {
    switch (command.kind) {
      case 'restart':
        this.start();
        break;
      case 'pause':
        if (this.#view.state === 'playing') this.#publish({ state: 'paused' });
        this.#playing?.paceChanged();
        break;
      case 'play':
        if (this.#view.state === 'paused') this.#publish({ state: 'playing' });
        this.#playing?.paceChanged();
        break;
      case 'next':
        this.#playing?.next();
        break;
      case 'speed':
        this.#publish({ speed: command.speed });
        this.#playing?.paceChanged();
        break;
      case 'close':
        this.close();
        break;
      default:
        missingCase(command);
    }
  }

  start(): void {
    this.#playing?.end();
    this.#publish({ step: 0, caption: WELCOME, state: 'playing' });
    const playing: Playing = new Playing(
      this.#ports,
      () => this.#pace,
      (step, caption) => this.#publish({ step, caption }),
    );
    this.#playing = playing;
    void playing.play().then((end) => {
      if (this.#playing !== playing) return;
      this.#playing = null;
      if (end === 'over') this.#publish({ state: 'over' });
      else if (end !== 'ended') this.#publish({ state: 'stopped', caption: end === 'tooFew' ? TOO_FEW : STUCK });
    });
  }

  /** Something on the desk is otherwise. */
  deskChanged(): void {
    this.#playing?.look();
  }

  /** A user has taken one of the phones. They are left as they are. */
  handled(device: string): void {
    if (!this.#playing?.needs(device)) return;
    this.#playing.end();
    this.#playing = null;
    this.#publish({ state: 'stopped', caption: BY_HAND });
  }

  /** The presenter has seen enough: what the story has begun is put away. */
  close(): void {
    const playing = this.#playing;
    if (!playing) return;
    playing.end();
    this.#playing = null;
    this.#publish({ state: 'stopped' });
    void new Playing(
      this.#ports,
      () => ({ paused: false, speed: 4 }),
      () => {},
    ).tidy();
  }

  get #pace(): Pace {
    return { paused: this.#view.state === 'paused', speed: this.#view.speed };
  }

  #publish(change: Partial<DemoView>): void {
    this.#view = { ...this.#view, ...change };
    this.#ports.publish(this.#view);
  }
}
