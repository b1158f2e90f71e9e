import { type BrowserWindow, nativeTheme } from 'electron';
import * as v from 'valibot';
import type { AdminBook } from '../../contract/admin';
import { adminFormSchema, removalSchema } from '../../contract/admin-forms';
import { CHANNELS } from '../../contract/channels';
import { onRequest } from '../pages/messages';
import { openPageWindow, PAGE_BACKGROUND } from '../pages/page-window';
import type { Administration } from './administration';

/** The window "CallManager Administration". */
export class AdminWindow {
  private window: BrowserWindow | null = null;
  private readonly endings: readonly (() => void)[];

  constructor(administration: Administration, trace: (text: string) => void) {
    const { admin } = CHANNELS;
    this.endings = [
      onRequest('admin', admin.load, v.undefined(), trace, () => administration.book()),
      onRequest('admin', admin.save, adminFormSchema, trace, (form) => administration.save(form)),
      onRequest('admin', admin.remove, removalSchema, trace, (removal) => administration.remove(removal)),
    ];
  }

  /** The app must be ready. */
  open(): void {
    if (this.window) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.focus();
      return;
    }
    const window = openPageWindow('admin', {
      width: 920,
      height: 760,
      minWidth: 480,
      minHeight: 400,
      useContentSize: true,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? PAGE_BACKGROUND.dark : PAGE_BACKGROUND.light,
      title: 'CallManager Administration',
    });
    this.window = window;
    window.once('ready-to-show', () => window.show());
    window.once('closed', () => {
      this.window = null;
    });
  }

  /** The database is another one than it was. */
  show(book: AdminBook): void {
    if (this.window && !this.window.isDestroyed()) this.window.webContents.send(CHANNELS.admin.book, book);
  }

  /** The phone system is going. */
  close(): void {
    for (const end of this.endings) end();
    this.window?.close();
  }
}
