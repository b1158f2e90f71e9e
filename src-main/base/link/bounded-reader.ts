import { AbstractMessageReader, type DataCallback, type Disposable, Message } from 'vscode-jsonrpc/node';
import { failure, type Result, success } from '../result';

/** Hands whole messages on, and only those: what is not one never gets so far. */
export class BoundedReader extends AbstractMessageReader {
  #callBack: DataCallback | null = null;

  override listen(callBack: DataCallback): Disposable {
    this.#callBack = callBack;
    return { dispose: () => this.close() };
  }

  /** Nothing is handed on any more. */
  close(): void {
    this.#callBack = null;
  }

  ended(): void {
    this.fireClose();
  }

  /** @returns why the body is no message */
  take(body: Buffer): Result<null, string> {
    const message = read(body);
    if (message === null) return failure('sends something else than a JSON-RPC message');
    this.#callBack?.(message);
    return success(null);
  }
}

/** JSON-RPC 2.0, 4 and 5. Its batches (6) are none of the links' messages. */
function read(body: Buffer): Message | null {
  try {
    const value: unknown = JSON.parse(body.toString());
    return isMessage(value) ? value : null;
  } catch {
    return null;
  }
}

/** The library throws at a cancellation that names no request, and writes out whatever else is none of the three. */
const isMessage = (value: unknown): value is Message =>
  isVersion2(value) && (Message.isRequest(value) || isNotification(value) || isAnswer(value));

const isVersion2 = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';

const isNotification = (message: Message): boolean =>
  Message.isNotification(message) && (message.method !== '$/cancelRequest' || namesRequest(message.params));

/** An answer without an id answers nothing that we have asked. */
const isAnswer = (message: Message): boolean => Message.isResponse(message) && message.id !== null;

const namesRequest = (params: unknown): boolean =>
  typeof params === 'object' &&
  params !== null &&
  'id' in params &&
  (typeof params.id === 'string' || typeof params.id === 'number');
