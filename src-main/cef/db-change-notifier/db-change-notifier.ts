import * as v from 'valibot';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { Clock } from '../../base/clock';
import { type IncomingLink, listenForLinks } from '../../base/link/link-listener';
import { LogLimit } from '../../base/log-limit';
import type { LoopbackServer } from '../../base/loopback-server';
import { isSameSecret } from '../../base/same-secret';
import { systemClock } from '../../base/system-clock';
import { CHANGE_REQUESTS, type DatabaseChange } from '../../contract/change-messages';

/** Of what whoever connects may cause. */
const LINES_AT_ONCE = 5;

/**
 * "The DB Change Notifier handles all the database change notifications, such as service parameter changes, trace parameter
 * changes, and alarm configuration changes, and reports the changes to the CEF service."
 */
export class DbChangeNotifier {
  #server: LoopbackServer | null = null;

  readonly #password: string;
  readonly #onChange: (change: DatabaseChange) => void;
  readonly #trace: (text: string) => void;
  readonly #clock: Pick<Clock, 'after'>;

  readonly #strangers: LogLimit;

  constructor(
    password: string,
    onChange: (change: DatabaseChange) => void,
    trace: (text: string) => void,
    clock: Clock = systemClock,
  ) {
    this.#clock = clock;
    this.#strangers = new LogLimit(clock, LINES_AT_ONCE);
    this.#password = password;
    this.#onChange = onChange;
    this.#trace = trace;
  }

  /**
   * @param wanted "CBB Change Notification TCP Port—Default specifies 2552"; another one is taken if it is not free
   * @returns the port
   * @throws Error if no port can be listened at
   */
  async listen(wanted: number): Promise<number> {
    this.#server = await listenForLinks({
      name: 'change link',
      wanted,
      clock: this.#clock,
      trace: (text) => this.#strangers.write('change link', text, this.#trace),
      onLink: (link) => this.#serve(link),
    });
    const { port } = this.#server;
    this.#trace(
      `changes of the database are heard at 127.0.0.1:${port}${port === wanted ? '' : ` (${wanted} is taken)`}`,
    );
    return port;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  /** Anybody on this machine may connect, and must not fill the log. */
  #traceLink(text: string): void {
    this.#strangers.write('change link', `change link: ${text}`, this.#trace);
  }

  #serve({ socket, connection, opened: linkOpened }: IncomingLink): void {
    let isOpen = false;
    connection.onError(([error]) => this.#traceLink(error.message));
    socket.once('close', () => connection.dispose());
    connection.onRequest('change/open', (message: unknown) => {
      const opened = v.safeParse(CHANGE_REQUESTS['change/open'], message);
      isOpen = opened.success && isSameSecret(opened.output.password, this.#password);
      if (isOpen) {
        linkOpened();
        return {};
      }
      this.#traceLink('somebody without the password was sent away');
      // After the answer.
      setImmediate(() => socket.end());
      return new ResponseError(ErrorCodes.InvalidRequest, 'wrong password');
    });
    connection.onRequest('change/notify', (message: unknown) => {
      if (!isOpen) return new ResponseError(ErrorCodes.InvalidRequest, 'the link is not open');
      const told = v.safeParse(CHANGE_REQUESTS['change/notify'], message);
      if (!told.success) return new ResponseError(ErrorCodes.InvalidParams, told.issues[0].message);
      this.#onChange(told.output.change);
      return {};
    });
    connection.listen();
  }
}
