import type { Clock } from '../../base/clock';
import { errorWords } from '../../base/error-words';
import { type LoopbackServer, listenOnLoopback } from '../../base/loopback-server';
import { answerRequest } from './answer-request';
import { WebConnection } from './http/web-connection';
import { refusal } from './http/write-answer';
import type { PhoneWebPorts } from './web-phone';

const MAX_CONNECTIONS = 16;

/** The web server of one phone, on this computer alone. */
export class PhoneWebServer {
  /** "http://127.0.0.1:41234" */
  readonly url: string;
  readonly #server: LoopbackServer;

  private constructor(server: LoopbackServer) {
    this.#server = server;
    this.url = `http://127.0.0.1:${server.port}`;
  }

  /** At any port that is free. @throws Error if the machine lets nobody listen at all */
  static async listen(device: string, clock: Clock, ports: PhoneWebPorts): Promise<PhoneWebServer> {
    let connections = 0;
    const server = await listenOnLoopback(0, (socket) => {
      if (connections >= MAX_CONNECTIONS) {
        socket.destroy();
        return;
      }
      connections += 1;
      socket.once('close', () => {
        connections -= 1;
      });
      new WebConnection(socket, clock, (request) =>
        answerRequest(request, device, ports).catch((error: unknown) => {
          ports.trace(`${device}: ${request.method} ${request.path}: ${errorWords(error)}`);
          return refusal(404, 'This went wrong inside of the app: see its log.');
        }),
      );
    });
    return new PhoneWebServer(server);
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
