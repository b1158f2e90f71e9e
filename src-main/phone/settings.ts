/** What the user of a phone has chosen on it. The settings menu changes it; everything else only reads it. */
export interface PhoneSettings {
  /** The file of one of the device's ring types; empty = its usual one. */
  readonly ringType: string;
  /** Takes every call at once while nobody is talking, with an open microphone: who chooses it wants that. */
  readonly autoAnswer: 'off' | HandsFree;
  /**
   * What becomes of a call whose caller asks for it to be answered at once: it rings like any other, is taken with the microphone
   * off, or with the microphone on.
   */
  readonly intercom: 'off' | 'muted' | 'open';
  /** What takes the voice where a key has to choose: Answer, NewCall, Dial, a line button. */
  readonly handsFree: HandsFree;
  /** A second call may come while one stands, where nobody else has configured it for the phone. */
  readonly callWaiting: boolean;
  readonly casing: 'dark' | 'light';
  /** Of the LCD, 0 to 10. */
  readonly contrast: number;
}

export type HandsFree = 'speaker' | 'headset';

export const USUAL_SETTINGS: PhoneSettings = {
  ringType: '',
  autoAnswer: 'off',
  intercom: 'off',
  handsFree: 'speaker',
  callWaiting: true,
  casing: 'dark',
  contrast: 5,
};
