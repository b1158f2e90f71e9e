import { type BrowserWindow, nativeTheme } from 'electron';
import * as v from 'valibot';
import { CHANNELS } from '../../contract/channels';
import { type Serviceability, serviceabilityActionSchema } from '../../contract/serviceability';
import { onMessage, onRequest } from '../pages/messages';
import { openPageWindow, PAGE_BACKGROUND } from '../pages/page-window';

/** The window "CallManager Serviceability". */
export class ServiceabilityWindow {
  private window: BrowserWindow | null = null;
  private readonly endings: readonly (() => void)[];

  constructor(serviceability: Serviceability, trace: (text: string) => void) {
    const channels = CHANNELS.serviceability;
    this.endings = [
      onRequest('serviceability', channels.load, v.undefined(), trace, () => serviceability.serviceability()),
      onMessage('serviceability', channels.act, serviceabilityActionSchema, trace, (action) =>
        serviceability.act(action),
      ),
      serviceability.onDidChange(() => {
        if (this.window && !this.window.isDestroyed())
          this.window.webContents.send(channels.report, serviceability.serviceability());
      }),
    ];
  }

  /** The app must be ready. */
  open(): void {
    if (this.window) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.focus();
      return;
    }
    const window = openPageWindow('serviceability', {
      width: 960,
      height: 760,
      minWidth: 480,
      minHeight: 400,
      useContentSize: true,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? PAGE_BACKGROUND.dark : PAGE_BACKGROUND.light,
      title: 'CallManager Serviceability',
    });
    this.window = window;
    window.once('ready-to-show', () => window.show());
    window.once('closed', () => {
      this.window = null;
    });
  }

  /** The phone system is going. */
  close(): void {
    for (const end of this.endings) end();
    this.window?.close();
  }
}
