/** What the time is, and when it is later: whoever waits for anything gets one, so that a test can move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once; the result takes it back. */
  after(milliseconds: number, callBack: () => void): () => void;
}
