import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, refused, send } from './answer';
import { refusalOf } from './guard';
import { readBody } from './read-body';
import { type ApiDocument, type Route, routeOf } from './routes';

/** More than tests on one machine need. */
const MAX_CONNECTIONS = 128;
const HEADERS_TIMEOUT_MS = 5000;
const REQUEST_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 5000;
const CHECK_EVERY_MS = 1000;
const MAX_HEADERS = 16_384;

/** One request that may be here, read whole. */
export interface ControlRequest extends Route {
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
  /** Nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** An answer, or one that is written bit by bit by whoever answers. */
export type Reply = Answer | ((response: ServerResponse) => void);

export interface ControlListenerOptions {
  /** 0 = any that is free. */
  readonly port: number;
  readonly token: string;
  readonly document: ApiDocument;
  answer(request: ControlRequest): Promise<Reply>;
  trace(text: string): void;
}

/** HTTP on this machine alone, for whoever has the token. */
export class ControlListener {
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.port = portOf(server);
  }

  /** Rejects where the port is taken. */
  static listen(options: ControlListenerOptions): Promise<ControlListener> {
    const server = createServer(
      {
        maxHeaderSize: MAX_HEADERS,
        headersTimeout: HEADERS_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        keepAliveTimeout: KEEP_ALIVE_MS,
        connectionsCheckingInterval: CHECK_EVERY_MS,
        noDelay: true,
      },
      (request, response) => void serve(request, response, portOf(server), options),
    );
    server.maxConnections = MAX_CONNECTIONS;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, '127.0.0.1', () => {
        server.off('error', reject);
        server.on('error', (error) => options.trace(`control: ${error.message}`));
        resolve(new ControlListener(server));
      });
    });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  options: ControlListenerOptions,
): Promise<void> {
  try {
    const reply = await replyTo(request, response, port, options);
    if (typeof reply === 'function') reply(response);
    else send(response, reply);
  } catch (error) {
    // The client has gone away in the middle, or it is a bug: its words are for the log.
    options.trace(`control: ${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
    send(response, refused(500, 'this went wrong inside of the app: see its log'));
  }
}

/** Those that are not read to their end take their connection with them. */
const unread = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, Connection: 'close' } });

async function replyTo(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  { token, document, answer }: ControlListenerOptions,
): Promise<Reply> {
  const refusal = refusalOf(request.headers, port, token);
  if (refusal) {
    const headers = refusal.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
    return unread({ ...refused(refusal.status, refusal.error), headers });
  }
  const [path = '', ...query] = (request.url ?? '').split('?');
  const route = routeOf(document, request.method ?? '', path);
  if (!('operation' in route)) {
    if (route.length === 0)
      return unread(refused(404, `there is no ${path}: GET /v1/openapi.json lists what there is`));
    return unread({ ...refused(405, `${path} takes ${route.join(', ')}`), headers: { Allow: route.join(', ') } });
  }
  const body = await readBody(request);
  if (!body.ok) return unread(refused(body.error.status, body.error.error));
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return answer({
    ...route,
    query: new URLSearchParams(query.join('?')),
    body: body.value,
    headers: request.headers,
    gone: gone.signal,
  });
}
