import { missingCase } from '../../base/missing-case';
import type { LineEvent } from '../../contract/line-port';
import type { FailedCall } from '../line-state/failed-call';

/** A call of one of our lines, from its INVITE on. */
export interface OwnCall {
  readonly id: string;
  readonly line: string;
  readonly direction: 'out' | 'in';
  /** The number that was dialled, or that calls. */
  readonly number: string;
  readonly sipCallId: string;
  readonly state: 'calling' | 'connected' | 'over';
  /** The last final status; null = none, or the network failed. */
  readonly status: number | null;
  readonly rang: boolean;
  readonly callInfo: readonly string[];
  readonly diversion: readonly string[];
  readonly historyInfo: readonly string[];
}

/** The latest calls of all our lines, the newest last; also those that are over, since servers tell of them late. */
export type OwnCalls = readonly OwnCall[];

/** So many calls are remembered. Whoever presses CallBack does so for the last one. */
const REMEMBERED = 32;

export type CallReport = Extract<
  LineEvent,
  { kind: 'placed' | 'incoming' | 'response' | 'progress' | 'connected' | 'ended' }
>;

export function withReport(calls: OwnCalls, event: CallReport): OwnCalls {
  switch (event.kind) {
    case 'placed':
      return added(calls, {
        ...begun,
        id: event.call,
        line: event.line,
        number: event.target,
        sipCallId: event.sipCallId,
      });
    case 'incoming': {
      const { call: id, line, number, sipCallId } = event;
      return added(calls, { ...begun, id, line, number, sipCallId, direction: 'in' });
    }
    case 'response':
      return changed(calls, event, (call) =>
        isSentOn(call)
          ? {}
          : {
              status: event.status >= 200 ? event.status : call.status,
              callInfo: [...call.callInfo, ...event.callInfo],
              diversion: [...call.diversion, ...event.diversion],
              historyInfo: [...call.historyInfo, ...event.historyInfo],
              // A 183 alone is no ringing: announcements are played in it.
              rang: call.rang || event.status === 180,
            },
      );
    case 'progress':
      return calls;
    case 'connected':
      return changed(calls, event, () => ({ state: 'connected' }));
    case 'ended':
      return changed(calls, event, () => ({ state: 'over' }));
    default:
      return missingCase(event);
  }
}

/**
 * Whom he has called has answered 3xx: that is how his call to that number has gone, whatever becomes of it elsewhere. With CFB
 * or CFNA as with a deflection, the watch is on the number that was dialled.
 */
export const isSentOn = ({ status }: OwnCall): boolean => status !== null && status >= 300 && status < 400;

const begun = {
  direction: 'out',
  state: 'calling',
  status: null,
  rang: false,
  callInfo: [],
  diversion: [],
  historyInfo: [],
} as const;

const added = (calls: OwnCalls, call: OwnCall): OwnCalls => [...calls, call].slice(-REMEMBERED);

const changed = (
  calls: OwnCalls,
  { line, call: id }: CallReport,
  change: (call: OwnCall) => Partial<OwnCall>,
): OwnCalls => calls.map((call) => (call.id === id && call.line === line ? { ...call, ...change(call) } : call));

export const sipCallIds = (calls: OwnCalls): ReadonlySet<string> => new Set(calls.map(({ sipCallId }) => sipCallId));

export const lastCallTo = (calls: OwnCalls, line: string, number: string): OwnCall | undefined =>
  calls.findLast((call) => call.direction === 'out' && call.line === line && call.number === number);

/**
 * How the call has failed; of one that has not ended, how it fails by being given up now. It then counts as a CANCEL's
 * 487, or, where nothing rang, as 480: nobody was there.
 *
 * @returns null if the call has not failed: somebody answered
 */
export function failureOf(call: OwnCall): FailedCall | null {
  if (call.state === 'connected' || (call.status !== null && call.status < 300)) return null;
  const givenUp = call.rang ? 487 : 480;
  const status = call.state === 'calling' ? (call.status ?? givenUp) : call.status;
  return { status, rang: call.rang, callInfo: call.callInfo, diversion: call.diversion, historyInfo: call.historyInfo };
}
