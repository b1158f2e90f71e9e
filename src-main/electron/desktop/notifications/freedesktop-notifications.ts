import { APP_ID } from '../../../app/app-id';
import type { ShownNotification } from '../../../app/desktop/notifications';
import type { NotificationAction, WantedNotification } from '../../../app/desktop/wanted-notifications';
import { escapeXml } from '../../../base/escape-xml';
import type { BusMessage } from '../bus/bus-message';
import { type BusValue, type BusVariant, variant } from '../bus/bus-types';
import type { SessionBus } from '../bus/session-bus';

/** A picture as the specification wants it: rows of red, green, blue and opacity. */
export interface NotificationPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface FreedesktopNotificationsPorts {
  readonly bus: Pick<SessionBus, 'call' | 'listen'>;
  /** Ours. */
  picture(): NotificationPicture;
  /** Shows it in another way, where nobody on the bus shows notifications. */
  otherwise(notification: WantedNotification, act: (action: NotificationAction) => void): ShownNotification | null;
  trace(text: string): void;
}

type Act = (action: NotificationAction) => void;

interface Shown {
  /** Who shows it: nobody else may say that a button of it was pressed. */
  readonly server: string;
  readonly notification: WantedNotification;
  readonly act: Act;
}

const NAME = 'org.freedesktop.Notifications';
const SERVER = { destination: NAME, path: '/org/freedesktop/Notifications', interface: NAME };
/** A click beside the buttons. */
const DEFAULT = 'default';
const CHANNELS = 4;
const BITS = 8;
/** Until it is taken back: how long a call rings, or a number is free, is nothing that a desktop knows. */
const STAYS = 0;
const AS_USUAL = -1;
const [NORMAL, CRITICAL] = [1, 2];

/**
 * Notifications with buttons on a Linux desktop: the Desktop Notifications Specification, spoken on the session bus. Electron
 * has buttons for macOS alone.
 */
export class FreedesktopNotifications {
  readonly #shown = new Map<number, Shown>();

  readonly #ports: FreedesktopNotificationsPorts;

  constructor(ports: FreedesktopNotificationsPorts) {
    this.#ports = ports;
    ports.bus.listen(`type='signal',sender='${NAME}',interface='${NAME}'`, (signal) => this.#hear(signal));
  }

  show(notification: WantedNotification, act: Act): ShownNotification {
    let over = false;
    const takenBack = this.#open(notification, act, () => over);
    return {
      close: () => {
        over = true;
        void takenBack.then((takeBack) => takeBack());
      },
    };
  }

  /** @returns takes it back */
  async #open(notification: WantedNotification, act: Act, isOver: () => boolean): Promise<() => void> {
    const { bus, otherwise, trace } = this.#ports;
    const able = (await bus.call({ ...SERVER, member: 'GetCapabilities' }))?.body[0] as readonly string[] | undefined;
    if (isOver()) return () => {};
    const answer = able && (await bus.call({ ...SERVER, member: 'Notify', ...this.#wordsOf(notification, able) }));
    if (!answer) {
      const other = isOver() ? null : otherwise(notification, act);
      return () => other?.close();
    }
    const id = Number(answer.body[0]);
    this.#shown.set(id, { server: answer.sender, notification, act });
    trace(`notification ${id}: ${notification.title}: ${notification.body}`);
    return () => this.#takeBack(id);
  }

  #takeBack(id: number): void {
    if (!this.#shown.delete(id)) return;
    this.#ports.trace(`notification ${id} is taken back`);
    void this.#ports.bus.call({ ...SERVER, member: 'CloseNotification', signature: 'u', body: [id] });
  }

  #wordsOf({ title, body, buttons, kind }: WantedNotification, able: readonly string[]) {
    const { width, height, pixels } = this.#ports.picture();
    const picture = [width, height, width * CHANNELS, true, BITS, CHANNELS, pixels];
    const hints: readonly (readonly [string, BusVariant])[] = [
      ['urgency', variant('y', kind === 'ring' ? CRITICAL : NORMAL)],
      ['desktop-entry', variant('s', APP_ID)],
      // The phone itself rings, and the twinkle says that somebody is available.
      ['suppress-sound', variant('b', true)],
      ['image-data', variant('(iiibiiay)', picture)],
      ...(kind === 'available' ? [] : [['category', variant('s', CATEGORIES[kind])] as const]),
    ];
    const actions = able.includes('actions')
      ? [DEFAULT, 'Show', ...buttons.flatMap(({ action, label }) => [action, label])]
      : [];
    const text = able.includes('body-markup') ? escapeXml(body) : body;
    const values = [
      'Callback Phone',
      0,
      '',
      title,
      text,
      actions,
      hints as readonly BusValue[],
      kind === 'missed' ? AS_USUAL : STAYS,
    ];
    return { signature: 'susssasa{sv}i', body: values };
  }

  #hear({ sender, member, body: [id, key] }: BusMessage): void {
    const shown = this.#shown.get(Number(id));
    if (shown?.server !== sender) return;
    if (member === 'NotificationClosed') this.#shown.delete(Number(id));
    if (member !== 'ActionInvoked') return;
    const { notification, act } = shown;
    const action = key === DEFAULT ? 'show' : notification.buttons.find((button) => button.action === key)?.action;
    if (!action) return;
    // What was answered is over, whatever the desktop makes of it.
    this.#takeBack(Number(id));
    act(action);
  }
}

/** "Categories" of the specification. */
const CATEGORIES = { ring: 'call.incoming', missed: 'call.unanswered' } as const;
