import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { failure, type Result } from '../../base/result';
import type { Answer, Message, NamesOf } from '../../contract/channels/channel';
import { CHANNELS } from '../../contract/channels/channels';
import { pass } from '../../contract/passed';
import { isPage } from './app-protocol';

type Map = typeof CHANNELS;
type MessageName = NamesOf<Map, 'toMain'>;
type RequestName = NamesOf<Map, 'request'>;
/** What can be sent to a page. */
export type SentName = NamesOf<Map, 'toPage'>;
export type Sent<Name extends SentName> = Message<Map, Name>;

/**
 * Listens to one kind of message. It is obeyed only if it comes from the main frame of the page that the channel is for, and
 * fits its schema; anything else is dropped and traced.
 *
 * @returns ends the listening
 */
export function on<Name extends MessageName>(
  name: Name,
  trace: (text: string) => void,
  handle: (message: Message<Map, Name>, senderId: number) => void,
): () => void {
  const listener = (event: IpcMainEvent, message: unknown): void => {
    const checked = check(name, event, message);
    if (checked.ok) handle(checked.value, event.sender.id);
    else trace(`message ${name} dropped: ${checked.error}`);
  };
  ipcMain.on(name, listener);
  return () => ipcMain.off(name, listener);
}

/**
 * Answers one kind of question, checked as a message is. A question that does not pass is traced, and its promise is rejected:
 * a page of ours never asks it.
 *
 * @returns ends the answering
 */
export function answer<Name extends RequestName>(
  name: Name,
  trace: (text: string) => void,
  answerTo: (message: Message<Map, Name>) => Answer<Map, Name> | Promise<Answer<Map, Name>>,
): () => void {
  ipcMain.handle(name, (event, message: unknown) => {
    const checked = check(name, event, message);
    if (checked.ok) return answerTo(checked.value);
    trace(`request ${name} refused: ${checked.error}`);
    throw new Error('refused');
  });
  return () => ipcMain.removeHandler(name);
}

/** The page that gets it checks it once more. */
export function send<Name extends SentName>(to: WebContents, name: Name, message: Sent<Name>): void {
  to.send(name, message);
}

function check<Name extends MessageName | RequestName>(
  name: Name,
  { senderFrame: frame }: IpcMainEvent | IpcMainInvokeEvent,
  message: unknown,
): Result<Message<Map, Name>, string> {
  const { page, message: schema } = CHANNELS[name];
  if (!frame || frame.parent !== null || !isPage(page, frame.url)) return failure('it comes from a stranger');
  return pass(schema, message) as Result<Message<Map, Name>, string>;
}
