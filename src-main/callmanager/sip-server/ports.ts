/** A line of a phone that may register and call. Several phones may have a line with the same number: a shared line. */
export interface SipUser {
  readonly number: string;
  readonly displayName: string;
  /** As CallManager names the phone. */
  readonly device: string;
}

/** What is configured for the calls to a number. For a forward, null = not configured. */
export interface LineFeatures {
  readonly forwardAll: string | null;
  readonly forwardBusy: string | null;
  readonly forwardNoAnswer: string | null;
  /** Seconds that the number rings before call forward no answer. */
  readonly ringSeconds: number;
  /** A second call is offered while one stands. */
  readonly callWaiting: boolean;
}

/** How one call between two numbers goes on. `id` is the same through the call's life. */
export interface CallEvent {
  readonly id: string;
  readonly from: string;
  /** Where the call is now; with `forwarded`, the number that it leaves. */
  readonly to: string;
  /** What the caller has dialled. */
  readonly dialled: string;
  /** The phone that calls. */
  readonly fromDevice: string;
  /** The phone that has answered; null = none yet. */
  readonly toDevice: string | null;
  readonly state: 'proceeding' | 'ringing' | 'forwarded' | 'connected' | 'ended';
  /**
   * With `ended`: the SIP status that refused the call (486, 404, 480, 487 for CANCEL…), or null after a BYE of a connected call.
   * With `forwarded`: why, as RFC 4458 writes it (302, 486, 408, 503).
   */
  readonly status: number | null;
}

/** Voice messages of a number. */
export interface WaitingMessages {
  readonly unheard: number;
  readonly heard: number;
}

/** A number, and whose it is. */
export type Party = Pick<SipUser, 'number' | 'displayName'>;

/** Who may sign a request. */
export interface Credentials {
  /** Of the phone that signs its requests with that name; undefined = there is none. */
  passwordOf(authenticationUser: string): string | undefined;
  /** Its line with that number; undefined = it has none. */
  findLine(authenticationUser: string, number: string): SipUser | undefined;
}

/** What the server needs from the rest of CallManager, and what it tells it. */
export interface SipServerPorts extends Credentials {
  /** Somebody who may be called: of the phones that share the number, any. */
  findUser(number: string): Party | undefined;
  /** undefined = nothing is configured. A number without a user may have features: it rings nowhere, but forwards. */
  featuresOf(number: string): LineFeatures | undefined;
  /** True while the phone is off hook on that line without a call that this server carries. */
  isBusy(number: string, device: string): boolean;
  /** Do not disturb. */
  refusesCalls(device: string): boolean;
  /** Left out = there is no voice mail. */
  messagesOf?(number: string): WaitingMessages;
  /** Whenever a phone of the line comes or goes: those that are there now. */
  onRegistration(number: string, devices: readonly string[]): void;
  /**
   * Also for calls refused with 404, 480 or 486; the order is proceeding, ringing?, connected?, ended, each at most once, and
   * forwarded before the call begins anew at another number.
   */
  onCall(event: CallEvent): void;
  /** The phone with that number keeps the other one of the call on hold, or does so no more. */
  onHold?(call: string, number: string, on: boolean): void;
  /** Every message and every oddity, without passwords and Authorization headers. */
  trace(text: string): void;
}

export interface SipServerOptions {
  /** 0 = any free one. */
  readonly port: number;
  /** The domain of every address, and the realm of the passwords. */
  readonly domain: string;
  /** Of the pages that may connect, as a browser writes them: our own line page's unless told. */
  readonly origins?: readonly string[];
  /** How long a phone may ring that forwards no call: 180 seconds unless told. */
  readonly noAnswerSeconds?: number;
  /** The shortest life of a registration or subscription that may be asked for: 60 seconds unless told. */
  readonly minExpires?: number;
  /** The longest life that is granted, and what is granted when none is asked for: 3600 seconds unless told. */
  readonly maxExpires?: number;
}
