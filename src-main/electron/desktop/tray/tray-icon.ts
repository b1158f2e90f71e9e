import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import { type DeskView, type TrayState, trayStateOf } from '../../../app/desktop/desk-view';
import { type TrayAction, tooltipOf, trayMenuOf } from '../../../app/desktop/tray-menu';

/** Which of the drawn sizes fits; each has others beside it for screens of more pixels, by Electron's names (@2x). */
const FOLDERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'mac', win32: 'windows' };

/** The app among the icons of running programs. The app must be ready. */
export class TrayIcon {
  readonly #tray: Tray;
  #shown = '';
  #state: TrayState;

  readonly #folder: string;
  readonly #act: (action: TrayAction) => void;

  /** @param folder the icons, as make-icons.mjs has drawn them */
  constructor(folder: string, act: (action: TrayAction) => void, view: DeskView) {
    this.#folder = folder;
    this.#act = act;
    this.#state = trayStateOf(view);
    this.#tray = new Tray(this.#imageOf(this.#state));
    // Windows and most of Linux: a click is for what the app is about, the menu has the other button.
    this.#tray.on('click', () => process.platform !== 'darwin' && act({ kind: 'showAll' }));
    this.show(view);
  }

  /** A menu that is open would close when it is set anew: only what has changed is. */
  show(view: DeskView): void {
    const items = trayMenuOf(view);
    const tooltip = tooltipOf(view);
    const state = trayStateOf(view);
    if (state !== this.#state) this.#tray.setImage(this.#imageOf(state));
    this.#state = state;
    const shown = JSON.stringify([items, tooltip]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#tray.setToolTip(tooltip);
    this.#tray.setContextMenu(
      Menu.buildFromTemplate(
        items.map(({ label, action, checked }): MenuItemConstructorOptions => {
          if (!label) return { type: 'separator' };
          const usual = {
            label: label.replace(/&/g, '&&'),
            enabled: action !== null,
            click: () => action && this.#act(action),
          };
          return checked === undefined ? usual : { ...usual, type: 'checkbox', checked };
        }),
      ),
    );
  }

  close(): void {
    this.#tray.destroy();
  }

  #imageOf(state: TrayState): Electron.NativeImage {
    const folder = FOLDERS[process.platform] ?? 'linux';
    const image = nativeImage.createFromPath(
      join(this.#folder, folder, folder === 'mac' ? `${state}Template.png` : `${state}.png`),
    );
    if (folder === 'mac') image.setTemplateImage(true);
    return image;
  }
}
