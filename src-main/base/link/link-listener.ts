import type { Socket } from 'node:net';
import type { Clock } from '../clock';
import { type LoopbackServer, listenOnLoopback } from '../loopback-server';
import { SPEAKS_HTTP } from './frame-reader';
import { Link } from './link';
import { UnopenedLinks } from './unopened-links';

/** A connection whose client has to show the password. */
export interface IncomingLink {
  readonly socket: Socket;
  readonly connection: Link['connection'];
  /** It has. */
  opened(): void;
}

export interface LinkListenerOptions {
  /** As the log is to call it. */
  readonly name: string;
  /** Another one is taken if it is not free. */
  readonly wanted: number;
  readonly clock: Pick<Clock, 'after'>;
  trace(text: string): void;
  onLink(link: IncomingLink): void;
}

/**
 * A listener at loopback for links.
 *
 * @throws Error if the machine lets nobody listen at all
 */
export function listenForLinks({ name, wanted, clock, trace, onLink }: LinkListenerOptions): Promise<LoopbackServer> {
  const unopened = new UnopenedLinks(clock);
  const told = new Set<string>();
  /** A browser tries again and again: the log has one line of it. */
  const traceOnce = (text: string): void => {
    if (!told.has(text)) trace(text);
    told.add(text);
  };
  return listenOnLoopback(wanted, (socket) => {
    socket.on('error', (error) => trace(`${name}: ${error.message}`));
    const entry = unopened.enter(socket.remoteAddress ?? '');
    if (!entry) {
      traceOnce(`${name}: too many connections that have not opened it: new ones are closed`);
      socket.destroy();
      return;
    }
    const onFault = (fault: string): void => {
      const text = `${name}: the other end ${fault}: closed`;
      if (fault === SPEAKS_HTTP) traceOnce(text);
      else trace(text);
    };
    const link = Link.fromClient(socket, { clock, onFault });
    socket.once('close', () => entry.closed());
    onLink({
      socket,
      connection: link.connection,
      opened: () => {
        entry.opened();
        link.opened();
      },
    });
  });
}
