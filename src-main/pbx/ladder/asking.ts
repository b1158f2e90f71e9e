import type { ToldStatus } from '../../contract/line-status';
import { type LineWatch, type WatchStep, watchStep } from './line-watch';
import { nextId } from './rungs';

/** Milliseconds after which a question counts as lost: a line that rings answers an INVITE at once, OPTIONS too. */
const ANSWER_WITHIN = 40_000;

/** Asks when it is time, and not while our own line is in a call: we could not call anyway. */
export function askWhenDue(watch: LineWatch, now: number): WatchStep {
  const { asking, order } = watch;
  if (!asking || now < asking.nextAt || !watch.ownIdle || order.lastResort === 'never') return watchStep(watch);
  const named = nextId(watch, 'ask');
  const nextAt = now + Math.max(order.askEvery * 1000, asking.question ? ANSWER_WITHIN : 0);
  return watchStep(
    { ...named.watch, asking: { ...asking, nextAt, question: named.id } },
    {
      kind: 'send',
      command: { kind: 'ask', line: order.line, question: named.id, target: order.number, how: order.lastResort },
    },
  );
}

/** @param retryAfter seconds that the server wants to be left alone */
export function answered(watch: LineWatch, status: number | null, retryAfter: number | null, now: number): WatchStep {
  const { asking, order } = watch;
  if (!asking) return watchStep(watch);
  const wait = Math.max(order.askEvery, retryAfter ?? 0) * 1000;
  return watchStep({ ...watch, asking: { status: meaningOf(status), nextAt: now + wait, question: null } });
}

/**
 * RFC 3261, 11.2: "The response code chosen MUST be the same that would have been chosen had the request been an INVITE":
 * 200 where the phone would ring, 486 where it is busy.
 */
function meaningOf(status: number | null): ToldStatus {
  if (status === null) return 'unknown';
  if (status < 300) return 'onHook';
  if (status === 486 || status === 600) return 'offHook';
  return status === 480 || status === 408 || status === 404 || status === 410 ? 'offline' : 'unknown';
}
