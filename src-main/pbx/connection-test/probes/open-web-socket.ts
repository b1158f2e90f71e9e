import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { failure, type Result, success } from '../../../base/result';
import type { WebSocketTrouble } from '../words/web-socket-words';

/** What the line page sends, and some servers look at. */
const ORIGIN = 'app://line';

export function openWebSocket(
  wire: Socket,
  address: URL,
  signal: AbortSignal,
): Promise<Result<null, WebSocketTrouble>> {
  return new Promise((resolve) => {
    const webSocket = new WebSocket(address, 'sip', {
      origin: ORIGIN,
      perMessageDeflate: false,
      // The wire that has been judged, not a new one that somebody else might answer.
      createConnection: () => wire,
    });
    signal.addEventListener('abort', () => webSocket.terminate());
    webSocket.once('open', () => {
      webSocket.close();
      resolve(success(null));
    });
    webSocket.once('unexpected-response', (request, response) => {
      const { statusCode = 0, headers } = response;
      request.destroy();
      resolve(failure({ kind: 'status', status: statusCode, location: headers.location ?? null }));
    });
    webSocket.on('error', (error) => resolve(failure({ kind: kindOf(error) })));
  });
}

function kindOf(error: Error): 'protocol' | 'noHttp' | 'closed' {
  // The library's words; it has no code for it.
  if (/subprotocol/.test(error.message)) return 'protocol';
  const { code = '' } = error as NodeJS.ErrnoException;
  return code.startsWith('HPE_') || /Sec-WebSocket|Upgrade header/.test(error.message) ? 'noHttp' : 'closed';
}
