import type { LineRefusal } from '../../contract/cti-messages';
import type { LineCommand, LineEvent } from '../../contract/line-port';
import type { LineDetail, ToldStatus } from '../../contract/line-status';
import type { WatchMeans } from '../../contract/station';
import type { LinePackage } from '../../contract/subscription-port';
import type { CompletionOffer } from '../../sip/call-headers';
import type { PresenceStatus } from '../../sip/presence';
import type { CompletionNotice } from '../completion/call-completion';
import { type DialogTracker, newDialogTracker, type OwnCalls } from '../line-state/dialog-tracker';
import type { WaitFor } from '../line-state/failed-call';

/** What is asked of a watch, and does not change while it lasts. */
export interface MonitorOrder {
  /** The line of ours that watches, towards the line page. */
  readonly line: string;
  /** Its address of record. */
  readonly identity: string;
  /** The number that is watched. */
  readonly number: string;
  readonly reason: WaitFor;
  /** What the failed call was offered, or null. */
  readonly offer: CompletionOffer | null;
  /** Seconds that somebody will wait at most. */
  readonly duration: number;
  readonly lastResort: 'never' | 'options' | 'invite';
  /** Seconds. */
  readonly askEvery: number;
}

/**
 * The monitor of one line of somebody else's server: its methods, the best first, by what the server answers.
 *
 * ```
 *             the call was offered call completion
 *  start ──────────────────────────────────────────> call-completion (RFC 6910)
 *    │                                                     │ refused
 *    v                                                     v
 *  dialog (RFC 4235) beside presence (RFC 3856) <──────────┘
 *    │ dialog refused                     ^
 *    v                                    │ the line has registered anew: perhaps it is another server now
 *  presence alone                         │
 *    │ refused too                        │
 *    v                                    │
 *  asking, if the user has agreed to it ──┤
 *    │ not agreed                         │
 *    v                                    │
 *  over: a screen says why ───────────────┘
 * ```
 */
export interface LineMonitor {
  readonly order: MonitorOrder;
  readonly own: OwnCalls;
  /** The line that watches is on hook. */
  readonly ownIdle: boolean;
  /** What keeps it from being on hook is the call that was waited for. */
  readonly recalling: boolean;
  /** What the monitor was last told of us: whether we let others go before. null = nothing. */
  readonly suspended: boolean | null;
  readonly methods: Readonly<Record<LinePackage, Method>>;
  readonly dialogs: DialogTracker;
  readonly presence: PresenceSeen;
  readonly completion: CompletionNotice | null;
  readonly polling: Polling | null;
  readonly check: Check | null;
  /** The server does not answer questions about the state of the moment. */
  readonly answersNoCheck: boolean;
  /** When the server has last told or confirmed how the dialogs stand. */
  readonly heardAt: number;
  readonly renewedAt: number;
  /** How often the dialogs were subscribed to anew because what was told of them is not whole, since it last was. */
  readonly vainRenewals: number;
  /** What was last reported, and what was last shown to the user. */
  readonly told: ToldStatus;
  readonly toldDetail: LineDetail | null;
  readonly shown: WatchMeans | null;
  readonly over: boolean;
  readonly idsMade: number;
}

export type Method =
  | { readonly kind: 'off' }
  | { readonly kind: 'trying'; readonly id: string }
  /** `documents`: how many this subscription has brought. */
  | { readonly kind: 'active'; readonly id: string; readonly since: number; readonly documents: number }
  | { readonly kind: 'lost'; readonly id: string }
  | { readonly kind: 'refused'; readonly status: number | null };

interface PresenceSeen {
  readonly status: PresenceStatus;
  /** It tells more than whether a phone is registered, or has told of something else than being free. */
  readonly telling: boolean;
  /** It has told of this line at least once, also by a subscription that is gone. */
  readonly known: boolean;
}

interface Polling {
  readonly status: ToldStatus;
  readonly nextAt: number;
  /** The question that is under way. */
  readonly question: string | null;
}

/**
 * A question for the state of the moment, beside the subscription that has told it: servers are known to send, and to
 * keep, states that are long over (call-completion.md, 2.5, rule 7).
 */
interface Check {
  readonly id: string;
  readonly since: number;
  readonly agreed: boolean;
  /** `alert`: the line looks free, and somebody will be told so. `routine`: every few minutes. */
  readonly purpose: 'alert' | 'routine';
}

type MonitorReport = Extract<LineEvent, { kind: 'subscription' | 'notified' | 'published' | 'asked' }>;

export type MonitorEvent =
  | { readonly kind: 'start' }
  | MonitorReport
  /** A call of ours has begun or ended. */
  | { readonly kind: 'ownCalls'; readonly callIds: ReadonlySet<string> }
  /** The line that watches is on hook again, or no longer: whoever waits could take the call, or could not. */
  | { readonly kind: 'ownLine'; readonly idle: boolean }
  /** The line that watches has a new connection. */
  | { readonly kind: 'registered' }
  /** The line is about to be called, because it was told to be free. */
  | { readonly kind: 'recall' }
  /** The line was called, and did not answer: what was told before is used up. */
  | { readonly kind: 'again' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'stop' };

export type MonitorEffect =
  | { readonly kind: 'send'; readonly command: LineCommand }
  | { readonly kind: 'report'; readonly status: ToldStatus; readonly detail: LineDetail | null }
  | { readonly kind: 'show'; readonly means: WatchMeans }
  | { readonly kind: 'refuse'; readonly screen: LineRefusal }
  | { readonly kind: 'trace'; readonly text: string };

export interface MonitorStep {
  readonly watch: LineMonitor;
  readonly effects: readonly MonitorEffect[];
}

export const monitorStep = (watch: LineMonitor, ...effects: readonly MonitorEffect[]): MonitorStep => ({
  watch,
  effects,
});

/** Goes on with another rule, and keeps what the rules before it want done. */
export function thenMonitor(before: MonitorStep, rule: (watch: LineMonitor) => MonitorStep): MonitorStep {
  const after = rule(before.watch);
  return { watch: after.watch, effects: [...before.effects, ...after.effects] };
}

/** @param idsMade by watches before it: an id is used once, so that what comes late is not taken for news */
export const newLineMonitor = (order: MonitorOrder, callIds: ReadonlySet<string>, idsMade = 0): LineMonitor => ({
  order,
  own: { callIds, identity: order.identity },
  ownIdle: true,
  recalling: false,
  suspended: null,
  methods: { dialog: { kind: 'off' }, presence: { kind: 'off' }, 'call-completion': { kind: 'off' } },
  dialogs: newDialogTracker,
  presence: { status: 'unknown', telling: false, known: false },
  completion: null,
  polling: null,
  check: null,
  answersNoCheck: false,
  heardAt: 0,
  renewedAt: 0,
  vainRenewals: 0,
  told: 'unknown',
  toldDetail: null,
  shown: null,
  over: false,
  idsMade,
});

export const withMethod = (watch: LineMonitor, name: LinePackage, method: Method): LineMonitor => ({
  ...watch,
  methods: { ...watch.methods, [name]: method },
});

/** Which method a report is about; undefined = none, or one that was given up. */
export const methodOf = ({ methods }: LineMonitor, id: string): LinePackage | undefined =>
  (Object.keys(methods) as LinePackage[]).find((name) => {
    const method = methods[name];
    return 'id' in method && method.id === id;
  });
