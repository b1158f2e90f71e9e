/** Somebody who may register and call. */
export interface SipUser {
  readonly number: string;
  readonly displayName: string;
  readonly password: string;
}

/** How one call between two numbers goes on. `id` is the same through the call's life. */
export interface CallEvent {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: 'proceeding' | 'ringing' | 'connected' | 'ended';
  /** With `ended`: the SIP status that refused the call (486, 404, 480, 487 for CANCEL…), or null after a BYE of a connected call. */
  readonly status: number | null;
}

/** What the server needs from the rest of CallManager, and what it tells it. */
export interface SipServerPorts {
  findUser(number: string): SipUser | undefined;
  /** True while the phone of that number is off hook without a call that this server carries. */
  isBusy(number: string): boolean;
  /** Whenever the number of live contacts changes. */
  onRegistration(number: string, contacts: number): void;
  /** Also for calls refused with 404, 480 or 486; the order is proceeding, ringing?, connected?, ended, each at most once. */
  onCall(event: CallEvent): void;
  /** Every message and every oddity, without passwords and Authorization headers. */
  trace(text: string): void;
}

export interface SipServerOptions {
  /** 0 = any free one. */
  readonly port: number;
  /** The domain of every address, and the realm of the passwords. */
  readonly domain: string;
  /** How long a phone may ring: 180 seconds unless told. */
  readonly noAnswerSeconds?: number;
  /** The shortest life of a registration or subscription that may be asked for: 60 seconds unless told. */
  readonly minExpires?: number;
  /** The longest life that is granted, and what is granted when none is asked for: 3600 seconds unless told. */
  readonly maxExpires?: number;
}
