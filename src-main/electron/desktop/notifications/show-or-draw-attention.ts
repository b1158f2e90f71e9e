import { Notification } from 'electron';
import { drawAttention } from './draw-attention';

/**
 * Shows a notification of the system. One that it does not show (it has none, or its user has not allowed ours, which macOS and
 * Windows say afterwards) is told of in the log, and its user's attention is drawn in another way.
 *
 * @returns takes it back
 */
export function showOrDrawAttention(notification: Notification, trace: (text: string) => void): () => void {
  const { title } = notification;
  let over = false;
  const fail = (cause: string): void => {
    if (over) return;
    trace(`notification not shown: ${title}: ${cause}`);
    drawAttention();
  };
  notification.on('failed', (_event, cause) => fail(cause));
  if (Notification.isSupported()) notification.show();
  else fail('this system shows none');
  return () => {
    over = true;
    notification.close();
  };
}
