import { type IpcMainEvent, ipcMain } from 'electron';
import * as v from 'valibot';
import { isPage, type Page } from './app-protocol';

/**
 * Listens to one kind of message from one of our pages. A message is obeyed only if it comes from the main frame of that
 * page and fits its schema; anything else is dropped and traced.
 */
export function onMessage<Schema extends v.GenericSchema>(
  page: Page,
  channel: string,
  schema: Schema,
  trace: (text: string) => void,
  handle: (message: v.InferOutput<Schema>, senderId: number) => void,
): void {
  ipcMain.on(channel, (event: IpcMainEvent, message: unknown) => {
    const frame = event.senderFrame;
    if (!frame || frame.parent !== null || !isPage(page, frame.url)) {
      trace(`message ${channel} of a stranger dropped`);
      return;
    }
    const checked = v.safeParse(schema, message);
    if (checked.success) handle(checked.output, event.sender.id);
    else trace(`message ${channel} dropped: ${checked.issues[0].message}`);
  });
}
