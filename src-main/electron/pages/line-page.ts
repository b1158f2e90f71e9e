import type { BrowserWindow } from 'electron';
import type { LineCommand, LineEvent } from '../../contract/line-port';
import { on, send } from './messages';
import { openPageWindow } from './page-window';

export interface LinePageListener {
  /** The page is there and empty: at the start, and again after a crash. */
  onReady(): void;
  /** The page is gone, and every call with it. */
  onLost(): void;
  onEvent(event: Exclude<LineEvent, { kind: 'ready' }>): void;
  /** A SIP message of an account that is traced, with its credentials. */
  onTraced?(text: string): void;
}

/** The hidden page that holds the SIP user agents, the voice and the ringer of all lines. */
export class LinePage {
  #window: BrowserWindow | null = null;
  #ready = false;
  #onBegun = (): void => {};
  #deafen: readonly (() => void)[] = [];

  readonly #listener: LinePageListener;
  readonly #trace: (text: string) => void;

  constructor(listener: LinePageListener, trace: (text: string) => void) {
    this.#listener = listener;
    this.#trace = trace;
  }

  /** Resolves when the page is there for the first time. */
  open(): Promise<void> {
    const window = openPageWindow('line', { show: false, title: 'Lines' });
    this.#window = window;
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#ready = false;
      this.#trace(`line page lost: ${reason}`);
      this.#listener.onLost();
    });
    const [listener, trace] = [this.#listener, this.#trace];
    this.#deafen = [
      on('line:report', trace, (event, sender) => {
        if (this.#window?.webContents.id === sender) this.#hear(event);
      }),
      on('line:trace', trace, (text, sender) => {
        if (this.#window?.webContents.id === sender) listener.onTraced?.(text);
      }),
    ];
    return new Promise((resolve) => {
      this.#onBegun = resolve;
    });
  }

  #hear(event: LineEvent): void {
    if (event.kind !== 'ready') {
      this.#listener.onEvent(event);
      return;
    }
    this.#ready = true;
    this.#onBegun();
    this.#listener.onReady();
  }

  /** Dropped while the page is not there: whoever listens sends everything again when it is. */
  send(command: LineCommand): void {
    if (this.#ready && this.#window && !this.#window.isDestroyed())
      send(this.#window.webContents, 'line:command', command);
  }

  close(): void {
    this.#ready = false;
    for (const end of this.#deafen) end();
    this.#window?.destroy();
    this.#window = null;
  }
}
