import type { DeskView } from './desk-view';
import { type NotificationAction, notificationsFor, type WantedNotification } from './wanted-notifications';

/** One notification of the system that is shown. */
export interface ShownNotification {
  close(): void;
}

export interface NotificationsPorts {
  /** `act`: the user has pressed a button of it, or it itself. null = the system shows none. */
  show(notification: WantedNotification, act: (action: NotificationAction) => void): ShownNotification | null;
  act(device: string, action: NotificationAction): void;
}

/** Notifies of each thing once, and takes back what has no reason any more or is seen on its phone. */
export class Notifications {
  readonly #shown = new Map<string, ShownNotification>();
  /** What has been told of; forgotten when its reason is. */
  readonly #told = new Set<string>();

  readonly #ports: NotificationsPorts;

  constructor(ports: NotificationsPorts) {
    this.#ports = ports;
  }

  /** @param mayShow no phone has the focus, and the user wants notifications */
  update(view: DeskView, mayShow: boolean): void {
    const wanted = notificationsFor(view);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, notification] of this.#shown) if (!mayShow || !keys.has(key)) this.close(key, notification);
    for (const key of this.#told) if (!keys.has(key)) this.#told.delete(key);
    for (const notification of wanted) {
      if (this.#told.has(notification.key)) continue;
      this.#told.add(notification.key);
      if (mayShow) this.#show(notification);
    }
  }

  close(key: string, notification: ShownNotification): void {
    this.#shown.delete(key);
    notification.close();
  }

  #show(notification: WantedNotification): void {
    const shown = this.#ports.show(notification, (action) => {
      this.#shown.delete(notification.key);
      this.#ports.act(notification.device, action);
    });
    if (shown) this.#shown.set(notification.key, shown);
  }
}
