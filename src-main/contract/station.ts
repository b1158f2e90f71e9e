import type { CalledOutcome } from './cti-messages';

/**
 * What a phone and CallManager say to each other beside SIP: the part that the skinny protocol has on a real 7960.
 * Here the phone speaks.
 */
export interface StationToCallManager {
  /** The handset was lifted or replaced (or speaker, headset): CallManager counts the line as off hook from then on. */
  hookChanged(device: string, offHook: boolean): void;
  /**
   * The CallBack softkey, with the party that the call was for; null = pressed on an idle phone.
   *
   * @returns false if no Call Back service is there to take it.
   */
  callBackPressed(device: string, called: CalledParty | null): boolean;
  /** A softkey of a pushed screen: its answer for the application that pushed it. */
  userData(device: string, message: UserData): void;
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
  /** Makes the phone call the number, as if its user had dialled it. */
  makeCall(device: string, number: string): void;
}
