import type { Clock } from '../../cef/ports';
import { SessionBus } from './bus/session-bus';
import { FreedesktopNotices, type NoticePicture } from './notices/freedesktop-notices';
import { noticePicture } from './notices/notice-picture';
import type { ShownNotice } from './notices/notices';
import { showSystemNotice } from './notices/system-notice';
import type { NoticeAction, WantedNotice } from './notices/wanted-notices';
import { hasTray, TRAY_CHANGES } from './tray/tray-host';

/** What the desktop around the app does for it: by Electron, and on Linux also by what its programs speak among each other. */
export class DesktopServices {
  private readonly bus: SessionBus;
  private readonly notices: FreedesktopNotices | null;
  private picture: NoticePicture | null = null;

  constructor(
    clock: Clock,
    icon: string,
    private readonly trace: (text: string) => void,
    private readonly platform = process.platform,
  ) {
    this.bus = new SessionBus(platform === 'linux' ? process.env : {}, clock);
    this.notices =
      platform === 'linux'
        ? new FreedesktopNotices({
            bus: this.bus,
            picture: () => {
              this.picture ??= noticePicture(icon);
              return this.picture;
            },
            otherwise: (notice, act) => showSystemNotice(notice, act, trace),
            trace,
          })
        : null;
  }

  /** Icons of running programs are shown somewhere at this moment. */
  hasTray(): Promise<boolean> {
    return hasTray(this.platform, this.bus);
  }

  /** Must be called before anything is asked. */
  onTrayChanged(listener: () => void): void {
    for (const rule of TRAY_CHANGES)
      this.bus.listen(rule, ({ member }) => {
        if (rule.includes(`member='${member}'`)) listener();
      });
  }

  /** @param act the user has pressed a button of it, or it itself */
  showNotice(notice: WantedNotice, act: (action: NoticeAction) => void): ShownNotice | null {
    return this.notices ? this.notices.show(notice, act) : showSystemNotice(notice, act, this.trace);
  }

  close(): void {
    this.bus.close();
  }
}
