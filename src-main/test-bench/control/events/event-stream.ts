import type { ServerResponse } from 'node:http';
import type { BenchEvent, EventLog } from './event-log';

/** Bytes that wait for a client that does not read. */
const MAX_UNSENT = 1_048_576;
/** Milliseconds after which a client may try again. */
const RETRY = 500;

export interface EventWish {
  /** Only what comes after the event of that number. */
  readonly after: number;
  /** Empty = every phone. */
  readonly phones: readonly string[];
  /** Empty = every kind. */
  readonly kinds: readonly string[];
}

/** Server-sent events (HTML Living Standard, 9.2), for as long as the client reads them. */
export function streamEvents(log: EventLog, wish: EventWish, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(`retry: ${RETRY}\n\n`);
  const stop = log.follow(wish.after, (event) => {
    if (!isWished(event, wish)) return;
    const { sequence, at, fact } = event;
    response.write(`id: ${sequence}\nevent: ${event.kind}\ndata: ${JSON.stringify({ sequence, at, ...fact })}\n\n`);
    // Whoever does not read comes back by the number of the last one that was read.
    if (response.writableLength > MAX_UNSENT) response.destroy();
  });
  response.once('close', stop);
}

const isWished = ({ kind, fact }: BenchEvent, { phones, kinds }: EventWish): boolean =>
  (kinds.length === 0 || kinds.includes(kind)) &&
  (phones.length === 0 || !('number' in fact) || phones.includes(fact.number));
