import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { MadeCertificate } from '../../../support/certificates.ts';

/** A server that plays one part, on a free port of this machine. */
export interface ScriptedServer {
  readonly port: number;
  /** The Origin headers that it has seen. */
  readonly origins: readonly (string | undefined)[];
  /** Connections that are open now. */
  open(): number;
  stop(): Promise<void>;
}

interface Listening {
  listen(port: number, host: string, done: () => void): unknown;
  address(): unknown;
  close(done: () => void): unknown;
  on(event: 'connection', listener: (socket: Socket) => void): unknown;
}

async function start(server: Listening, origins: (string | undefined)[] = []): Promise<ScriptedServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    origins,
    open: () => sockets.size,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
}

/** Takes connections, reads what comes, and says nothing, ever. */
export const silentServer = (): Promise<ScriptedServer> => start(createServer((socket) => socket.resume()));

/** Says one thing to everybody, like the mail server that it is. */
export const mailServer = (): Promise<ScriptedServer> =>
  start(createServer((socket) => socket.write('220 mail.example.org ESMTP\r\n')));

/** Closes each connection as soon as it is asked for anything. */
export const closingServer = (): Promise<ScriptedServer> =>
  start(createServer((socket) => socket.on('data', () => socket.destroy())));

/** Answers every request, for a WebSocket too, with one status. */
export const statusServer = (status: number): Promise<ScriptedServer> => {
  const server = createHttpServer((_request, response) => response.writeHead(status).end());
  server.on('upgrade', (_request, socket) => socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`));
  return start(server);
};

/** A WebSocket server; `protocol` is what it chooses, whatever it is asked for; null = none. */
export function webSocketServer(protocol: string | null, certificate?: MadeCertificate): Promise<ScriptedServer> {
  const server: HttpServer = certificate ? createHttpsServer({ ...certificate }) : createHttpServer();
  const origins: (string | undefined)[] = [];
  const webSockets = new WebSocketServer({ server, handleProtocols: () => protocol ?? false });
  webSockets.on('connection', (_socket, request) => origins.push(request.headers.origin));
  return start(server, origins);
}
