import type { RequestScreen, RequestTimesScreen, Why } from './events';
import { type HandlerState, type OpenLine, type Outcome, requestsOf } from './handler-state';
import type { CallBackRequest } from './request';
import { showOnce } from './requests';

const MINUTE = 60_000;

/**
 * The services key, and Next: one request of the phone after the other.
 *
 * @param after the transaction of the request that is shown now; null = none
 */
export function showList(state: HandlerState, device: string, after: number | null, now: number): Outcome {
  const requests = requestsOf(state, device);
  const at = (requests.findIndex(({ transaction }) => transaction === after) + 1) % Math.max(1, requests.length);
  const request = requests[at];
  return showOnce(state, device, request ? screenOf(state, request, at, requests.length, now) : { id: 'notActive' });
}

/** More: since when the request is there, and for how long. */
export function showTimes(state: HandlerState, request: CallBackRequest, now: number): Outcome {
  const { device, called, activatedAt, expiresAt, missedAt, transaction } = request;
  const screen: RequestTimesScreen = {
    id: 'requestTimes',
    xxxx: called,
    count: requestsOf(state, device).length,
    activatedAt,
    minutesLeft: Math.max(0, Math.ceil((expiresAt - now) / MINUTE)),
    missedAt,
    transaction,
  };
  return showOnce(state, device, screen);
}

function screenOf(
  state: HandlerState,
  request: CallBackRequest,
  at: number,
  count: number,
  now: number,
): RequestScreen {
  const line = state.lines.get(request.called);
  return {
    id: 'request',
    xxxx: request.called,
    place: at + 1,
    count,
    why: whyOf(request, line),
    minutes: Math.floor((now - sinceOf(request, line)) / MINUTE),
    transaction: request.transaction,
  };
}

/** Since when that has been so. */
const sinceOf = ({ activatedAt }: CallBackRequest, line: OpenLine | undefined): number =>
  line?.detail ? line.detailSince : (line?.since ?? activatedAt);

/** "Why am I still waiting?" */
function whyOf({ phase }: CallBackRequest, line: OpenLine | undefined): Why {
  if (phase.kind === 'available' || phase.kind === 'recalling') return 'available';
  if (phase.kind === 'suspended') return 'callerBusy';
  if (line?.detail) return line.detail;
  switch (line?.status) {
    case 'offHook':
      return 'talking';
    case 'ringing':
    case 'doNotDisturb':
    case 'offline':
      return line.status;
    case 'onHook':
      return phase.freeSince === null ? 'notLifted' : 'justFree';
    default:
      return 'unknown';
  }
}
