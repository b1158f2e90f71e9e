import { Notification } from 'electron';
import type { ShownNotification } from '../../../app/desktop/notifications';
import type { NotificationAction, WantedNotification } from '../../../app/desktop/wanted-notifications';

/** macOS alone has buttons in the oldest Electron that runs this; elsewhere a click shows the phone. */
const HAS_BUTTONS = process.platform === 'darwin';

/** The phone itself rings, and the twinkle says that somebody is available: the system adds no sound of its own. */
export function showSystemNotification(
  { title, body, buttons }: WantedNotification,
  act: (action: NotificationAction) => void,
  trace: (text: string) => void,
): ShownNotification | null {
  trace(`notification: ${title}: ${body}`);
  if (!Notification.isSupported()) return { close: () => trace(`notification over: ${title}`) };
  const notification = new Notification({
    title,
    body,
    silent: true,
    ...(HAS_BUTTONS ? { actions: buttons.map(({ label }) => ({ type: 'button', text: label })) } : {}),
  });
  notification.on('click', () => act('show'));
  notification.on('action', (_event, index) => act(buttons[index]?.action ?? 'show'));
  notification.show();
  return {
    close: () => {
      trace(`notification over: ${title}`);
      notification.close();
    },
  };
}
