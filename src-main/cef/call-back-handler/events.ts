import type { LineRefusal } from '../../contract/cti-messages';
import type { LineDetail, ToldStatus } from '../../contract/line-status';
import type { ServiceParameters } from '../../contract/service-parameters';
import type { CalledParty } from '../../contract/station';
import type { Destination } from './eligibility';
import type { CallBackRequest, End, RequestKey } from './request';

/** All that the handler learns. */
export type HandlerEvent =
  /** `called` with what the database says of it; null = the key was pressed on an idle phone. */
  | {
      readonly kind: 'callBackPressed';
      readonly device: string;
      readonly calling: string;
      readonly called: (CalledParty & { readonly destination: Destination }) | null;
    }
  | {
      readonly kind: 'lineStatus';
      readonly number: string;
      readonly status: ToldStatus;
      readonly detail?: LineDetail | null | undefined;
    }
  /** The line cannot be followed, now or later. */
  | { readonly kind: 'lineRefused'; readonly number: string; readonly screen: LineRefusal }
  /** A key of one of our screens. */
  | { readonly kind: 'userData'; readonly device: string; readonly transaction: number; readonly data: string }
  | { readonly kind: 'callConnected'; readonly device: string; readonly number: string }
  | { readonly kind: 'callFailed'; readonly device: string; readonly number: string; readonly status: number }
  /** The services key: the list of the phone's requests. */
  | { readonly kind: 'servicesPressed'; readonly device: string }
  | { readonly kind: 'deviceRemoved'; readonly device: string }
  /** From the DB Change Notifier. */
  | { readonly kind: 'parametersChanged'; readonly parameters: ServiceParameters }
  /** The link to CTIManager: nothing that was known of a line is known any more; then everything is opened again. */
  | { readonly kind: 'linkLost' }
  | { readonly kind: 'linkOpened' }
  /** The requests that the store has kept, and those of them whose offer their phones have had already and still know. */
  | {
      readonly kind: 'restored';
      readonly requests: readonly CallBackRequest[];
      readonly offered?: readonly RequestKey[];
    }
  | { readonly kind: 'tick' };

/** All that the handler wants done, in this order. */
export type HandlerEffect =
  | { readonly kind: 'openLine'; readonly number: string }
  | { readonly kind: 'closeLine'; readonly number: string }
  | { readonly kind: 'openDevice'; readonly device: string }
  | { readonly kind: 'closeDevice'; readonly device: string }
  | { readonly kind: 'follow'; readonly device: string }
  | { readonly kind: 'unfollow'; readonly device: string }
  | { readonly kind: 'showScreen'; readonly device: string; readonly screen: Screen }
  | { readonly kind: 'closeScreen'; readonly device: string }
  /** A word on the prompt line. */
  | { readonly kind: 'tell'; readonly device: string; readonly notice: EndNotice; readonly xxxx: string }
  /** Some request wants to be looked at again then, in milliseconds since the epoch. */
  | { readonly kind: 'lookAgainAt'; readonly at: number }
  /** The audio alert. `delivery` names the offer that it is for. */
  | { readonly kind: 'alert'; readonly device: string; readonly delivery: string }
  /** By the line that the request was made from. */
  | { readonly kind: 'dial'; readonly device: string; readonly calling: string; readonly number: string }
  | { readonly kind: 'save'; readonly request: CallBackRequest }
  | { readonly kind: 'remove'; readonly device: string; readonly called: string }
  | { readonly kind: 'ended'; readonly request: CallBackRequest; readonly end: End };

/** A screen of the chapter, with what is written into it. xxxx and yyyy are its directory numbers. */
export type Screen =
  | { readonly id: 'activated'; readonly xxxx: string; readonly transaction: number }
  | { readonly id: 'available'; readonly xxxx: string; readonly since: number; readonly transaction: number }
  | { readonly id: 'alreadyActive'; readonly xxxx: string; readonly yyyy: string; readonly transaction: number }
  | { readonly id: 'cannotInvoke' | 'cannotActivate' | 'expired'; readonly xxxx: string }
  | { readonly id: 'notActive' | 'serviceNotAvailable' }
  | RequestScreen
  | RequestTimesScreen;

/** One request of the phone's list, and why it is still waiting. Its times are a page of their own: CTI carries 512 bytes. */
export interface RequestScreen {
  readonly id: 'request';
  readonly xxxx: string;
  /** From 1. */
  readonly place: number;
  readonly count: number;
  readonly why: Why;
  /** How long that has been so, in minutes. */
  readonly minutes: number;
  readonly transaction: number;
}

/** The second page of a request. */
export interface RequestTimesScreen {
  readonly id: 'requestTimes';
  readonly xxxx: string;
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly activatedAt: number;
  readonly minutesLeft: number;
  /** When A was last on a call while B was free; null = never. */
  readonly missedAt: number | null;
  readonly transaction: number;
}

/** Why a request is still waiting. */
export type Why =
  | 'available'
  | 'talking'
  | 'held'
  | 'doNotDisturb'
  | 'ringing'
  | 'offline'
  | 'notLifted'
  | 'justFree'
  | 'callerBusy'
  | 'unknown';

/** The ends that no screen of their own tells. */
export type EndNotice = 'endedCancelled' | 'endedAllCancelled' | 'endedConnected' | 'endedPhoneReset';
