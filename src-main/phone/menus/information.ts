/** What the phone says of itself under Settings, as far as the phone does not know it anyway. */
export interface PhoneInformation {
  readonly model: string;
  /** Version of the app: what a 7960 calls its load. */
  readonly load: string;
  /** What the app runs on, e.g. "Electron 33.2.1". */
  readonly platform: string;
  readonly locale: string;
  /** By line: the address of its SIP server. */
  readonly servers: Readonly<Record<string, string>>;
}

export const NO_INFORMATION: PhoneInformation = { model: '', load: '', platform: '', locale: '', servers: {} };
