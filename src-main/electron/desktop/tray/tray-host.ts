import type { BusCall, BusMessage } from '../bus/bus-message';

/** The session bus, as far as it is asked. */
export interface AskedBus {
  call(call: BusCall): Promise<BusMessage | null>;
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
/** A watcher that nobody shows icons for is none: some desktops keep it running beside a panel that is not. */
const IS_SHOWN: BusCall = {
  destination: WATCHER,
  path: '/StatusNotifierWatcher',
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  signature: 'ss',
  body: [WATCHER, 'IsStatusNotifierHostRegistered'],
};

/** What the bus says when a panel comes or goes. Anybody could say the second: it is a reason to ask, and nothing else. */
export const TRAY_CHANGES = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${WATCHER}'`,
  `type='signal',interface='${WATCHER}',member='StatusNotifierHostRegistered'`,
] as const;

/**
 * Whether icons of running programs are shown anywhere. Windows and macOS always do; on Linux it depends on the desktop, which
 * says so on the session bus. Where nobody can be asked, there is none: an app that hides in a tray that is not there is gone.
 */
export async function hasTray(platform: NodeJS.Platform, bus: AskedBus): Promise<boolean> {
  if (platform !== 'linux') return true;
  const [answer] = (await bus.call(IS_SHOWN))?.body ?? [];
  return typeof answer === 'object' && 'value' in answer && answer.value === true;
}
