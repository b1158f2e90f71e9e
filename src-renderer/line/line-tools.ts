import type { CallRef, LineEvent } from '../../src-main/contract/line-port';
import type { Clock } from './clock';
import type { MediaStreamFactory } from './media-stream-factory';

/** What lines need from outside. */
export interface LineTools {
  readonly report: (event: LineEvent) => void;
  /** A SIP message of an account that is traced, sent or heard. */
  readonly trace: (text: string) => void;
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  /** Unique for the run of the app. */
  readonly newId: () => string;
  readonly sources: MediaStreamFactory;
  readonly createAudio: () => HTMLAudioElement;
  /** Before it is reported. */
  readonly onCallEnded: (call: CallRef) => void;
}
