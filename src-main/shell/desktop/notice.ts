import { Notification } from 'electron';

/** A notification of the system, with its sound. `onClick`: the user wants to see what it is about. */
export function showNotice(title: string, body: string, onClick: () => void, trace: (text: string) => void): void {
  trace(`system notification: ${title}: ${body}`);
  if (!Notification.isSupported()) return;
  const notice = new Notification({ title, body, silent: false, urgency: 'critical' });
  notice.on('click', onClick);
  notice.show();
}
