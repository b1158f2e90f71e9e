/** The CiscoIPPhone XML objects that this phone knows, as data. Limits are those of the XML services developer notes. */
export type XsiObject = CiscoIPPhoneText | CiscoIPPhoneExecute;

/** Characters of a text. */
export const LONGEST_BODY = 4000;

/** A page of text with a title, a prompt and the sender's own softkeys. */
export interface CiscoIPPhoneText {
  readonly kind: 'CiscoIPPhoneText';
  /** The attribute `appId`: names the application and its page, for whoever helps the user with it. */
  readonly appId?: string;
  /** At most 32 characters. */
  readonly title: string;
  /** At most LONGEST_BODY characters. */
  readonly text: string;
  /** At most 32 characters. */
  readonly prompt: string;
  readonly softkeys: readonly SoftKeyItem[];
}

export interface SoftKeyItem {
  /** The label, at most 32 characters. */
  readonly name: string;
  /** What a press does: an internal URI such as "SoftKey:Exit", at most 256 characters. */
  readonly url: string;
  /** 1 is the leftmost key. */
  readonly position: number;
}

/** Makes the phone carry out up to three URIs at once. */
export interface CiscoIPPhoneExecute {
  readonly kind: 'CiscoIPPhoneExecute';
  readonly items: readonly ExecuteItem[];
}

export interface ExecuteItem {
  readonly url: string;
  /** 0 now, 1 when the phone is idle, 2 only if it is idle at this moment. */
  readonly priority: number;
}

/** What a phone answers to an object that it cannot show. Number 1: it could not be parsed. */
export interface CiscoIPPhoneError {
  readonly kind: 'CiscoIPPhoneError';
  readonly number: 1;
  /** What is wrong with it, for the log. */
  readonly cause: string;
}
