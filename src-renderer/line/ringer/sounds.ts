import type { Result } from '../../../src-main/base/result';

/** A sound that is under way. */
export interface Playing {
  /** Whether it has begun; the error says in plain words why not. */
  readonly started: Promise<Result<undefined, string>>;
  stop(): void;
}

/** A sound that is decoded and can begin at once, any number of times and at the same time. */
export interface Sound {
  play(how: { readonly loop: boolean; readonly gain: number }): Playing;
  /** Forgets the decoded samples. What plays goes on. */
  unload(): void;
}

/** The part of an AudioContext that shows whether anything can be heard, and where. */
export type OutputContext = Pick<AudioContext, 'state' | 'currentTime' | 'resume' | 'suspend'> & {
  /** Not in every browser. An empty id is the system's own choice. */
  setSinkId?(device: string): Promise<void>;
};

/** What the ringer needs from a library that plays sounds. */
export interface Sounds {
  /**
   * @param wav a complete WAV file in base64; the error says in plain words why it cannot be played
   * @param loopFrom the second from which on a loop repeats it
   */
  load(wav: string, loopFrom: number): Promise<Result<Sound, string>>;
  /** Null as long as no sound was loaded, and where the browser has no Web Audio. */
  readonly context: OutputContext | null;
}
