import type { ToldStatus } from '../../contract/line-status';
import { type LineMonitor, type MonitorStep, monitorStep } from './line-monitor';
import { nextId } from './methods';

/** Milliseconds after which a question counts as lost: a line that rings answers an INVITE at once, OPTIONS too. */
const ANSWER_WITHIN = 40_000;

/** Asks when it is time, and not while our own line is in a call: we could not call anyway. */
export function askWhenDue(watch: LineMonitor, now: number): MonitorStep {
  const { polling, order } = watch;
  if (!polling || now < polling.nextAt || !watch.ownIdle || order.lastResort === 'never') return monitorStep(watch);
  const named = nextId(watch, 'ask');
  const nextAt = now + Math.max(order.askEvery * 1000, polling.question ? ANSWER_WITHIN : 0);
  return monitorStep(
    { ...named.watch, polling: { ...polling, nextAt, question: named.id } },
    {
      kind: 'send',
      command: { kind: 'ask', line: order.line, question: named.id, target: order.number, how: order.lastResort },
    },
  );
}

/** @param retryAfter seconds that the server wants to be left alone */
export function answered(
  watch: LineMonitor,
  status: number | null,
  retryAfter: number | null,
  now: number,
): MonitorStep {
  const { polling, order } = watch;
  if (!polling) return monitorStep(watch);
  const wait = Math.max(order.askEvery, retryAfter ?? 0) * 1000;
  return monitorStep({ ...watch, polling: { status: meaningOf(status), nextAt: now + wait, question: null } });
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
