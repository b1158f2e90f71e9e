import type { DeskView } from '../desk-view';
import { type NoticeAction, noticesFor, type WantedNotice } from './wanted-notices';

/** One notification of the system that is shown. */
export interface ShownNotice {
  close(): void;
}

export interface NoticesPorts {
  /** `act`: the user has pressed a button of it, or it itself. null = the system shows none. */
  show(notice: WantedNotice, act: (action: NoticeAction) => void): ShownNotice | null;
  act(device: string, action: NoticeAction): void;
}

/** Notifies of each thing once, and takes back what has no reason any more or is seen on its phone. */
export class Notices {
  private readonly shown = new Map<string, ShownNotice>();
  /** What has been told of; forgotten when its reason is. */
  private readonly told = new Set<string>();

  constructor(private readonly ports: NoticesPorts) {}

  /** @param mayShow no phone has the focus, and the user wants notifications */
  update(view: DeskView, mayShow: boolean): void {
    const wanted = noticesFor(view);
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, notice] of this.shown) if (!mayShow || !keys.has(key)) this.close(key, notice);
    for (const key of this.told) if (!keys.has(key)) this.told.delete(key);
    for (const notice of wanted) {
      if (this.told.has(notice.key)) continue;
      this.told.add(notice.key);
      if (mayShow) this.show(notice);
    }
  }

  close(key: string, notice: ShownNotice): void {
    this.shown.delete(key);
    notice.close();
  }

  private show(notice: WantedNotice): void {
    const shown = this.ports.show(notice, (action) => {
      this.shown.delete(notice.key);
      this.ports.act(notice.device, action);
    });
    if (shown) this.shown.set(notice.key, shown);
  }
}
