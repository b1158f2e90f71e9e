import type { ShownNotification } from '../../app/desktop/notifications';
import type { NotificationAction, WantedNotification } from '../../app/desktop/wanted-notifications';
import type { Clock } from '../../base/clock';
import { SessionBus } from './bus/session-bus';
import { FreedesktopNotifications, type NotificationPicture } from './notifications/freedesktop-notifications';
import { notificationPicture } from './notifications/notification-picture';
import { showSystemNotification } from './notifications/system-notifications';
import { hasTray, TRAY_CHANGES } from './tray/tray-host';

/** What the desktop around the app does for it: by Electron, and on Linux also by what its programs speak among each other. */
export class DesktopServices {
  readonly #bus: SessionBus;
  readonly #notifications: FreedesktopNotifications | null;
  #picture: NotificationPicture | null = null;

  readonly #trace: (text: string) => void;
  readonly #platform: NodeJS.Platform;

  constructor(clock: Clock, icon: string, trace: (text: string) => void, platform = process.platform) {
    this.#trace = trace;
    this.#platform = platform;
    this.#bus = new SessionBus(platform === 'linux' ? process.env : {}, clock);
    this.#notifications =
      platform === 'linux'
        ? new FreedesktopNotifications({
            bus: this.#bus,
            picture: () => {
              this.#picture ??= notificationPicture(icon);
              return this.#picture;
            },
            otherwise: (notification, act) => showSystemNotification(notification, act, trace),
            trace,
          })
        : null;
  }

  /** Icons of running programs are shown somewhere at this moment. */
  hasTray(): Promise<boolean> {
    return hasTray(this.#platform, this.#bus);
  }

  /** Must be called before anything is asked. */
  onTrayChanged(listener: () => void): void {
    for (const rule of TRAY_CHANGES)
      this.#bus.listen(rule, ({ member }) => {
        if (rule.includes(`member='${member}'`)) listener();
      });
  }

  /** @param act the user has pressed a button of it, or it itself */
  showNotification(
    notification: WantedNotification,
    act: (action: NotificationAction) => void,
  ): ShownNotification | null {
    return this.#notifications
      ? this.#notifications.show(notification, act)
      : showSystemNotification(notification, act, this.#trace);
  }

  close(): void {
    this.#bus.close();
  }
}
