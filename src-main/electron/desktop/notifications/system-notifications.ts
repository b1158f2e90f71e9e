import { Notification } from 'electron';
import type { ShownNotification } from '../../../app/desktop/notifications';
import type { NotificationAction, WantedNotification } from '../../../app/desktop/wanted-notifications';
import { showOrDrawAttention } from './show-or-draw-attention';

/**
 * The phone itself rings, and the twinkle says that somebody is available: the system adds no sound of its own. Which systems
 * have buttons depends on Electron; elsewhere a click shows the phone.
 */
export function showSystemNotification(
  { title, body, buttons }: WantedNotification,
  act: (action: NotificationAction) => void,
  trace: (text: string) => void,
): ShownNotification {
  trace(`notification: ${title}: ${body}`);
  const actions = buttons.map(({ label }) => ({ type: 'button' as const, text: label }));
  const notification = new Notification({ title, body, silent: true, actions });
  notification.on('click', () => act('show'));
  // Newer Electron has the number in the details, older beside them.
  notification.on('action', ({ actionIndex }, index) => act(buttons[actionIndex ?? index]?.action ?? 'show'));
  const takeBack = showOrDrawAttention(notification, trace);
  return {
    close: () => {
      trace(`notification over: ${title}`);
      takeBack();
    },
  };
}
