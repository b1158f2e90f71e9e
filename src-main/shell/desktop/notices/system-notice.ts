import { Notification } from 'electron';
import type { ShownNotice } from './notices';
import type { NoticeAction, WantedNotice } from './wanted-notices';

/** macOS alone has buttons in the oldest Electron that runs this; elsewhere a click shows the phone. */
const HAS_BUTTONS = process.platform === 'darwin';

/** The phone itself rings, and the twinkle says that somebody is available: the system adds no sound of its own. */
export function showSystemNotice(
  { title, body, buttons }: WantedNotice,
  act: (action: NoticeAction) => void,
  trace: (text: string) => void,
): ShownNotice | null {
  trace(`notification: ${title}: ${body}`);
  if (!Notification.isSupported()) return { close: () => trace(`notification over: ${title}`) };
  const notice = new Notification({
    title,
    body,
    silent: true,
    ...(HAS_BUTTONS ? { actions: buttons.map(({ label }) => ({ type: 'button', text: label })) } : {}),
  });
  notice.on('click', () => act('show'));
  notice.on('action', (_event, index) => act(buttons[index]?.action ?? 'show'));
  notice.show();
  return {
    close: () => {
      trace(`notification over: ${title}`);
      notice.close();
    },
  };
}
