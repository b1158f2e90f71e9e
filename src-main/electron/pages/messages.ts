import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import * as v from 'valibot';
import { isPage, type Page } from './app-protocol';

/**
 * Listens to one kind of message from one of our pages. A message is obeyed only if it comes from the main frame of that
 * page and fits its schema; anything else is dropped and traced.
 *
 * @returns ends the listening
 */
export function onMessage<Schema extends v.GenericSchema>(
  page: Page,
  channel: string,
  schema: Schema,
  trace: (text: string) => void,
  handle: (message: v.InferOutput<Schema>, senderId: number) => void,
): () => void {
  const listener = (event: IpcMainEvent, message: unknown): void => {
    const checked = check(page, schema, event, message);
    if (checked.success) handle(checked.output, event.sender.id);
    else trace(`message ${channel} dropped: ${checked.cause}`);
  };
  ipcMain.on(channel, listener);
  return () => ipcMain.off(channel, listener);
}

/**
 * Answers one kind of question from one of our pages, checked as a message is. A question that does not pass is traced, and
 * its promise is rejected: a page of ours never asks it.
 *
 * @returns ends the answering
 */
export function onRequest<Schema extends v.GenericSchema>(
  page: Page,
  channel: string,
  schema: Schema,
  trace: (text: string) => void,
  answer: (message: v.InferOutput<Schema>, senderId: number) => unknown,
): () => void {
  ipcMain.handle(channel, (event, message: unknown) => {
    const checked = check(page, schema, event, message);
    if (checked.success) return answer(checked.output, event.sender.id);
    trace(`request ${channel} refused: ${checked.cause}`);
    throw new Error('refused');
  });
  return () => ipcMain.removeHandler(channel);
}

type Checked<Message> =
  | { readonly success: true; readonly output: Message }
  | { readonly success: false; readonly cause: string };

function check<Schema extends v.GenericSchema>(
  page: Page,
  schema: Schema,
  { senderFrame: frame }: IpcMainEvent | IpcMainInvokeEvent,
  message: unknown,
): Checked<v.InferOutput<Schema>> {
  if (!frame || frame.parent !== null || !isPage(page, frame.url))
    return { success: false, cause: 'it comes from a stranger' };
  const checked = v.safeParse(schema, message);
  if (checked.success) return { success: true, output: checked.output };
  // Not the issue's own words: they quote what was sent, and that may be a password.
  const [issue] = checked.issues;
  return { success: false, cause: `${v.getDotPath(issue) ?? 'the message'} is no ${issue.expected ?? issue.type}` };
}
