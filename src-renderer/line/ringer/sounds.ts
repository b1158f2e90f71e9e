import type { Result } from '../../../src-main/contract/result';

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

/** The part of an AudioContext that shows whether anything can be heard. */
export type OutputContext = Pick<AudioContext, 'state' | 'currentTime' | 'resume'>;

/** What the ringer needs from a library that plays sounds. */
export interface Sounds {
  /** @param wav a complete WAV file in base64; the error says in plain words why it cannot be played */
  load(wav: string): Promise<Result<Sound, string>>;
  /** Null where the browser has no Web Audio. */
  readonly context: OutputContext | null;
}
