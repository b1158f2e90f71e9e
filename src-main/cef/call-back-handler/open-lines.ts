import type { HandlerEffect } from './events';
import { type HandlerState, type Outcome, outcome, requestsOf } from './handler-state';
import { type CallBackRequest, holdsLines, keyOf } from './request';

/**
 * "Phones and lines get opened through Cisco CTIManager only for a Call Back-activated phone and called phone line."
 * A line that several requests need is open once, and so is a phone.
 *
 * @param now milliseconds since the epoch
 */
export function openFor(state: HandlerState, request: CallBackRequest, now: number): Outcome {
  const key = keyOf(request.device, request.called);
  const effects: HandlerEffect[] = isHeldByOthers(state, request)
    ? []
    : [{ kind: 'openDevice', device: request.device }];
  let { lines } = state;
  for (const number of new Set([request.calling, request.called])) {
    const line = lines.get(number);
    if (!line) effects.push({ kind: 'openLine', number });
    if (!line?.keys.includes(key))
      lines = lines.set(number, {
        ...(line ?? { status: 'unknown', detail: null, since: now, detailSince: now }),
        keys: [...(line?.keys ?? []), key],
      });
  }
  return outcome({ ...state, lines }, effects);
}

/**
 * "When the Call Back notification goes to the Call Back-activated phone, the phone and lines that were opened by Cisco
 * CTIManager close."
 */
export function closeFor(state: HandlerState, request: CallBackRequest): Outcome {
  const key = keyOf(request.device, request.called);
  const effects: HandlerEffect[] = [];
  let { lines } = state;
  for (const number of new Set([request.calling, request.called])) {
    const line = lines.get(number);
    if (!line?.keys.includes(key)) continue;
    const keys = line.keys.filter((other) => other !== key);
    if (keys.length > 0) lines = lines.set(number, { ...line, keys });
    else {
      lines = lines.delete(number);
      effects.push({ kind: 'closeLine', number });
    }
  }
  if (!isHeldByOthers(state, request)) effects.push({ kind: 'closeDevice', device: request.device });
  return outcome({ ...state, lines }, effects);
}

/** Another request of the same phone holds it open. */
const isHeldByOthers = (state: HandlerState, { device, called }: CallBackRequest): boolean =>
  requestsOf(state, device).some((other) => other.called !== called && holdsLines(other));

/** Any request holds the phone open. */
export const isOpen = (state: HandlerState, device: string): boolean => requestsOf(state, device).some(holdsLines);
