/** What a phone's web server shows of its phone. */
export interface WebPhone {
  /** As CallManager names it, e.g. "SEP000000001001". */
  readonly name: string;
  /** The directory number of its first line. */
  readonly number: string;
  /** Version of the app: what a 7960 calls its load. */
  readonly load: string;
  readonly messagesWaiting: boolean;
  readonly userLocale: string;
}

/** What a phone's web server needs of the app. */
export interface PhoneWebPorts {
  /** undefined = the phone is gone. */
  phone(name: string): WebPhone | undefined;
  /** The phone takes the object as if an application had pushed it. */
  deliver(name: string, xml: string): void;
  /** Do these credentials open what is not for everybody? */
  isAllowed(credentials: Credentials, device: string): Promise<boolean>;
  trace(text: string): void;
}

export interface Credentials {
  readonly user: string;
  readonly password: string;
}
