import { Notification } from 'electron';
import { showOrDrawAttention } from './show-or-draw-attention';

/** A notification of the system, with its sound. `onClick`: the user wants to see what it is about. */
export function showNotification(
  title: string,
  body: string,
  onClick: () => void,
  trace: (text: string) => void,
): void {
  trace(`system notification: ${title}: ${body}`);
  const notification = new Notification({ title, body, silent: false, urgency: 'critical' });
  notification.on('click', onClick);
  showOrDrawAttention(notification, trace);
}
