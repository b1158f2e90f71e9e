import { expect, test, vi } from 'vitest';
import type { WantedNotification } from '../../../../../src-main/app/desktop/wanted-notifications';
import type { BusCall, BusMessage } from '../../../../../src-main/electron/desktop/bus/bus-message';
import type { BusVariant } from '../../../../../src-main/electron/desktop/bus/bus-types';
import { FreedesktopNotifications } from '../../../../../src-main/electron/desktop/notifications/freedesktop-notifications';

const SERVER = ':1.7';
const message = (more: Partial<BusMessage>): BusMessage => ({
  ...{ kind: 'reply', sender: SERVER, path: '', interface: '', member: '', replyTo: 1, error: '', body: [] },
  ...more,
});

/** A server of notifications that has done what `can` says, and what it was asked. */
function desktop(can: readonly string[] | null) {
  const log: string[] = [];
  const calls: BusCall[] = [];
  let hear = (_signal: BusMessage): void => {};
  const notifications = new FreedesktopNotifications({
    bus: {
      call: async (call) => {
        calls.push(call);
        if (call.member === 'CloseNotification') log.push(`closed ${call.body?.[0]}`);
        if (can === null) return null;
        return message({ body: call.member === 'GetCapabilities' ? [can] : [calls.length + 40] });
      },
      listen: (_rule, listener) => {
        hear = listener;
      },
    },
    picture: () => ({ width: 1, height: 1, pixels: new Uint8Array([1, 2, 3, 4]) }),
    otherwise: ({ title }) => {
      log.push(`Electron: ${title}`);
      return { close: () => log.push('Electron closed') };
    },
    trace: () => {},
  });
  const signal = (member: string, body: BusMessage['body'], sender = SERVER): void =>
    hear(message({ kind: 'signal', member, body, sender }));
  const asked = () => calls.find(({ member }) => member === 'Notify')?.body ?? [];
  const show = (notification: WantedNotification) => notifications.show(notification, (action) => log.push(action));
  return { show, signal, asked, log };
}

const RING: WantedNotification = {
  key: 'ring',
  kind: 'ring',
  device: 'SEP1002',
  title: 'Bob <b>1002</b> calls',
  body: 'R&D <7960>',
  buttons: [
    { label: 'Answer', action: 'answer' },
    { label: 'Decline', action: 'decline' },
  ],
};

test('a call has its buttons, stays while it rings, and makes no sound of its own', async () => {
  const { show, asked } = desktop(['actions', 'body', 'body-markup']);
  show(RING);
  await vi.waitFor(() => expect(asked()).not.toEqual([]));
  const [name, replaces, icon, title, body, actions, hints, expires] = asked();
  expect([name, replaces, icon, title, body, actions, expires]).toEqual([
    'Callback Phone',
    0,
    '',
    'Bob <b>1002</b> calls',
    'R&amp;D &lt;7960&gt;',
    ['default', 'Show', 'answer', 'Answer', 'decline', 'Decline'],
    0,
  ]);
  const values = Object.fromEntries(
    (hints as readonly [string, BusVariant][]).map(([hint, { value }]) => [hint, value]),
  );
  expect(values).toEqual({
    urgency: 2,
    category: 'call.incoming',
    'desktop-entry': 'dev.callbackphone.app',
    'suppress-sound': true,
    'image-data': [1, 1, 4, true, 8, 4, new Uint8Array([1, 2, 3, 4])],
  });
});

test('a desktop that has no buttons and no markup gets neither', async () => {
  const { show, asked } = desktop(['body']);
  show(RING);
  await vi.waitFor(() => expect(asked()).not.toEqual([]));
  expect([asked()[4], asked()[5]]).toEqual(['R&D <7960>', []]);
});

test.each([
  ['answer', 'answer'],
  ['decline', 'decline'],
  ['default', 'show'],
])('the button %s does %s, once, and the notification is over', async (key, action) => {
  const { show, signal, asked, log } = desktop(['actions']);
  show(RING);
  await vi.waitFor(() => expect(asked()).not.toEqual([]));
  await Promise.resolve();
  signal('ActionInvoked', [42, key]);
  signal('ActionInvoked', [42, key]);
  expect(log).toEqual(['closed 42', action]);
});

test('nobody but the server says what was pressed, and a button that is none does nothing', async () => {
  const { show, signal, asked, log } = desktop(['actions']);
  show(RING);
  await vi.waitFor(() => expect(asked()).not.toEqual([]));
  await Promise.resolve();
  signal('ActionInvoked', [42, 'answer'], ':1.66');
  signal('ActionInvoked', [42, 'dial']);
  signal('ActionInvoked', [43, 'answer']);
  expect(log).toEqual([]);
});

test('one whose call is over is taken back, also before it was shown; one that its user has closed is not', async () => {
  const { show, asked, log } = desktop(['actions']);
  show(RING).close();
  await vi.waitFor(() => expect(log).toEqual([]));
  expect(asked()).toEqual([]);
  const shown = show(RING);
  await vi.waitFor(() => expect(asked()).not.toEqual([]));
  shown.close();
  await vi.waitFor(() => expect(log.splice(0)).toEqual(['closed 43']));
  const closed = desktop(['actions']);
  const notification = closed.show(RING);
  await vi.waitFor(() => expect(closed.asked()).not.toEqual([]));
  await Promise.resolve();
  closed.signal('NotificationClosed', [42, 2]);
  notification.close();
  await Promise.resolve();
  expect(closed.log).toEqual([]);
});

test('where nobody shows notifications on the bus, Electron is asked', async () => {
  const { show, log } = desktop(null);
  const shown = show(RING);
  await vi.waitFor(() => expect(log).toEqual(['Electron: Bob <b>1002</b> calls']));
  shown.close();
  await vi.waitFor(() => expect(log).toContain('Electron closed'));
});
