import type { CalledOutcome } from './cti-messages';
import type { ToldStatus } from './line-status';

/**
 * What a phone and CallManager say to each other beside SIP: the part that the skinny protocol has on a real 7960.
 * Here the phone speaks.
 */
export interface StationToCallManager {
  /**
   * The handset was lifted (or speaker, headset), and the line that it has the dial tone or a call of: CallManager counts it as
   * off hook from then on. null = replaced.
   */
  hookChanged(device: string, line: string | null): void;
  /**
   * The CallBack softkey, with the line that the call was on and the party it was for; null = pressed on an idle phone.
   *
   * @returns false if no Call Back service is there to take it.
   */
  callBackPressed(device: string, line: string, called: CalledParty | null): boolean;
  /** The services key. @returns false if no Call Back service is there to take it. */
  servicesPressed(device: string): boolean;
  /** A softkey of a pushed screen: its answer for the application that pushed it. */
  userData(device: string, message: UserData): void;
  /** Call forward all, to that number; null = no more. @returns false if calls would go round in a circle */
  setForwardAll(device: string, number: string | null): boolean;
  /** The forwards of the phone's first line. @returns false if calls would go round in a circle */
  setForwards(device: string, forwards: Forwards): boolean;
  setCallWaiting(device: string, on: boolean): void;
  setDoNotDisturb(device: string, on: boolean): void;
}

/** Where calls go; null = not configured. */
export interface Forwards {
  /** Every call; null = to the phone. */
  readonly forwardAll: string | null;
  readonly forwardBusy: string | null;
  readonly forwardNoAnswer: string | null;
  /** How long the line rings before call forward no answer. Seconds. */
  readonly ringSeconds: number;
}

export interface CalledParty {
  readonly number: string;
  readonly outcome: CalledOutcome;
}

export interface UserData {
  readonly application: number;
  /** Names the screen that was answered. */
  readonly transaction: number;
  readonly data: string;
}

/** Here CallManager speaks. */
export interface CallManagerToStation {
  /** Pushes one CiscoIPPhone XML object to the phone. */
  deliver(device: string, xml: string): void;
  /** A key that was taken at first: no Call Back service has come to answer it. */
  serviceNotAvailable(device: string): void;
  /** Shows a word on the prompt line for a moment. */
  showPrompt(device: string, text: string): void;
  /** Makes the phone call the number, as if its user had dialled it; by its first line unless one is named. */
  makeCall(device: string, number: string, line?: string): void;
  /** How the phone's Call Back watches the called line, for the prompt line; null = it does not. */
  showWatch(device: string, watch: Watch | null): void;
  /** What is configured for the phone: told when it registers, and whenever it changes, whoever has changed it. */
  showFeatures(device: string, features: PhoneFeatures): void;
  /** How the line stands that a speed dial of the phone calls. */
  showSpeedDial(device: string, number: string, status: ToldStatus): void;
  /** Another phone that has the line too talks on it, or no longer does. `line` as the phone names it. */
  showRemoteInUse(device: string, line: string, inUse: boolean): void;
  /** Voice messages that wait on the line, by message-summary (RFC 3842). */
  showMessages(device: string, line: string, messages: Messages): void;
}

export interface Messages {
  readonly waiting: boolean;
  readonly unheard: number;
  readonly heard: number;
  /** Whom to call to hear them, where the server of the line says so (RFC 3842, Message-Account). */
  readonly account?: string | undefined;
}

/** What a phone has to know of its own configuration. */
export interface PhoneFeatures extends Forwards {
  readonly doNotDisturb: boolean;
  /** A second call may come while one stands. */
  readonly callWaiting: boolean;
  /** Its model has the CallBack softkey. */
  readonly callBackKey: boolean;
  /** What the messages key dials; null = no voice mail. */
  readonly voiceMail: string | null;
}

export interface Watch {
  readonly number: string;
  readonly means: WatchMeans;
  /** Seconds between two questions; only where `means` is `asking`. */
  readonly every: number;
}

/**
 * How a line on somebody else's server is watched.
 *
 * - `starting`  nothing is known yet
 * - `queued`    the far server keeps a queue of those who wait (RFC 6910)
 * - `live`      it tells of every call (RFC 4235)
 * - `presence`  it tells how its user is (RFC 3856)
 * - `asking`    it tells nothing, and is asked now and then
 * - `lost`      it cannot be reached; what was known is forgotten
 */
export type WatchMeans = 'starting' | 'queued' | 'live' | 'presence' | 'asking' | 'lost';
