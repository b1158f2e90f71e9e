import { type BrowserWindow, nativeTheme } from 'electron';
import type { Page } from './app-protocol';
import { openPageWindow, PAGE_BACKGROUND } from './page-window';

export interface FormWindowLook {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly alwaysOnTop?: boolean;
}

/** A window with a page of forms that is there once or not at all. The app must be ready. */
export class FormWindow {
  private window: BrowserWindow | null = null;

  constructor(
    private readonly page: Page,
    private readonly look: FormWindowLook,
    private readonly onClosed: () => void = () => {},
  ) {}

  /** Or brings it to the front. */
  open(): void {
    if (this.window) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.focus();
      return;
    }
    const window = openPageWindow(this.page, {
      ...this.look,
      minWidth: Math.min(480, this.look.width),
      minHeight: Math.min(400, this.look.height),
      useContentSize: true,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? PAGE_BACKGROUND.dark : PAGE_BACKGROUND.light,
    });
    this.window = window;
    window.once('ready-to-show', () => window.show());
    window.once('closed', () => {
      this.window = null;
      this.onClosed();
    });
  }

  send(channel: string, message: unknown): void {
    if (this.window && !this.window.isDestroyed()) this.window.webContents.send(channel, message);
  }

  close(): void {
    this.window?.destroy();
  }
}
