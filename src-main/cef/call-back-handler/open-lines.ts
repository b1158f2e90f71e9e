import type { HandlerEffect } from './events';
import { type HandlerState, type Outcome, outcome } from './handler-state';
import type { CallBackRequest } from './request';

/**
 * "Phones and lines get opened through Cisco CTIManager only for a Call Back-activated phone and called phone line."
 * A line that several requests need is open once.
 */
export function openFor(state: HandlerState, request: CallBackRequest): Outcome {
  const effects: HandlerEffect[] = [{ kind: 'openDevice', device: request.device }];
  let { lines } = state;
  for (const number of new Set([request.calling, request.called])) {
    const line = lines.get(number);
    if (!line) effects.push({ kind: 'openLine', number });
    if (!line?.devices.includes(request.device))
      lines = lines.set(number, {
        status: line?.status ?? 'unknown',
        devices: [...(line?.devices ?? []), request.device],
      });
  }
  return outcome({ ...state, lines }, effects);
}

/**
 * "When the Call Back notification goes to the Call Back-activated phone, the phone and lines that were opened by Cisco
 * CTIManager close."
 */
export function closeFor(state: HandlerState, request: CallBackRequest): Outcome {
  const effects: HandlerEffect[] = [];
  let { lines } = state;
  for (const number of new Set([request.calling, request.called])) {
    const line = lines.get(number);
    if (!line?.devices.includes(request.device)) continue;
    const devices = line.devices.filter((device) => device !== request.device);
    if (devices.length > 0) lines = lines.set(number, { ...line, devices });
    else {
      lines = lines.delete(number);
      effects.push({ kind: 'closeLine', number });
    }
  }
  return outcome({ ...state, lines }, [...effects, { kind: 'closeDevice', device: request.device }]);
}
