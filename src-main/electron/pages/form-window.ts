import { type BrowserWindow, nativeTheme, screen } from 'electron';
import type { Page } from '../../contract/pages';
import { giveContentSize } from './content-size';
import { FRAME } from './first-place';
import { type Sent, type SentName, send } from './messages';
import { openPageWindow, PAGE_BACKGROUND } from './page-window';
import { whenDrawn } from './when-drawn';

export interface FormWindowLook {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly alwaysOnTop?: boolean;
}

/** A window with a page of forms that is there once or not at all. The app must be ready. */
export class FormWindow {
  #window: BrowserWindow | null = null;

  readonly #page: Page;
  readonly #look: FormWindowLook;
  readonly #onClosed: () => void;

  constructor(page: Page, look: FormWindowLook, onClosed: () => void = () => {}) {
    this.#page = page;
    this.#look = look;
    this.#onClosed = onClosed;
  }

  /**
   * Or brings it to the front.
   *
   * @param title another title than its usual one
   * @param view which of the page's views to begin with; empty = its usual one
   */
  open(title = this.#look.title, view = ''): void {
    if (this.#window) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const { workArea } = screen.getPrimaryDisplay();
    const width = Math.min(this.#look.width, workArea.width);
    const height = Math.min(this.#look.height, workArea.height - FRAME);
    const options = {
      ...this.#look,
      title,
      width,
      height,
      minWidth: Math.min(480, width),
      minHeight: Math.min(400, height),
      useContentSize: true,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? PAGE_BACKGROUND.dark : PAGE_BACKGROUND.light,
    };
    const window = openPageWindow(this.#page, options, view);
    this.#window = window;
    whenDrawn(window, () => {
      window.show();
      giveContentSize(window, { width, height });
    });
    window.once('closed', () => {
      this.#window = null;
      this.#onClosed();
    });
  }

  /** Somebody may look at what is sent. */
  get isOpen(): boolean {
    return this.#window !== null && !this.#window.isDestroyed();
  }

  send<Name extends SentName>(name: Name, message: Sent<Name>): void {
    if (this.#window && this.isOpen) send(this.#window.webContents, name, message);
  }

  /** As its user does: what becomes of the app with its last window is asked first. */
  close(): void {
    this.#window?.close();
  }

  /** Without a question. */
  destroy(): void {
    this.#window?.destroy();
  }
}
