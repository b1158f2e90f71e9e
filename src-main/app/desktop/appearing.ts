import type { DeskView } from './desk-view';
import { notificationsFor } from './wanted-notifications';

/**
 * Shows the phone that begins to ring, or whose Call Back may be dialled, of an app that has no window open: a desktop may
 * show no notifications, and a phone that rings must be found.
 */
export class Appearing {
  #known: ReadonlySet<string> = new Set();

  readonly #show: (device: string) => void;

  constructor(show: (device: string) => void) {
    this.#show = show;
  }

  /** @param hidden no phone has a window */
  update(view: DeskView, hidden: boolean): void {
    const reasons = notificationsFor(view).filter(({ kind }) => kind !== 'missed');
    const fresh = reasons.filter(({ key }) => !this.#known.has(key));
    this.#known = new Set(reasons.map(({ key }) => key));
    if (hidden) for (const device of new Set(fresh.map((reason) => reason.device))) this.#show(device);
  }
}
