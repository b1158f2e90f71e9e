import { missingCase } from '../../base/missing-case';
import type { ShortcutName } from '../../contract/preferences';
import type { Wish } from '../../phone/from-outside';
import { type DeskView, inPhase } from './desk-view';
import type { TrayAction } from './tray-menu';
import type { NotificationAction } from './wanted-notifications';

export interface DesktopActionsPorts {
  desk(): ActionsDesk | null;
  view(): DeskView;
  /** The user has looked at the phones. */
  seen(): void;
  /** What is ended meanwhile was seen by its user: nobody has missed it. */
  knowingly(work: () => void): void;
  openSettings(): void;
  quit(): void;
}

/** The phones, as far as they are told anything from outside of their windows. */
interface ActionsDesk {
  readonly phones: { wish(device: string, wish: Wish): void };
  /** The phone that its user has in front. */
  readonly front: string | undefined;
  show(device: string): void;
  showAll(): void;
}

/** Does what the user asks for in the tray, in a notification, or by keys that work everywhere. */
export class DesktopActions {
  readonly #ports: DesktopActionsPorts;

  constructor(ports: DesktopActionsPorts) {
    this.#ports = ports;
  }

  tray(action: TrayAction): void {
    const desk = this.#ports.desk();
    switch (action.kind) {
      case 'showAll':
      case 'seen':
        desk?.showAll();
        this.#ports.seen();
        break;
      case 'show':
        desk?.show(action.device);
        break;
      case 'wish':
        this.#wish(action.device, action.wish);
        break;
      case 'settings':
        this.#ports.openSettings();
        break;
      case 'quit':
        this.#ports.quit();
        break;
      default:
        missingCase(action);
    }
  }

  /** Who declines a call wants to go on with something else; all others want to see the phone. */
  notification(device: string, action: NotificationAction): void {
    const desk = this.#ports.desk();
    if (action === 'decline') {
      this.#wish(device, 'hangUp');
      return;
    }
    desk?.show(device);
    if (action !== 'show') this.#wish(device, action);
  }

  /** Of several phones the one in front goes first. */
  shortcut(name: ShortcutName): void {
    const desk = this.#ports.desk();
    const phones = [...this.#ports.view().phones].sort(
      (one, other) => Number(other.name === desk?.front) - Number(one.name === desk?.front),
    );
    const talking = phones.find((phone) => inPhase(phone, 'connected', 'ringOut', 'proceed'));
    const ringing = phones.find((phone) => inPhase(phone, 'ringIn'));
    const meant = name === 'answer' ? ringing : name === 'mute' ? talking : (talking ?? ringing);
    if (meant) this.#wish(meant.name, name);
  }

  #wish(device: string, wish: Wish): void {
    this.#ports.knowingly(() => this.#ports.desk()?.phones.wish(device, wish));
  }
}
