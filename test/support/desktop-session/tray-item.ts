import { waitFor } from '../wait-for.ts';
import type { DesktopSession } from './desktop-session.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
const PROPERTIES = 'org.freedesktop.DBus.Properties.Get';

/** The one icon of a program that the panel shows, asked and clicked on the bus as the panel does it. */
export class TrayItem {
  readonly #session: DesktopSession;
  readonly #name: string;
  readonly #path: string;

  private constructor(session: DesktopSession, name: string, path: string) {
    this.#session = session;
    this.#name = name;
    this.#path = path;
  }

  static async find(session: DesktopSession): Promise<TrayItem> {
    const found = await waitFor('an icon in the tray', async () => {
      const answer = await session.call(
        WATCHER,
        '/StatusNotifierWatcher',
        PROPERTIES,
        WATCHER,
        'RegisteredStatusNotifierItems',
      );
      return /'(:[\d.]+)(\/[^']*)'/.exec(answer);
    });
    return new TrayItem(session, found[1] ?? '', found[2] ?? '');
  }

  /** What is said of it when the pointer rests on it. */
  async tooltip(): Promise<string> {
    return unquoted(await this.#session.call(this.#name, this.#path, PROPERTIES, ITEM, 'ToolTip'));
  }

  /** Its menu, as it is read: a switch that is on has a tick. */
  async menu(): Promise<readonly string[]> {
    return (await this.#items()).map(({ label, on }) => `${on ? '✓ ' : ''}${label}`);
  }

  async choose(label: string): Promise<void> {
    const items = await this.#items();
    const item = items.find((one) => one.label === label);
    if (!item) throw new Error(`no "${label}" among ${items.map((one) => one.label).join(', ')}`);
    await this.#session.call(this.#name, await this.#menuPath(), `${MENU}.Event`, item.id, 'clicked', "<''>", '0');
  }

  /** A click on the icon itself. */
  async click(): Promise<void> {
    await this.#session.call(this.#name, this.#path, `${ITEM}.Activate`, '0', '0');
  }

  async #items(): Promise<readonly { readonly id: string; readonly label: string; readonly on: boolean }[]> {
    const path = await this.#menuPath();
    const layout = await this.#session.call(this.#name, path, `${MENU}.GetLayout`, '0', '-1', '@as []');
    return [...layout.matchAll(/\((\d+), \{([^{}]*'label': <[^{}]*)\}/g)].map(([, id = '', properties = '']) => ({
      id,
      label: unquoted(/'label': <('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")>/.exec(properties)?.[1] ?? '').slice(1, -1),
      on: /'toggle-state': <1>/.test(properties),
    }));
  }

  async #menuPath(): Promise<string> {
    const answer = await this.#session.call(this.#name, this.#path, PROPERTIES, ITEM, 'Menu');
    return /'(\/[^']*)'/.exec(answer)?.[1] ?? '';
  }
}

const unquoted = (text: string): string =>
  text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
