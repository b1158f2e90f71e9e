/** Somebody who may register and call. */
export interface SipUser {
  readonly number: string;
  readonly displayName: string;
  readonly password: string;
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
  readonly doNotDisturb: boolean;
}

/** How one call between two numbers goes on. `id` is the same through the call's life. */
export interface CallEvent {
  readonly id: string;
  readonly from: string;
  /** Where the call is now; with `forwarded`, the number that it leaves. */
  readonly to: string;
  /** What the caller has dialled. */
  readonly dialled: string;
  readonly state: 'proceeding' | 'ringing' | 'forwarded' | 'connected' | 'ended';
  /**
   * With `ended`: the SIP status that refused the call (486, 404, 480, 487 for CANCEL…), or null after a BYE of a connected call.
   * With `forwarded`: why, as RFC 4458 writes it (302, 486, 408, 503).
   */
  readonly status: number | null;
}

/** What the server needs from the rest of CallManager, and what it tells it. */
export interface SipServerPorts {
  findUser(number: string): SipUser | undefined;
  /** undefined = nothing is configured. A number without a user may have features: it rings nowhere, but forwards. */
  featuresOf(number: string): LineFeatures | undefined;
  /** True while the phone of that number is off hook without a call that this server carries. */
  isBusy(number: string): boolean;
  /** Whenever the number of live contacts changes. */
  onRegistration(number: string, contacts: number): void;
  /**
   * Also for calls refused with 404, 480 or 486; the order is proceeding, ringing?, connected?, ended, each at most once, and
   * forwarded before the call begins anew at another number.
   */
  onCall(event: CallEvent): void;
  /** Every message and every oddity, without passwords and Authorization headers. */
  trace(text: string): void;
}

export interface SipServerOptions {
  /** 0 = any free one. */
  readonly port: number;
  /** The domain of every address, and the realm of the passwords. */
  readonly domain: string;
  /** How long a phone may ring that forwards no call: 180 seconds unless told. */
  readonly noAnswerSeconds?: number;
  /** The shortest life of a registration or subscription that may be asked for: 60 seconds unless told. */
  readonly minExpires?: number;
  /** The longest life that is granted, and what is granted when none is asked for: 3600 seconds unless told. */
  readonly maxExpires?: number;
}
