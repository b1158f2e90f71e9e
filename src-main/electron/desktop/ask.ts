import { BrowserWindow, dialog } from 'electron';

export interface AskedQuestion {
  readonly message: string;
  readonly detail: string;
  /** What it means to go on. */
  readonly yes: string;
  readonly no: string;
  /** Which of the two Enter means. */
  readonly usual: 'yes' | 'no';
}

/** Asks in a window of the system. Escape means no. */
export async function ask({ message, detail, yes, no, usual }: AskedQuestion): Promise<boolean> {
  const options = {
    type: 'question' as const,
    title: 'Callback Phone',
    message,
    detail,
    buttons: [yes, no],
    defaultId: usual === 'yes' ? 0 : 1,
    cancelId: 1,
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow();
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return response === 0;
}

/** Says something that needs no answer, and waits for none. */
export function say(message: string, detail: string): void {
  void dialog.showMessageBox({ type: 'info', title: 'Callback Phone', message, detail, buttons: ['OK'] });
}
