import { connect as connectTo, type Socket } from 'node:net';
import { failure, type Result, success } from '../../../base/result';
import { codeOf } from './code-of';

export async function connect(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
): Promise<Result<Socket, string>> {
  const sockets = addresses.map((host) => connectTo({ host, port }));
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  signal.addEventListener('abort', destroyAll);
  try {
    const first = await Promise.any(sockets.map(connected));
    for (const socket of sockets) if (socket !== first) socket.destroy();
    return success(first);
  } catch (error) {
    const [cause] = error instanceof AggregateError ? error.errors : [error];
    return failure(codeOf(cause));
  } finally {
    signal.removeEventListener('abort', destroyAll);
  }
}

const connected = (socket: Socket): Promise<Socket> =>
  new Promise((resolve, reject) => {
    // Never taken off: a socket may fail again while it is being destroyed, and an error that nobody hears ends the app.
    socket.on('error', reject);
    socket.once('close', () => reject(new Error('closed')));
    socket.once('connect', () => resolve(socket));
  });
